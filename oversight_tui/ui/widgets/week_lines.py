"""Weeks laid out in lines: Monday to Friday beside each other, or day under day where the terminal is narrow.

Knows nothing of what stands in a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from oversight_tui.ui.widgets.tones import Tone

ELLIPSIS = "…"
DAYS = 5
FROM_WIDTH = 60  # cells in which five days have room beside each other


class GridItem(Struct, frozen=True):
    """One thing of a day; `brief` is what it says where there is no room for its text."""

    key: str
    text: str
    brief: str = ""
    tone: Tone = "plain"


class GridDay(Struct, frozen=True):
    """One day: what stands over it, and what is in it; `brief` stands over it where there is no room for the title.
    `key` is no key of a thing.
    """

    key: str
    title: str
    brief: str = ""
    tone: Tone = "quiet"
    items: tuple[GridItem, ...] = ()


class GridSpan(Struct, frozen=True):
    """Something that goes on from one day of a week to another, counted from 0, both included."""

    first: int
    last: int
    text: str
    tone: Tone = "quiet"


class GridWeek(Struct, frozen=True):
    """Five days, and what goes across them."""

    days: tuple[GridDay, ...]
    spans: tuple[GridSpan, ...] = ()


class Piece(NamedTuple):
    """A piece of a line, and the day and the thing that it belongs to; `item` is empty for the day itself."""

    text: str
    tone: Tone
    day: str
    item: str = ""


class Signs(NamedTuple):
    """What stands after the words of a line: after those over a day, and after those of what goes across days."""

    rule: str
    dot: str


def laid_out(weeks: Sequence[GridWeek], width: int, height: int, signs: Signs) -> list[list[Piece]]:
    """Every line, each of exactly this many cells; with a space between the weeks where all of them have room so."""
    if width < FROM_WIDTH:
        return [line for week in weeks for line in _one_under_the_other(week, width)]
    lines = [list(_beside_each_other(week, width, signs)) for week in weeks]
    with_space = sum(map(len, lines)) + len(lines) <= height
    space = [[Piece(" " * width, "plain", "")]] if with_space else []
    return [line for week in lines for line in (*week, *space)]


def _beside_each_other(week: GridWeek, width: int, signs: Signs) -> Iterator[list[Piece]]:
    each, more = divmod(width, DAYS)
    widths = [each + (place < more) for place in range(DAYS)]
    yield [
        Piece(_ruled(_fitting(day.title, day.brief, size), size - 1, signs.rule) + " ", day.tone, day.key)
        for day, size in zip(week.days, widths, strict=True)
    ]
    for spans in _without_overlap(week.spans):
        yield _across(week, spans, widths, signs.dot)
    for row in range(max(len(day.items) for day in week.days)):
        yield [piece for day, size in zip(week.days, widths, strict=True) for piece in _item(day, row, size)]


def _item(day: GridDay, row: int, size: int) -> Iterator[Piece]:
    if row < len(day.items):
        one = day.items[row]
        yield Piece(fitted(_fitting(one.text, one.brief, size), size - 1), one.tone, day.key, one.key)
        size = 1
    yield Piece(" " * size, "plain", day.key)


def _fitting(text: str, brief: str, size: int) -> str:
    return text if cell_len(text) < size or not brief else brief


def _without_overlap(spans: Sequence[GridSpan]) -> list[list[GridSpan]]:
    """The spans in as few lines as hold them."""
    lines: list[list[GridSpan]] = []
    for span in spans:
        room = (line for line in lines if all(span.first > one.last or span.last < one.first for one in line))
        line = next(room, None)
        if line is None:
            lines.append([span])
        else:
            line.append(span)
    return lines


def _across(week: GridWeek, spans: Sequence[GridSpan], widths: Sequence[int], dot: str) -> list[Piece]:
    pieces, place = [], 0
    for span in sorted(spans, key=lambda one: one.first):
        pieces += [Piece(" " * widths[day], "plain", week.days[day].key) for day in range(place, span.first)]
        size = sum(widths[span.first : span.last + 1])
        text = f"{fitted(_dotted(span.text, size - 1, dot), size - 1)} "
        for day in range(span.first, span.last + 1):  # cut at the days, so that a click finds each of them
            pieces.append(Piece(set_cell_size(text, widths[day]), span.tone, week.days[day].key))
            text = text[len(pieces[-1].text) :]
        place = span.last + 1
    return pieces + [Piece(" " * widths[day], "plain", week.days[day].key) for day in range(place, DAYS)]


def _ruled(text: str, size: int, rule: str) -> str:
    left = size - cell_len(text) - 1
    return fitted(f"{text} {rule * left}" if left > 0 else text, size)


def _dotted(text: str, size: int, dot: str) -> str:
    """Told from what stands over a day by its shape, not by a colour."""
    return text + f" {dot}" * ((size - cell_len(text)) // 2)


def _one_under_the_other(week: GridWeek, width: int) -> Iterator[list[Piece]]:
    for place, day in enumerate(week.days):
        yield [Piece(fitted(day.title, width), day.tone, day.key)]
        for span in (one for one in week.spans if one.first == place):
            yield [Piece(fitted(f"  {span.text}", width), span.tone, day.key)]
        for one in day.items:
            yield [Piece("  ", "plain", day.key), Piece(fitted(one.text, width - 2), one.tone, day.key, one.key)]


def fitted(text: str, width: int) -> str:
    """The text in exactly this many cells; what is cut off is marked."""
    if width <= 0:
        return ""
    length = cell_len(text)
    return set_cell_size(text, width - 1) + ELLIPSIS if length > width else text + " " * (width - length)

"""Entries as a story: days and kinds in one column, decisions with their because as what weighs most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import month_day, short_day

KIND_WIDTH = 11
# The day, a sign, the kind, and what parts them from the words.
LEFT = 6 + 3 + KIND_WIDTH + 2
# How far words are set in that stand under these.
UNDER = 2
# What is bookkeeping beside what was said and decided.
LIGHT = frozenset({"allocation", "status", "timescale"})
_KINDS: Mapping[str, str] = {"timescale": "Date", "disagreement": "Disagrees", "consultation": "Consulted"}
_SETTINGS: Mapping[str, str] = {
    "supervision": "Supervision",
    "group": "Group",
    "same_day": "Talk",
    "opening": "Opening",
}
# What has no room for its time beside the words says it as the first of them.
_TIMED = frozenset({"incident"})
_TONES: Mapping[str, Tone] = {"decision": "strong", "worry": "warn", "escalation": "warn"}


def author_of(entries: Sequence[Entry]) -> str:
    """Who wrote most of them, said once for all; empty where there is nothing."""
    return Counter(one.by for one in entries).most_common(1)[0][0] if entries else ""


def by_author(author: str, names: Names) -> str:
    """That, as it stands over the story."""
    return f"by {names.worker(author)} unless named" if author else ""


def told_as_story(
    entries: Sequence[Entry],
    author: str,
    today: date,
    names: Names,
    asked_for: Collection[EntryId] = (),
    *,
    narrow: bool = False,
) -> Iterator[Passage]:
    """The entries in this order; `asked_for` are talks still to be held. A day is said once, with a space before it
    where anything weighs in it or before it; a year over what is not of today's. Where it is `narrow`, the words stand
    under day and kind.
    """
    year, was_light = today.year, True
    for number, (on, group) in enumerate(groupby(entries, key=lambda one: one.happened_on)):
        of_the_day = tuple(group)
        light = all(one.kind in LIGHT for one in of_the_day)
        if number and not (light and was_light):
            yield Passage()
        if on is not None and on.year != year:
            year = on.year
            yield Passage(str(year), "quiet")
        day = month_day(on) if on is not None else "no day"
        for place, one in enumerate(of_the_day):
            words, *rest = _told(one, author, "" if place else day, today, names)
            if narrow:
                yield Passage(indent=LEFT, key=words.key, left=words.left)
                words = words.__replace__(indent=UNDER, key="", left=(), goes_on=True)
                rest = [passage.__replace__(indent=UNDER) for passage in rest]
            yield from (words, *(() if one.id in asked_for else rest))
        was_light = light


def left_column(day: str, sign: str, kind: str, tone: Tone) -> tuple[tuple[str, Tone], ...]:
    """What stands beside the words."""
    return ((f"{day:>6} ", "quiet"), (f"{sign:1} ", "strong"), (f"{kind:<{KIND_WIDTH}}", tone))


def _told(one: Entry, author: str, day: str, today: date, names: Names) -> Iterator[Passage]:
    gone = one.withdrawn or one.replaced
    light = gone or one.kind in LIGHT
    weighs = one.kind == "decision" and not gone
    tone: Tone = "strong" if weighs else "quiet" if light else "plain"
    at = f"{one.happened_at} " if one.happened_at and one.kind in _TIMED else ""
    yield Passage(
        f"{at}{names.long_text(one.text)}",
        tone,
        indent=LEFT,
        key=key_of(one.id),
        left=left_column(
            day,
            names.glyphs.marked if one.significant else "",
            _kind(one),
            "quiet" if light else _TONES.get(one.kind, "plain"),
        ),
    )
    said: list[tuple[str, Tone]] = []
    if one.because:
        said.append((f"Because {names.long_text(one.because)}", "quiet" if gone else "plain"))
    elif one.lacks_reason and not gone:
        said.append(("No reason recorded", "warn"))
    if one.kind == "discussion" and not gone and one.setting == "same_day" and not one.on_file:
        said.append(("Not on the child's file", "warn"))
    elif one.kind == "discussion" and not gone and one.on_file:
        said.append((f"On the child's file {short_day(one.on_file, today)}", "quiet"))
    if one.withdrawn_because:
        said.append((f"Withdrawn: {names.long_text(one.withdrawn_because)}", "quiet"))
    if remarks := ", ".join(_remarks(one, author, names)):
        said.append((remarks[:1].upper() + remarks[1:], "quiet"))
    for words, its_tone in said:
        yield Passage(words, its_tone, indent=LEFT, goes_on=True)


def _kind(one: Entry) -> str:
    if one.setting is not None:
        said = _SETTINGS.get(one.setting, one.setting)
        return f"{said} {one.happened_at}" if one.happened_at and len(said) < 5 else said
    return _KINDS.get(one.kind, one.kind.capitalize())


def _remarks(one: Entry, author: str, names: Names) -> Iterator[str]:
    if one.sensitive:
        yield "sensitive"
    if one.withdrawn and not one.withdrawn_because:
        yield "withdrawn"
    if one.replaced:
        yield "an earlier version"
    elif one.corrects:
        yield "corrected"
    if one.by != author:
        yield f"by {names.worker(one.by)}"

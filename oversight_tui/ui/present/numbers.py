"""Numbers that were said one after the other, as a small picture with the numbers beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.facts import Entry, Risk
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day
from oversight_tui.words.labels import RISK, words_for

SCALE = 10  # from 0, cannot live at home, to 10, safe enough to close
_RISKS: Mapping[Risk, int] = {"low": 1, "medium": 2, "high": 3, "very_high": 4}


def sparkline(numbers: Iterable[int], most: int, steps: str) -> str:
    """A step for each of them, from the lowest for 0 to the highest for `most`."""
    return "".join(steps[round((len(steps) - 1) * min(one, most) / most)] for one in numbers)


def number_passages(entries: Sequence[Entry], today: date, names: Names) -> Iterator[Passage]:
    """The risk as it was rated, and where each person put the child on the scale, oldest first."""
    standing = [one for one in entries if not one.withdrawn and not one.replaced]
    rated = [(one, one.rating) for one in standing if one.rating is not None]
    steps = names.glyphs.steps
    if rated:
        line = sparkline((_RISKS[rating] for _, rating in rated), max(_RISKS.values()), steps)
        said = [f"{words_for(RISK, rating)} {_day(one, today)}".strip() for one, rating in rated]
        yield Passage(f"Risk  {line}  {_onwards(said, names)}", hang=2, indent=2)
    people = dict.fromkeys(who for one in standing for who, _ in one.scales)
    for who in people:
        said_by = [(one, number) for one in standing for person, number in one.scales if person == who]
        line = sparkline((number for _, number in said_by), SCALE, steps)
        said = [f"{number} {_day(one, today)}".strip() for one, number in said_by]
        yield Passage(f"{names.text(who)}, 0 to 10  {line}  {_onwards(said, names)}", hang=2, indent=2)


def _onwards(said: Sequence[str], names: Names) -> str:
    return f" {names.glyphs.then} ".join(said)


def _day(one: Entry, today: date) -> str:
    return f"({short_day(one.happened_on, today)})" if one.happened_on else ""

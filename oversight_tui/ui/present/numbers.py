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
        said = [words_for(RISK, rating) for _, rating in rated]
        yield _told("Risk", line, said, [one for one, _ in rated], today, names)
    people = dict.fromkeys(who for one in standing for who, _ in one.scales)
    for who in people:
        said_by = [(one, number) for one in standing for person, number in one.scales if person == who]
        line = sparkline((number for _, number in said_by), SCALE, steps)
        said = [str(number) for _, number in said_by]
        yield _told(f"{names.text(who)}, 0 to 10", line, said, [one for one, _ in said_by], today, names)


def _told(what: str, line: str, said: Sequence[str], entries: Sequence[Entry], today: date, names: Names) -> Passage:
    """The picture, its numbers one after the other, and from what day to what day they were said."""
    days = [short_day(one.happened_on, today) for one in entries if one.happened_on is not None]
    when = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
    numbers = f" {names.glyphs.then} ".join(said)
    picture = f"  {line}" if len(said) > 1 else ""  # one number alone is no line
    return Passage(f"{what}{picture}  {numbers}{f' ({when})' if when else ''}", indent=2, hang=2)

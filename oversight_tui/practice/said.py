"""What was typed of a child that no list carries, in the order in which it took place.

Of two things of one day the one typed later comes after. What is to come, and how often a child is visited, holds as
it was said last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.child_dates import ChildDate, ChildDateWhat
from oversight_tui.practice.ids import ChildId

# What is said beforehand or once and for all, and so by the order of typing.
SAID_LAST: tuple[ChildDateWhat, ...] = ("visit_interval", "next_review")


class Said(Struct, frozen=True, gc=False):
    """What was typed of one child.

    `happened` took place, in the order of the days; `newest` holds as it was said last, by what it is.
    """

    happened: tuple[ChildDate, ...] = ()
    newest: Mapping[ChildDateWhat, ChildDate] = {}

    def latest(self, what: ChildDateWhat, since: date | None = None) -> date | None:
        """The day on which this took place last, not before `since`; None where it did not."""
        days = [one.day for one in self.happened if one.what == what and one.day is not None]
        return days[-1] if days and (since is None or days[-1] >= since) else None

    def times(self, what: ChildDateWhat, since: date) -> int:
        """How often this took place on `since` or later."""
        return sum(one.what == what and one.day is not None and one.day >= since for one in self.happened)

    def until(self, day: date) -> Said:
        """What had taken place by the end of a day."""
        return self.__replace__(happened=tuple(one for one in self.happened if one.day is not None and one.day <= day))

    def in_hand(self, start: ChildDateWhat, *ends: ChildDateWhat) -> date | None:
        """The day of the first start that nothing has ended since; None where nothing is in hand."""
        begun: date | None = None
        for one in self.happened:
            if one.what in ends:
                begun = None
            elif one.what == start and begun is None:
                begun = one.day
        return begun


NOTHING = Said()


def said_of_children(dates: Iterable[ChildDate], today: date) -> Mapping[ChildId, Said]:
    """What was typed of each child, as far as it has taken place by a day; `dates` in the order of typing."""
    happened: dict[ChildId, list[ChildDate]] = {}
    newest: dict[ChildId, dict[ChildDateWhat, ChildDate]] = {}
    for one in dates:
        if one.what in SAID_LAST:
            newest.setdefault(one.child_id, {})[one.what] = one
        elif one.day is not None and one.day <= today:
            happened.setdefault(one.child_id, []).append(one)
    return {
        child: Said(tuple(sorted(happened.get(child, ()), key=_day)), newest.get(child, {}))
        for child in happened.keys() | newest.keys()
    }


def _day(one: ChildDate) -> date:
    return one.day or date.min

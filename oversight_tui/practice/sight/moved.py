"""What a number of the months is called, and how much it changed: in words and numbers, never as an arrow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import floor
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.sight.months import MonthFigures

MeasureKey = Literal[
    "per_fte",
    "supervised",
    "discussed",
    "visited",
    "children",
    "unallocated",
    "new",
    "closed",
    "transferred_in",
    "transferred_out",
    "worries_open",
    "worries_review_late",
    "actions_late",
    "decisions_without_because",
    "escalations_unanswered",
    "held",
    "cancelled",
]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_YEAR = 12  # months


class Measure(Struct, frozen=True):
    """One number of a month: its name, how it is read out of it (None where it is not known), whether it is a percent
    of a whole, and with how many decimals it is said.
    """

    name: str
    of: Callable[[MonthFigures], float | None]
    percent: bool = False
    decimals: int = 0

    def said(self, number: float | None) -> str:
        """The number alone: `82`, `15.6`; nothing where it is not known. A percent is rounded down, as a share is."""
        if number is None:
            return ""
        return f"{floor(number)}" if self.percent else f"{number:.{self.decimals}f}"

    def with_unit(self, number: float) -> str:
        """The number with its unit: `82 %`."""
        return f"{self.said(number)} %" if self.percent else self.said(number)


def _share(in_time: int, of: int) -> float | None:
    return 100 * in_time / of if of else None


MEASURES: Mapping[MeasureKey, Measure] = {
    "per_fte": Measure("children per FTE", lambda one: one.per_fte, decimals=1),
    "supervised": Measure(
        "workers supervised in time", lambda one: _share(one.supervised, one.supervised_of), percent=True
    ),
    "discussed": Measure(
        "children discussed in time", lambda one: _share(one.discussed, one.discussed_of), percent=True
    ),
    "visited": Measure("children seen in time", lambda one: _share(one.visited, one.visited_of), percent=True),
    "children": Measure("children", lambda one: one.children),
    "unallocated": Measure("children with no worker", lambda one: one.unallocated),
    "new": Measure("new", lambda one: one.new),
    "closed": Measure("closed", lambda one: one.closed),
    "transferred_in": Measure("transferred in", lambda one: one.transferred_in),
    "transferred_out": Measure("transferred out", lambda one: one.transferred_out),
    "worries_open": Measure("worries open", lambda one: one.worries_open),
    "worries_review_late": Measure("worries whose review is late", lambda one: one.worries_review_late),
    "actions_late": Measure("actions late", lambda one: one.actions_late),
    "decisions_without_because": Measure("decisions without a because", lambda one: one.decisions_without_because),
    "escalations_unanswered": Measure("escalations unanswered", lambda one: one.escalations_unanswered),
    "held": Measure("sessions held", lambda one: one.held),
    "cancelled": Measure("sessions cancelled", lambda one: one.cancelled),
}


def month_named(day: date) -> str:
    """`October`."""
    return _MONTHS[day.month - 1]


def moved_said(measure: Measure, months: Sequence[MonthFigures]) -> str:
    """How the newest month stands against the same of a year before, or against the oldest there is where the year
    before is not known: `children per FTE 15.6 in October, 2.4 more than the 13.2 of a year before`. `months` are those
    that are worked out, oldest first.
    """
    known = [(one, number) for one in months if (number := measure.of(one)) is not None]
    if not known:
        return f"{measure.name}: not known of any month"
    newest, now = known[-1]
    said = f"{measure.name} {measure.with_unit(now)} in {month_named(newest.last_day)}"
    (then, before), *rest = known
    if not rest:
        return f"{said}; of no month before it is known"
    is_year = _months_between(then.last_day, newest.last_day) == _YEAR
    when = "of a year before" if is_year else f"of {month_named(then.last_day)} {then.last_day.year}"
    # What is said is the difference of what is said: 82 against 93 are 11, however they were rounded.
    by = float(measure.said(now)) - float(measure.said(before))
    if not float(f"{by:.{measure.decimals}f}"):
        return f"{said}, the same as the {measure.with_unit(before)} {when}"
    much = measure.said(abs(by))
    points = (" point" if much == "1" else " points") if measure.percent else ""
    way = "more" if by > 0 else "fewer"
    return f"{said}, {much}{points} {way} than the {measure.with_unit(before)} {when}"


def _months_between(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month

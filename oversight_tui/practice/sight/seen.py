"""Which children were visited in time, by the interval of each; whom nobody can say it of is a figure of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.said import NOTHING, Said
from oversight_tui.practice.sight.of_team import OfTeam
from oversight_tui.practice.sight.values import FigureKey
from oversight_tui.practice.timescales.not_recorded import has_own_visit, lists_say_when_seen
from oversight_tui.practice.timescales.visits import visit_due

# What the day of a next visit follows from, where no interval was decided for the child: the status, the last visit,
# the day of coming where there was none, and since when the child is looked after.
_Known = tuple[str | None, date | None, date | None, date | None]


class VisitDays:
    """The last day in time for the next visit of each child. Very many children have the same one for the same reasons,
    and it is worked out once.
    """

    def __init__(self, dates: Mapping[ChildId, Said], policy: Policy) -> None:
        self._dates, self._limits = dates, policy.limits
        self._known: dict[_Known, date | None] = {}

    def due(self, child: Child) -> date | None:
        """The last day in time; None where no interval is set, or nothing is known to count from."""
        said = self._dates.get(child.id)
        if said is not None:
            return visit_due(child, said, self._limits)
        last, status = child.last_seen, child.status
        since = child.status_since if status == "looked_after" else None
        known = (status, last, child.here_since if last is None else None, since)
        if known not in self._known:
            self._known[known] = visit_due(child, NOTHING, self._limits)
        return self._known[known]

    def decided_for(self, child: Child) -> bool:
        """Whether an interval was decided for the child."""
        said = self._dates.get(child.id)
        return said is not None and "visit_interval" in said.newest


def visits_of(part: OfTeam, days: VisitDays, today: date) -> Mapping[FigureKey, list[ChildId]]:
    """The children of a team who were visited in time, who are late, and of whom it cannot be said."""
    found: dict[FigureKey, list[ChildId]] = {"visits_in_time": [], "visits_late": [], "visits_not_known": []}
    lists_say_it = lists_say_when_seen(part.children)
    for child in part.children:
        due = days.due(child)
        is_late = due is not None and days_late(due, today) is not None
        if child.last_seen is not None and due is not None:
            found["visits_late" if is_late else "visits_in_time"].append(child.id)
        elif is_late and (days.decided_for(child) or has_own_visit(child, lists_say_it=lists_say_it)):
            found["visits_late"].append(child.id)
        else:
            found["visits_not_known"].append(child.id)
    return found

"""When a child is next to be seen: by the interval that was decided for the child, else by the policy's for the status.

Looked-after children: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28. It lets
visits be rarer where the child is to stay until 18, which no list says: such an interval is decided for the child.
Every other figure is local.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.facts import Child, Status
from oversight_tui.practice.limit_words import by_said, last_day_said
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing
from oversight_tui.words.dates import count, past_day, short_day

LAST_SEEN = "Last seen not recorded"
# The policy's interval for each status: its key, and what it counts.
_DEFAULTS: Mapping[Status, tuple[str, str]] = {
    "protection_plan": ("visit_plan_days", "working day"),
    "looked_after": ("visit_looked_after_weeks", "week"),
    "in_need": ("visit_in_need_days", "working day"),
    "assessment": ("visit_assessment_days", "working day"),
    "care_leaver": ("visit_care_leaver_weeks", "week"),
}
_AFTER: Mapping[str, Callable[[date, int], date]] = {
    "day": lambda day, number: day + timedelta(days=number),
    "working day": add_working_days,
    "week": lambda day, number: day + timedelta(weeks=number),
}


class VisitInterval(Struct, frozen=True):
    """How often a child is visited. `decided_on` is when that was decided, None for the policy's default."""

    number: int
    unit: str
    decided_on: date | None = None

    def after(self, day: date) -> date:
        """The last day in time after a visit."""
        return _AFTER[self.unit](day, self.number)

    def __str__(self) -> str:
        return f"every {count(self.number, self.unit)}"


def visit_interval(child: Child, said: Said, limits: Limits) -> VisitInterval | None:
    """The interval of a child; None where none was decided and the policy has none for the status."""
    decided = said.newest.get("visit_interval")
    if decided is not None and decided.days is not None:
        return VisitInterval(decided.days, "day", decided.said_on)
    return policy_interval(child.status, limits)


def policy_interval(status: Status | None, limits: Limits) -> VisitInterval | None:
    """The policy's interval for a status; None where it has none."""
    default = _DEFAULTS.get(status) if status is not None else None
    if default is None or not limits[default[0]]:
        return None
    return VisitInterval(limits[default[0]], default[1])


def looser(days: int, status: Status | None, limits: Limits, today: date) -> VisitInterval | None:
    """The policy's interval, where one of so many days lets visits be rarer; None where it does not."""
    policys = policy_interval(status, limits)
    return policys if policys is not None and VisitInterval(days, "day").after(today) > policys.after(today) else None


def visit_due(child: Child, said: Said, limits: Limits) -> date | None:
    """The last day in time for the next visit; None where no interval is set, or nothing is known to count it from.

    A child who was never seen, as far as is recorded, is to be seen within the interval from the day they came here.
    The first visit to a child who has become looked after is sooner.
    """
    interval = visit_interval(child, said, limits)
    if interval is None:
        return None
    if interval.decided_on is None and child.status == "looked_after" and child.status_since is not None:
        first = child.status_since + timedelta(days=limits["visit_first_days"])
        came = child.here_since
        if (child.last_seen is None and (came is None or first >= came)) or (
            child.last_seen is not None and child.last_seen < child.status_since
        ):
            return first
    since = child.last_seen or interval.decided_on or child.here_since
    return interval.after(since) if since is not None else None


def visits(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """The next visit; that no interval is set, or that nobody recorded when the child was last seen."""
    interval = visit_interval(row.child, said, limits)
    if interval is None:
        yield Standing("visit", page="Visit interval: not set", unknown="Visit interval not set")
        return
    due = visit_due(row.child, said, limits)
    often = f"Visit {interval}{_whose(interval, row.child.status, limits, today)}"
    if due is None:
        yield Standing("visit", page=f"{often}: last seen not recorded", unknown=LAST_SEEN)
        return
    last = row.child.last_seen
    yield Standing(
        "visit",
        due,
        f"{often}: next {by_said(due, today)}",
        f"{f'Last seen {past_day(last, today)}' if last else LAST_SEEN}, visit {by_said(due, today, lacking='')}",
        last_day_said(due, today),
        unknown=LAST_SEEN if last is None and interval.decided_on is None else "",
        says="a visit is owed",
        past="its day",
    )


def as_far_as_known(child: Child, due: date | None, lists: Mapping[str, date], today: date) -> str:
    """Of a visit that may have taken place since, because the team's list is older than its day: which list says so.

    Empty where that list is of the day or later, and where the last visit was recorded here.
    """
    as_at = lists.get(child.team) if child.team is not None else None
    told_by_lists = child.last_seen_source is not None or (child.last_seen is None and child.came_on_a_list)
    if due is None or as_at is None or as_at >= due or not told_by_lists:
        return ""
    return f", as far as the list of {short_day(as_at, today)} knows"


def _whose(interval: VisitInterval, status: Status | None, limits: Limits, today: date) -> str:
    """Whether the interval is the policy's, and by how much one that was decided is looser."""
    if interval.decided_on is None:
        return " (the policy's)"
    policys = looser(interval.number, status, limits, today)
    return f" (looser than the policy's, {policys})" if policys is not None else ""

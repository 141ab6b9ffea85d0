"""The names that the numbers of line of sight go by, and why a worker was not supervised in time."""

from __future__ import annotations

from math import floor as whole_percent

# Each number by what its rows are.
FIGURE = {
    "workers": "workers",
    "agency": "agency workers",
    "away": "workers away today",
    "newly_qualified": "newly qualified workers",
    "spare": "workers with room for more",
    "full": "workers with a full caseload",
    "over": "workers over a full caseload",
    "far_over": "workers far over a full caseload",
    "children": "children",
    "unallocated": "children with no worker",
    "waiting": "children waiting for a worker",
    "on_duty": "children held on duty",
    "held_by_manager": "children held by a manager",
    "supervised_in_time": "workers supervised in time",
    "supervised_due": "workers whose supervision is due",
    "supervised_overdue": "workers whose supervision is overdue",
    "supervised_never": "workers never supervised",
    "supervised_not_yet": "workers with no supervision recorded yet",
    "supervised_paused": "workers whose clock is paused",
    "discussed_in_time": "children discussed in time",
    "discussed_due": "children whose discussion is due",
    "discussed_overdue": "children whose discussion is overdue",
    "discussed_never": "children never discussed",
    "discussed_not_yet": "children with no discussion recorded yet",
    "visits_in_time": "children seen in time",
    "visits_late": "children whose visit is late",
    "visits_not_known": "children whose last visit is not known",
    "worries_open": "worries open",
    "worries_review_late": "worries whose review is late",
    "decisions_without_because": "decisions without a because",
    "actions_late": "actions late",
    "actions_carried": "actions carried over",
    "not_on_file": "discussions not on the child's file",
    "escalations_unanswered": "escalations unanswered",
    "consultations_unanswered": "consultations unanswered",
    "new": "children new this month",
    "closed": "children closed this month",
    "transferred_in": "children transferred in this month",
    "transferred_out": "children transferred out this month",
}
SHARE = {
    "supervised": "workers supervised in time",
    "discussed": "children discussed in time",
    "visited": "children seen in time",
}
# Why workers are late, counted and without their names.
WHY_LATE = {
    "away": "away",
    "cancelled": "with a session cancelled",
    "cut_short": "with a session cut short",
    "not_recorded": "with a session of which nothing is recorded",
    "not_booked": "with no session booked in time",
    "never_supervised": "never supervised",
}


def percent_said(percent: float) -> str:
    """`78 %`, rounded down: nothing is said to reach a target, a floor or all of them that does not."""
    return f"{whole_percent(percent)} %"


def standing_said(standing: str | None, target: int, floor: int) -> str:
    """Where a share stands against the target and the floor of the policy, in percent; nothing of nobody."""
    if standing is None:
        return "nobody to count"
    if standing == "on_target":
        return f"the target of {target} % is met"
    if standing == "above_floor":
        return f"under the target of {target} %, not below the floor of {floor} %"
    return f"below the floor of {floor} %; the target is {target} %"


def why_late_said(why: str, since: str, booked: str = "") -> str:
    """Why a worker was not supervised in time; `since` is the day it began and `booked` that of the next session, as
    they are written, empty where unknown.
    """
    on, of = (f" on {since}", f" of {since}") if since else ("", "")
    return {
        "away": f"away since {since}" if since else "away",
        "cancelled": f"the session{of} was cancelled, none was held since",
        "cut_short": f"the session{of} was cut short and does not count",
        "not_recorded": f"a session was planned{on and f' for {since}'}, and nothing is recorded of it",
        "not_booked": f"no session {'was booked in time' if booked else 'is booked'}"
        f"{f', none was held since {since}' if since else ''}",
        "never_supervised": f"never supervised{f' since they came on {since}' if since else ''}",
    }[why] + (f"; the next is on {booked}" if booked else "")

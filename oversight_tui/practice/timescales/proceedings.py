"""Care proceedings and what goes before them, each from its first day until it is ended.

Children and Families Act 2014, section 14: 26 weeks. How long pre-proceedings may last is local.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.child_dates import ChildDateWhat
from oversight_tui.practice.limit_words import by_said
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing
from oversight_tui.words.dates import short_day

# How many weeks before their end proceedings are shown as coming to it.
COMING = timedelta(weeks=4)
PRE_PROCEEDINGS_END: tuple[ChildDateWhat, ...] = ("pre_proceedings_ended", "proceedings_issued")


def issued_on(said: Said) -> date | None:
    """When the proceedings in hand were issued; None where there are none."""
    return said.in_hand("proceedings_issued", "proceedings_ended")


def pre_proceedings_since(said: Said) -> date | None:
    """Since when pre-proceedings are in hand; None where they are not."""
    return said.in_hand("pre_proceedings", *PRE_PROCEEDINGS_END)


def proceedings(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """Proceedings, week by week."""
    issued = issued_on(said)
    if issued is None:
        return
    most = limits["proceedings_weeks"]
    due = issued + timedelta(weeks=most)
    week = f"{_week(issued, due, today)} of {most}"
    summary = f"Week {week}, {_to_end(due, today)}"
    coming = due - today <= COMING
    page, says = f"Proceedings: week {week}", "proceedings to be ended"
    yield Standing("proceedings", due, page, summary, f"week {most}", listed=coming, says=says)


def pre_proceedings(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """Pre-proceedings: on the list while no family group decision-making meeting was offered, and near their end."""
    since = pre_proceedings_since(said)
    if since is None:
        return
    most = limits["pre_proceedings_weeks"]
    due = since + timedelta(weeks=most)
    before = max((day for day in map(said.latest, PRE_PROCEEDINGS_END) if day is not None), default=None)
    offered = said.latest("family_group_offer", since=before)
    meeting = (
        f"family group decision-making meeting offered {short_day(offered, today)}"
        if offered
        else "no offer of a family group decision-making meeting recorded"
    )
    words = f"week {_week(since, due, today)} of {most}, {_to_end(due, today)}; {meeting}"
    listed = offered is None or due - today <= COMING
    ahead = f"pre-proceedings, week {most}"
    page, summary = f"Pre-proceedings: {words}", f"Pre-proceedings, {words}"
    says = "pre-proceedings to be ended" if offered else "pre-proceedings without an offer of a family meeting"
    yield Standing("proceedings", due, page, summary, ahead, listed, says=says)


def _to_end(due: date, today: date) -> str:
    said = by_said(due, today, was="was to end by", lacking="no end recorded")
    return said if due < today else f"to end {said}"


def _week(first: date, due: date, today: date) -> int:
    """The week that today is in, counted from 1; the last day in time is the end of the last of them."""
    in_time = due - timedelta(days=1)
    return max(0, (min(today, in_time) - first).days if today <= due else (today - first).days) // 7 + 1

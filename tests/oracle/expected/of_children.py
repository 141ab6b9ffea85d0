"""The lines about children: not discussed for too long, missing, an enquiry in hand, a talk asked for or not filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.days import Span, working_days_after
from tests.oracle.expected.children import Child
from tests.oracle.expected.lines import OPEN, Line, dated
from tests.oracle.standing import of_kind
from tests.oracle.told import Told
from tests.oracle.typed import Dated, Ended, Held, SessionTalk, Talk, TalkAsked

RETURN_INTERVIEW = timedelta(days=3)
ON_FILE_WORKING_DAYS = 2
LOOKED_AFTER_VISIT = Span(6, "week")
VISIT_WORKING_DAYS = {"protection_plan": 10, "in_need": 20}


def lines_of_child(told: Told, child: Child, today: date) -> Iterator[Line]:
    """Every line about this child that no worry, action, decision or escalation makes."""
    yield from _coverage(child, today)
    yield from _missing(told, child, today)
    yield from _enquiry(told, child)
    yield from _visit(child, today)
    yield from _asked(told, child)
    yield from _on_file(told, child, today)


def _coverage(child: Child, today: date) -> Iterator[Line]:
    overdue_never = child.state == "never" and today > child.limit_by
    if overdue_never or child.state in ("due", "overdue"):
        opening = child.state == "never" and child.by_list
        yield Line("coverage", child.reference, child.worker, child.state, child.limit_by, opening=opening)


def _moments(told: Told, child: Child) -> list[tuple[date, int, str, bool]]:
    """What was dated about the child: when, its number, what, and whether it ended something; the latest last."""
    return sorted(
        (one.what.on, one.number, one.what.what, isinstance(one.what, Ended))
        for one in told.entries
        if isinstance(one.what, Dated | Ended) and one.what.child == child.reference
    )


def _missing(told: Told, child: Child, today: date) -> Iterator[Line]:
    """Until the child is back, and then until the interview was held or declined."""
    episodes = [moment for moment in _moments(told, child) if moment[2] != "strategy_discussion"]
    if not episodes:
        return
    on, _, what, _ = episodes[-1]
    if what == "missing_from":
        yield Line("missing_child", child.reference, OPEN, tier="urgent")
    elif what == "returned":
        heard_by = on + RETURN_INTERVIEW
        yield Line("missing_child", child.reference, OPEN, dated(today, heard_by) or OPEN, heard_by, "urgent")


def _enquiry(told: Told, child: Child) -> Iterator[Line]:
    enquiries = [moment for moment in _moments(told, child) if moment[2] == "strategy_discussion"]
    if enquiries and not enquiries[-1][3]:
        yield Line("section_47", child.reference, OPEN, tier="urgent")


def _visit(child: Child, today: date) -> Iterator[Line]:
    """By the policy's interval, from the day the child was last seen."""
    if child.status is None or child.last_seen is None:
        yield Line("visit", child.reference, OPEN, tier=OPEN, certain=False)
        return
    days = VISIT_WORKING_DAYS.get(child.status)
    due = working_days_after(child.last_seen, days) if days else LOOKED_AFTER_VISIT.after(child.last_seen)
    state = dated(today, due)
    if state:
        urgent = state == "overdue" and child.status != "in_need"
        yield Line("visit", child.reference, OPEN, state, due, "urgent" if urgent else "in_order")


def _asked(told: Told, child: Child) -> Iterator[Line]:
    answered = {what.answers for _, what in of_kind(told.entries, Talk) if what.child == child.reference}
    for one, what in of_kind(told.entries, TalkAsked):
        if what.child == child.reference and one.number not in answered:
            yield Line("discussion_open", child.reference, OPEN, tier="urgent")


def _on_file(told: Told, child: Child, today: date) -> Iterator[Line]:
    filed = told.on_file()
    for one in told.entries:
        what = one.what
        if isinstance(what, Held) and child.reference in what.children:
            yield Line("discussion_not_on_file", child.reference, OPEN, certain=False)
        elif isinstance(what, Talk | SessionTalk) and what.child == child.reference and one.number not in filed:
            due = working_days_after(what.on, ON_FILE_WORKING_DAYS)
            state = dated(today, due)
            yield Line("discussion_not_on_file", child.reference, OPEN, state or OPEN, due, certain=state is not None)

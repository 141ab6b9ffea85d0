"""The lines about children: not discussed for too long, missing, an enquiry in hand, a talk asked for or not filed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.days import working_days_after
from tests.oracle.expected.children import Child
from tests.oracle.expected.lines import OPEN, Line, dated
from tests.oracle.standing import of_kind
from tests.oracle.told import Told
from tests.oracle.typed import Dated, Ended, Filed, Held, SessionTalk, Talk, TalkAsked

RETURN_INTERVIEW = timedelta(days=3)
ON_FILE_WORKING_DAYS = 2


def lines_of_child(told: Told, child: Child, today: date) -> Iterator[Line]:
    """Every line about this child that no worry, action, decision or escalation makes."""
    yield from _coverage(child, today)
    yield from _missing(told, child, today)
    yield from _enquiry(told, child)
    yield from _asked(told, child)
    yield from _on_file(told, child, today)


def _coverage(child: Child, today: date) -> Iterator[Line]:
    overdue_never = child.state == "never" and today > child.limit_by
    if overdue_never or child.state in ("due", "overdue"):
        opening = child.state == "never" and child.by_list
        yield Line("coverage", child.reference, child.worker, child.state, child.limit_by, opening=opening)


def _moments(told: Told, child: Child) -> list[tuple[date, int, str, bool]]:
    found = [
        (what.on, one.number, what.what, False)
        for one, what in of_kind(told.entries, Dated)
        if what.child == child.reference
    ]
    found += [
        (what.on, one.number, what.what, True)
        for one, what in of_kind(told.entries, Ended)
        if what.child == child.reference
    ]
    return sorted(found)


def _missing(told: Told, child: Child, today: date) -> Iterator[Line]:
    episodes = [moment for moment in _moments(told, child) if moment[2] in ("missing_from", "returned")]
    if not episodes or episodes[-1][3]:
        return
    on, _, what, _ = episodes[-1]
    if what == "missing_from":
        yield Line("missing_child", child.reference, OPEN, tier="urgent")
    else:
        heard_by = on + RETURN_INTERVIEW
        yield Line("missing_child", child.reference, OPEN, dated(today, heard_by) or OPEN, heard_by, "urgent")


def _enquiry(told: Told, child: Child) -> Iterator[Line]:
    enquiries = [moment for moment in _moments(told, child) if moment[2] == "strategy_discussion"]
    if enquiries and not enquiries[-1][3]:
        yield Line("section_47", child.reference, OPEN, tier="urgent")


def _asked(told: Told, child: Child) -> Iterator[Line]:
    answered = {what.answers for _, what in of_kind(told.entries, Talk)}
    for one, what in of_kind(told.entries, TalkAsked):
        if what.child == child.reference and one.number not in answered:
            yield Line("discussion_open", child.reference, OPEN, tier="urgent")


def _on_file(told: Told, child: Child, today: date) -> Iterator[Line]:
    filed = {what.talk for _, what in of_kind(told.entries, Filed)}
    for one in told.entries:
        what = one.what
        if isinstance(what, Held) and child.reference in what.children:
            yield Line("discussion_not_on_file", child.reference, OPEN, certain=False)
        elif isinstance(what, Talk | SessionTalk) and what.child == child.reference and one.number not in filed:
            due = working_days_after(what.on, ON_FILE_WORKING_DAYS)
            state = dated(today, due)
            yield Line("discussion_not_on_file", child.reference, OPEN, state or OPEN, due, certain=state is not None)

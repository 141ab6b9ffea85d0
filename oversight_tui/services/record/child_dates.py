"""Dates that no list carries, typed in: visit interval, strategy discussion, reviews, proceedings, a missing child."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.requests import ChildDateRequest, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, happened, said, said_or_nothing, the_child, to_come
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import CHILD_DATE

if TYPE_CHECKING:
    from db.engine import Store

MOST_DAYS_BETWEEN_VISITS = 400


def child_date(store: Store, request: ChildDateRequest, today: date) -> Recorded:
    """A date, or the longest time between two visits; that one is a decision and has its reason."""
    if request.what not in CHILD_DATE:
        raise RecordProblem(f"It is one of {', '.join(CHILD_DATE)}. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, request.child_id)
        reason = said_or_nothing(request.reason)
        if request.what == "visit_interval":
            if request.days is None or not 1 <= request.days <= MOST_DAYS_BETWEEN_VISITS:
                raise RecordProblem("Say every how many days the child is visited: 1 to 400. Nothing was recorded.")
            reason = said(request.reason, "Why this often")
            words = f"every {count(request.days, 'day')}"
        elif request.day is None:
            raise RecordProblem(f"{CHILD_DATE[request.what]} needs a day. Nothing was recorded.")
        else:
            if request.what == "next_review":
                to_come(request.day, today, "The next review")
            else:
                happened(request.day, today, CHILD_DATE[request.what])
            words = long_day(request.day)
        entry = writes.child_date(store, request, reason, today, author(store))
    return Recorded(str(entry), "child_date", f"{reference}: {CHILD_DATE[request.what].lower()} {words}.")

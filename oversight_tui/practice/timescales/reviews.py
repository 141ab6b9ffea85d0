"""Looked-after reviews, and the planned review of any other child.

Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33: the first review within 20 working
days of becoming looked after, the second within 3 months of it, each later one within 6 months of the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.conferences import (
    Meeting,
    fell_due_elsewhere,
    plan_since,
    planned_after,
    planned_said,
)
from oversight_tui.practice.timescales.standing import Limits, Standing, near
from oversight_tui.words.dates import short_day

NO_LOOKED_AFTER_REVIEW = "Last looked-after review not recorded"


def reviews(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """The next looked-after review; for a child who is neither looked after nor on a plan the day that was planned."""
    if row.child.status == "looked_after":
        last = said.latest("looked_after_review", row.child.status_since)
        limit = _limit(row, said, last, limits)
        unknown = NO_LOOKED_AFTER_REVIEW if last is None else ""
        yield from Meeting("review", "Looked-after review", limit, planned_after(said, last), unknown).standings(today)
        return
    planned = planned_after(said, None)
    if planned is not None and plan_since(row, said) is None:
        page, listed = f"Next review: {short_day(planned, today)}", near(planned, today)
        summary = f"Review {planned_said(planned, today)}"
        page = page if planned >= today else summary
        yield Standing(
            "review", planned, page, summary, "planned", listed, says="planned review to be held", past="its day"
        )


def _limit(row: ChildRow, said: Said, last: date | None, limits: Limits) -> date | None:
    """The last day in time for the next review; None where what went before is not known.

    A single review that was held long after the second had to be is taken as one of the later ones, of which the
    earlier were never typed.
    """
    since = row.child.status_since
    first = add_working_days(since, limits["looked_after_review_first_days"]) if since is not None else None
    if last is None:
        return first if first is not None and not fell_due_elsewhere(row, first) else None
    second = relativedelta(months=limits["looked_after_review_second_months"])
    held = said.times("looked_after_review", since) if since is not None else 0
    if held == 1 and first is not None and last <= first + second:
        return last + second
    return last + relativedelta(months=limits["looked_after_review_next_months"])

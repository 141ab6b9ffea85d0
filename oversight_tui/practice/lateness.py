"""The one place that says what late means: after the date, never on it."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.board import Clock, ClockState
from oversight_tui.words.lacking import Lacking


def days_late(due_on: date | None, today: date) -> int | None:
    """Whole days past a date; None where it is not past, or not known."""
    return (today - due_on).days if due_on is not None and today > due_on else None


def running_clock(last: date, ideal_by: date, limit_by: date, today: date) -> Clock:
    """A clock that was set back at least once: in time <= ideal < due <= limit < overdue.

    A `last` after today (a date the store refuses, met only where `today` was moved back) counts no days.
    """
    over = days_late(limit_by, today)
    state: ClockState = "overdue" if over is not None else "due" if today > ideal_by else "in_time"
    return Clock(state, last, max((today - last).days, 0), ideal_by, limit_by, over)


def never_clock(ideal_by: date | None, limit_by: date | None, today: date, *, awaits_opening: bool) -> Clock:
    """A clock that was never set back: a state of its own, never 0 days. `awaits_opening` says that it may have been
    before this record, and its opening date is still to be entered.
    """
    lacking: Lacking = "not yet" if limit_by is not None and today <= limit_by else "never"
    if awaits_opening or limit_by is None:
        lacking = "not known"
    return Clock("never", None, None, ideal_by, limit_by, None, lacking)

"""A section 47 enquiry in hand: from the strategy discussion until a conference was held, or it ended without one.

Working Together to Safeguard Children: an initial child protection conference within 15 working days of the strategy
discussion at which the enquiry was begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.calendar import add_working_days, working_days_between
from oversight_tui.practice.limit_words import by_said
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing
from oversight_tui.words.dates import weekday_day


def enquiry_since(said: Said) -> date | None:
    """The day of the strategy discussion that began the enquiry in hand; None where there is none."""
    return said.in_hand("strategy_discussion", "conference", "section_47_ended")


def enquiry(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """The enquiry, and in it the clock to the conference: one row for both."""
    since = enquiry_since(said)
    if since is None:
        return
    most = limits["conference_days"]
    due = add_working_days(since, most)
    day = working_days_between(since, today)
    begun = f"Working day {day} of {most} since the strategy discussion" if day else _begun(since, today)
    words = f"{begun}, conference {by_said(due, today)}"
    yield Standing(
        "section_47",
        due,
        f"Section 47 enquiry: {words}",
        words,
        f"conference, day {most}",
        listed=True,
        past="the limit for its conference",
        due_said="conference due",
    )


def _begun(since: date, today: date) -> str:
    """When the discussion was, while no working day has passed since."""
    return "Strategy discussion today" if since == today else f"Strategy discussion on {weekday_day(since)}"

"""How a day that has passed is said where it is looked at."""

from __future__ import annotations

from datetime import date

from oversight_tui.words.dates import count, long_day


def as_at_words(day: date, recorded_by: date | None) -> str:
    """`as at Tue 30 Jun 2026`, and by which day it had been recorded, where that was asked."""
    recorded = f", as recorded by {long_day(recorded_by)}" if recorded_by is not None else ""
    return f"as at {long_day(day)}{recorded}"


def left_out_words(number: int, day: date, recorded_by: date | None) -> str:
    """What a page of a past day leaves out; empty where it leaves out nothing."""
    if not number:
        return ""
    entries, are = count(number, "entry", "entries"), "is" if number == 1 else "are"
    later = f"of after {long_day(day)}" if recorded_by is None else f"recorded or of after {long_day(recorded_by)}"
    return f"{entries} {later} {are} not shown."


def passed_words(recorded_by: date | None) -> str:
    """On the face of what goes out, that its day has passed, and by which records it is told."""
    by = "by what is recorded now" if recorded_by is None else f"by what had been recorded by {long_day(recorded_by)}"
    return f"That day has passed: it is told {by}."

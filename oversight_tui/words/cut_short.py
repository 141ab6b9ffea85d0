"""How it is said that a session was cut short."""

from __future__ import annotations

from datetime import date

from oversight_tui.words.dates import short_day


def cut_short_words(counted: bool, cut_short_on: date | None, today: date) -> str:
    """What stands behind the last day: that the session was cut short, or that a later one was and does not count.

    Empty where none was.
    """
    first = "; it was cut short, counted all the same" if counted else ""
    return f"{first}; cut short {short_day(cut_short_on, today)}, not counted" if cut_short_on else first

"""How it is said that a list has closed a child."""

from __future__ import annotations

from datetime import date

from oversight_tui.words.dates import long_day, short_day


def closed_words(on: date | None, today: date) -> str:
    """`closed on 9 Mar`, for a line of a list."""
    return f"closed on {short_day(on, today)}" if on is not None else "closed"


def closed_hint(reference: str, on: date | None) -> str:
    """What is said with anything that is recorded about a closed child."""
    day = f" on {long_day(on)}" if on is not None else ""
    return f"{reference} was closed{day}: the child is in no caseload, and what is open of them stays listed."

"""What is booked, in few words."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.facts import OpenItem
from oversight_tui.words.dates import short_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for


def booking_words(item: OpenItem) -> str:
    """What is booked, in few words: `Visit`, `Meeting: strategy discussion`."""
    called = words_for(BOOKING, item.which)
    return f"{called}: {item.shown}" if item.shown else called


def booked_for(item: OpenItem, today: date) -> str:
    """For when something is booked: `booked for 3 Dec at 10:00`."""
    day = f" for {short_day(item.due_on, today)}" if item.due_on is not None else ""
    return f"booked{day}{f' at {item.at}' if item.at else ''}"

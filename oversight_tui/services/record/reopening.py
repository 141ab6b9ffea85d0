"""A child whom a list has closed, open again by being handed over: never without being asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.closed import Closing, closing_of
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.requests import HandOver
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.checks import the_child
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import STATUS, words_for

if TYPE_CHECKING:
    from db.engine import Store


def reopened(store: Store, child: ChildId, request: HandOver) -> Closing | None:
    """The closing that this handing over ends; None where the child is open, or was closed after that day and stays so.

    Raises AsksFirst where it was not said that the child is to be open again.
    """
    closing = closing_of(store, child)
    if closing is None or closing.holds_from > request.on:
        return None
    if not request.reopens:
        reference, day = the_child(store, child), _day(closing.closed_on)
        raise AsksFirst(
            f"{reference} was closed{day}, and handing over opens the child again. Nothing was recorded.",
            f"{reference} was closed{day}. y opens the child again.",
            request.__replace__(reopens=True),
        )
    return closing


def reopened_words(closing: Closing | None) -> str:
    """What is said of it with the handing over, with a semicolon before it; empty where nothing was closed."""
    if closing is None:
        return ""
    status = closing.status
    known = f", {words_for(STATUS, status.status)} as before" if status is not None else ""
    return f"; the child, closed{_day(closing.closed_on)}, is open again{known}"


def _day(on: date | None) -> str:
    return f" on {long_day(on)}" if on is not None else ""

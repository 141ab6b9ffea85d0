"""Visits: a child seen, or not seen and why. A visit that was booked is settled by either."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.bookings import visits_booked
from db.queries.entries import lead_allocation
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records import NotSeen, Seen
from oversight_tui.practice.requests import Book, NotSeenRequest, Recorded, SeenRequest
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.bookings import book
from oversight_tui.services.record.checks import (
    RecordProblem,
    must_have_happened,
    optional_name,
    optional_text,
    required_text,
    the_child,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import NOT_SEEN, SEEN_PLACE

if TYPE_CHECKING:
    from db.engine import Store


@records(SeenRequest)
def seen(store: Store, request: SeenRequest, today: date) -> tuple[Recorded, ...]:
    """Children seen: a visit to each, from which the next is counted. Those who are to be seen on a day to come have a
    visit booked, to which their workers go.
    """
    if request.on > today and request.alone is None and request.place is None:
        return _to_be_seen(store, request, today)
    if request.place is not None and request.place not in SEEN_PLACE:
        raise RecordProblem(f"Where is one of {', '.join(SEEN_PLACE)}. Nothing was recorded.", "place")
    with store.writing():
        children, references = _visited(store, request.children, request.on, today, "seen")
        booked = _booked(store, children, request.on)
        said = [(child, Seen(request.alone, request.place, booked.get(child))) for child in children]
        entries = writes.add_about_each(store, said, request.on, author(store))
    how = {True: "seen alone", False: "seen, not alone,", None: "seen"}[request.alone]
    where = f" {SEEN_PLACE[request.place]}" if request.place is not None else ""
    return tuple(
        Recorded(entry, Seen.kind.name, f"{reference}: {how}{where} {long_day(request.on)}.")
        for entry, reference in zip(entries, references, strict=True)
    )


def _to_be_seen(store: Store, request: SeenRequest, today: date) -> tuple[Recorded, ...]:
    children = dict.fromkeys(request.children)
    with store.writing():
        return tuple(book(store, Book("visit", request.on, child_id=child), today) for child in children)


@records(NotSeenRequest)
def not_seen(store: Store, request: NotSeenRequest, today: date) -> tuple[Recorded, ...]:
    """A visit without the children. No clock is set back: the next visit is due when it was."""
    if request.why not in NOT_SEEN:
        raise RecordProblem(f"Why is one of {', '.join(NOT_SEEN)}. Nothing was recorded.", "why")
    with store.writing():
        children, references = _visited(store, request.children, request.on, today, "not seen")
        text = required_text(request.text, "Why", "text") if request.why == "other" else optional_text(request.text)
        booked = _booked(store, children, request.on)
        said = [
            (child, NotSeen(request.why, text, _who_tried(store, request.who, child), booked.get(child)))
            for child in children
        ]
        entries = writes.add_about_each(store, said, request.on, author(store))
    why = NOT_SEEN[request.why]
    return tuple(
        Recorded(
            entry, NotSeen.kind.name, f"{reference}: not seen {long_day(request.on)}, {why}. No clock was set back."
        )
        for entry, reference in zip(entries, references, strict=True)
    )


def _visited(
    store: Store, named: Sequence[ChildId], on: date, today: date, how: str
) -> tuple[tuple[ChildId, ...], list[str]]:
    """The children, each once, and their references."""
    if not named:
        raise RecordProblem(f"Say which child was {how}. Nothing was recorded.")
    children = tuple(dict.fromkeys(named))
    references = [the_child(store, child) for child in children]
    must_have_happened(on, today, "A visit")
    return children, references


def _booked(store: Store, children: Sequence[ChildId], on: date) -> dict[ChildId, EntryId]:
    """The visit to each of these children that was booked last for a day or before."""
    return {one.child_id: one.entry for one in visits_booked(store, children) if one.child_id and one.on <= on}


def _who_tried(store: Store, typed: str | None, child: ChildId) -> str | None:
    """The name of who is meant; of nobody typed the child's worker, None where no worker holds the child."""
    name = optional_name(typed)
    if name is not None:
        return person(store, name).name
    held = lead_allocation(store, child)
    return the_worker(store, held.worker) if held is not None and held.worker is not None else None

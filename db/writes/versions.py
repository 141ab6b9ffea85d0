"""A newer version of an entry, an entry taken back, and an entry marked. What was written first stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import asdict

from db.queries.contents import content_of, following, sensitive_among
from db.queries.entries import EntryAbout, entry_about
from db.queries.events import EventEntry
from db.recording import Recording, Row, recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId
from oversight_tui.practice.records import Content
from oversight_tui.practice.records.upkeep import EntryMark

if TYPE_CHECKING:
    from db.engine import Store

Kind = TypeVar("Kind", bound=Content)


def correct(
    store: Store,
    entry: EntryAbout,
    author: str,
    *,
    content: Content | None = None,
    on: date | None = None,
    at: str | None = None,
    child: ChildId | None = None,
) -> tuple[EntryId, int]:
    """A newer version of an entry, with another `content`, `on` another day, `at` another time (HH:MM), or about
    another `child`, with whom all that belongs to it goes along.

    Returns the newer version and how many entries went with it to the other page.
    """
    with recording(store, author) as event:
        moving = _belonging(store, entry) if child is not None else []
        version = _version(event, entry, content=content, on=on, at=at, child=child)
        for other in moving:
            _version(event, other, child=child)
    return version, len(moving)


def withdraw_all(
    store: Store,
    entries: Iterable[EventEntry],
    reason: str,
    on: date,
    author: str,
    *,
    undone: Iterable[SnapshotId] = (),
) -> EntryId:
    """Take entries back, for one reason, in one event; `undone` are the files they came from. Returns the last one.

    Raises ValueError where there is nothing to take back.
    """
    with recording(store, author) as event:
        written = [_withdrawn(event, entry, reason, on) for entry in entries]
        for snapshot in undone:
            event.add(records.ImportUndone(snapshot), on=on)
        if not written:
            raise ValueError("No entry is named that is to be taken back.")
        return written[-1]


def mark(store: Store, entry: EntryAbout, how: EntryMark, on: date, author: str) -> tuple[EntryId, int]:
    """An entry marked as sensitive or significant. What was decided and agreed with it is as sensitive as it is.

    Returns the mark and how many entries were marked with it.
    """
    with recording(store, author) as event:
        written = event.add(records.Mark(entry.id, how), child=entry.child, worker=entry.worker, on=on)
        with_it = _decided_with(store, entry) if how == "sensitive" else []
        for other in with_it:
            event.add(records.Mark(other.id, how), child=other.child, worker=other.worker, on=on)
    return written, len(with_it)


def note_opened(store: Store, what: str, about: Row, author: str) -> None:
    """A journal line that something was opened, copied or printed; nothing is recorded besides."""
    with recording(store, author) as event:
        event.note(what, about)


def _withdrawn(event: Recording, entry: EventEntry, reason: str, on: date) -> EntryId:
    return event.add(records.Withdrawal(entry.id, reason), child=entry.child, worker=entry.worker, on=on)


def _version(
    event: Recording,
    entry: EntryAbout,
    *,
    content: Content | None = None,
    on: date | None = None,
    at: str | None = None,
    child: ChildId | None = None,
) -> EntryId:
    known = content_of(event.store, entry.kind, entry.version)
    content = content if content is not None else known
    known_at, sensitive = event.store.row("SELECT happened_at, sensitive FROM entry WHERE id = ?", (entry.version,))
    said = asdict(content)
    before: dict[str, object] = {name: value for name, value in asdict(known).items() if said[name] != value}
    if on is not None and on != entry.on:
        before["on"] = entry.on
    if at is not None and at != known_at:
        before["at"] = known_at
    if child is not None and child != entry.child:
        before["child"] = entry.child
    return event.add(
        content,
        child=child if child is not None else entry.child,
        worker=entry.worker,
        on=on or entry.on,
        at=at or known_at,
        sensitive=bool(sensitive),
        corrects=entry.id,
        before=before,
    )


def changed(store: Store, entry: EntryAbout, kind: type[Kind], change: Callable[[Kind], Kind]) -> Content:
    """What an entry of a kind says, changed. Raises TypeError where the entry is of another kind."""
    known = content_of(store, entry.kind, entry.version)
    if not isinstance(known, kind):
        raise TypeError(f"Entry {entry.id} is {known.kind.called}, not {kind.kind.called}.")
    return change(known)


def _decided_with(store: Store, entry: EntryAbout) -> list[EntryAbout]:
    """The decisions and actions that belong to an entry and are not sensitive yet."""
    kinds = (records.Decision.kind.name, records.Action.kind.name)
    found = [one for one in _belonging(store, entry) if one.kind in kinds]
    hidden = sensitive_among(store, [one.id for one in found])
    return [one for one in found if one.id not in hidden]


def _belonging(store: Store, entry: EntryAbout) -> list[EntryAbout]:
    """What was recorded with a talk about the same child, and whatever follows any of it.

    That it was put on the child's file stays said of that child: nobody has put it on another's.
    """
    found: dict[EntryId, EntryAbout] = {}
    waiting = [entry.id]
    if entry.kind == records.Discussion.kind.name:
        together = (records.Decision.kind.name, records.Action.kind.name)
        waiting += [
            row[0]
            for row in store.rows(
                "SELECT o.id FROM entry e JOIN entry o ON o.recorded_at = e.recorded_at AND o.child_id = e.child_id"
                " WHERE e.id = ? AND o.id <> e.id AND o.kind IN (?, ?)",
                (entry.id, *together),
            )
        ]
    while waiting:
        number = waiting.pop()
        if number != entry.id:
            about = entry_about(store, number)
            if about is None or about.withdrawn or about.id in found or about.id == entry.id:
                continue
            if about.kind == records.Filing.kind.name:
                continue
            found[about.id] = about
        waiting += following(store, number)
    return sorted(found.values(), key=lambda each: each.id)

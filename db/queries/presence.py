"""Who was at a talk or a session, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.agendas import who_was_there
from db.queries.entries import entry_about, worker_name
from oversight_tui.practice.ids import EntryId

if TYPE_CHECKING:
    from db.engine import Store


def present_at(store: Store, talk: EntryId, session: EntryId | None, by: str) -> tuple[str, ...]:
    """Those at a talk: of one in a session everybody who was at that, of another the worker it was with, and who
    recorded it (`by`).
    """
    worker = _worker_of(store, session if session is not None else talk)
    others = who_was_there(store, session) if session is not None else (by,)
    return tuple(dict.fromkeys(filter(None, (worker, *others))))


def _worker_of(store: Store, entry: EntryId) -> str | None:
    about = entry_about(store, entry)
    return worker_name(store, about.worker) if about is not None and about.worker is not None else None

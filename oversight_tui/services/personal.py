"""A worker's own file, read: each reading is in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.pages import worker_history
from db.queries.personal import personal_entries
from db.queries.regularity import one_supervised
from db.queries.rights import reads_own_file
from db.queries.session_records import unsettled
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import OwnFile, with_signatures
from oversight_tui.practice.story import told
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store


class NotTheirs(PlainProblem):
    """A worker's own file was asked for that is not the login's to read."""


def personal_file(store: Store, worker_id: WorkerId, today: date | None = None) -> OwnFile:
    """Everything in a worker's own file, oldest first, what was said about the worker, and the sessions whose record
    waits on a day. Raises NotTheirs.
    """
    with store.writing():
        _refuse_others(store, worker_id)
        writes.note_opened(store, "opened_personal", {"worker": worker_id}, author(store))
        history = worker_history(store, worker_id)
        entries = told(history, {row.first for row in history.rows}, policy_in_force(store).decision_kinds)
        about = tuple(one for one in entries if one.behind_the_wall)
        waiting = tuple(unsettled(store, (worker_id,), today)) if today is not None else ()
        return OwnFile(with_signatures(personal_entries(store, worker_id)), about, _held(store, worker_id), waiting)


def _refuse_others(store: Store, worker_id: WorkerId) -> None:
    if not reads_own_file(store, worker_id):
        raise NotTheirs(
            "This worker's own file is for who supervises them, for that one's own manager, and for who was named to "
            "read own files. Nothing was opened."
        )


def _held(store: Store, worker_id: WorkerId) -> tuple[date, ...]:
    """The days of the one-to-ones that were held here with a worker, oldest first."""
    sessions = [session for one in one_supervised(store, worker_id) for session in one.sessions]
    return tuple(sorted(one.held_on for one in sessions if one.held_on is not None and not one.opening))

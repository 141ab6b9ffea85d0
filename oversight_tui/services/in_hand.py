"""That the session of a worker is held in one program at a time, as far as the store can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.entries import worker_name
from db.queries.settings import name_of_who_has_session
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.ids import WorkerId


def take_in_hand(store: Store, worker: WorkerId) -> None:
    """Have the session with a worker in hand until `let_go`, or until the program ends. Raises RecordProblem where
    another program has it, with whose it is and since when.
    """
    held = store.engine.take_in_hand(worker)
    if held is None:
        return
    with store.reading():
        name, whose = worker_name(store, worker), name_of_who_has_session(store, worker)
    since = f" since {held.since.astimezone():%H:%M}" if held.since is not None else ""
    raise RecordProblem(
        f"{one_line(whose or held.login)} has the session with {name} open{since}. It opens here when it is closed "
        "there; a session that was held can be recorded meanwhile."
    )


def let_go(store: Store, worker: WorkerId) -> None:
    """Have it in hand no more."""
    store.engine.let_go(worker)

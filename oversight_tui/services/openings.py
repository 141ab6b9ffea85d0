"""What somebody opens or prints is in the journal: whose page, by whom, when. A preview beside a list is no opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.anchor import Head
from db.ends import end_of
from db.moved import StoreMoved
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.services.agenda import session_in_hand
from oversight_tui.services.identity import author
from oversight_tui.services.pages_then import child_then, worker_then
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

OPENED, PRINTED = "opened", "printed"
PRINTED_DIGITS = 16  # of the hash: enough that nobody finds another row with the same, few enough to type
_END = re.compile(r"(\d{1,12})-([0-9a-f]{16,64})")


class NotAnEnd(PlainProblem):
    """What was typed is no end of a journal."""


def open_child(store: Store, child_id: ChildId, today: date) -> ChildPage:
    """The page of a child, opened. Raises NotFound, and StoreError where the journal cannot be written."""
    with _noted(store, {"child": child_id}):
        return child_then(store, child_id, today)


def open_worker(store: Store, worker_id: WorkerId, today: date) -> WorkerPage:
    """The page of a worker, opened. Raises NotFound, and StoreError where the journal cannot be written."""
    with _noted(store, {"worker": worker_id}):
        return worker_then(store, worker_id, today)


def open_session(store: Store, worker_id: WorkerId, today: date) -> SessionInHand:
    """Today's session with a worker, opened with the last entries of the children on its agenda. Raises NotFound."""
    with store.writing():
        session = session_in_hand(store, worker_id, today)
        opened = {"worker": worker_id, "session": True}
        writes.note_opened(store, OPENED, opened, author(store))
    return session


@contextmanager
def _noted(store: Store, opened: Mapping[str, object]) -> Iterator[None]:
    """One transaction, with a line in the journal that says what was opened in it. A store that was carried elsewhere
    can be read and takes no line any more: pages open without one.
    """
    with ExitStack() as held:
        try:
            held.enter_context(store.writing())
        except StoreMoved:
            held.enter_context(store.reading())
            yield
            return
        yield
        writes.note_opened(store, OPENED, opened, author(store))


def note_printed(store: Store, board: Board) -> str:
    """The journal line that a morning list was laid out for paper; returns the end of the journal, to be printed on it.

    Paper cannot be written anew: `oversight verify --printed` holds the store against it.
    """
    printed = {
        "list": "morning",
        "teams": list(board.teams),
        "on": board.as_of.isoformat(),
        "rows": len(board.attention),
    }
    with store.writing():
        writes.note_opened(store, PRINTED, printed, author(store))
        end = end_of(store)
    return f"{end.seq}-{end.hash[:PRINTED_DIGITS]}" if end else ""


def printed_end(typed: str) -> Head:
    """The end of the journal as it stands on a printed list. Raises NotAnEnd."""
    found = _END.fullmatch(typed.strip().lower())
    if found is None:
        raise NotAnEnd(
            f"'{one_line(typed)}' is no end of a journal. It stands at the foot of a printed list: 3421-7ca5d0..."
        )
    return Head(int(found[1]), found[2])

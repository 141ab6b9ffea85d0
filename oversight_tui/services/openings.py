"""What somebody opens or prints is in the journal: whose page, by whom, when. A preview beside a list is no opening."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.services.agenda import session_in_hand
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store

OPENED, PRINTED = "opened", "printed"


def open_child(store: Store, child_id: str, today: date) -> ChildPage:
    """The page of a child, opened. Raises NotFound, and StoreError where the journal cannot be written."""
    with store.writing():
        page = child_page(store, child_id, today)
        writes.note_opened(store, OPENED, {"child": int(child_id)}, author(store))
    return page


def open_worker(store: Store, worker_id: str, today: date) -> WorkerPage:
    """The page of a worker, opened. Raises NotFound, and StoreError where the journal cannot be written."""
    with store.writing():
        page = worker_page(store, worker_id, today)
        writes.note_opened(store, OPENED, {"worker": int(worker_id)}, author(store))
    return page


def open_session(store: Store, worker_id: str, today: date) -> SessionInHand:
    """Today's session with a worker, opened with the last entries of the children on its agenda. Raises NotFound."""
    with store.writing():
        session = session_in_hand(store, int(worker_id), today)
        opened = {"worker": int(worker_id), "session": True}
        writes.note_opened(store, OPENED, opened, author(store))
    return session


def note_printed(store: Store, board: Board) -> None:
    """The journal line that a morning list was laid out for paper."""
    printed = {
        "list": "morning",
        "teams": list(board.teams),
        "on": board.as_of.isoformat(),
        "rows": len(board.attention),
    }
    writes.note_opened(store, PRINTED, printed, author(store))

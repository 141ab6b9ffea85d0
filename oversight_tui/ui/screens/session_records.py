"""The records of sessions: in a worker's own file, and on the line that says that something in it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.personal import OwnFile
from oversight_tui.practice.session_records import is_record
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.session_record import SessionRecordForm
from oversight_tui.ui.present.own_file import record_stands, record_waits
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.program import Program
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.text_block import Passage

_NO_SESSION = "This row is of no session's record."
_OF_AN_ENTRY: frozenset[ActionId] = frozenset({"correct", "withdraw", "file_more"})


def settle_record(program: Program, selection: Selection) -> None:
    """The record of a session that waits; where none does, the own file, in which what is due stands."""
    worker = selection.worker_id
    items = selection.board.open_items if selection.board is not None else ()
    if any(one.worker_id == worker and is_record(one) for one in items):
        program.open(SessionRecordForm(selection.about_worker, program.worker.today()))
    elif worker is not None:
        program.key_queue.hold()
        program.worker.pages.read_personal(worker, selection.entry.id)


class RecordsInFile:
    """Which sessions of an own file have a record that waits, and which entries say what became of one; by the keys of
    their rows.
    """

    def __init__(self, own: OwnFile) -> None:
        self.waiting = {key_of(one.session): one for one in own.waiting}
        self._said = {key_of(one.id): one.session for one in own.entries if one.session is not None}

    def lines(self) -> Iterator[tuple[str, date | None, str, str]]:
        """The key, the day, what it is and how far it has come, of each that waits."""
        return ((key, one.held_on, "Record waits", record_stands(one)) for key, one in self.waiting.items())

    def session(self, key: str) -> EntryId | None:
        """The session of a row."""
        one = self.waiting.get(key)
        return one.session if one is not None else self._said.get(key)

    def detail(self, program: Program, key: str) -> Sequence[Passage]:
        """One that waits, in full."""
        return record_waits(self.waiting[key], program.worker.today())

    def cannot(self, program: Program, action_id: ActionId, key: str) -> str:
        """Why an action cannot act on a row; empty where it can, or is about something else."""
        if action_id in ("file_record", "session_told"):
            return "" if self.session(key) else _NO_SESSION
        if key in self.waiting and action_id in _OF_AN_ENTRY:
            return f"This is a session. {program.keymap.at_the_start('file_record')} says what became of its record."
        return ""

    def settle(self, program: Program, key: str, whose: About, again: Callable[[str | None], None]) -> None:
        """Say what became of it."""
        one = self.waiting.get(key)
        day = one.held_on if one is not None else None
        program.open(SessionRecordForm(whose, program.worker.today(), self.session(key), day), again)

    def tell(self, program: Program, key: str) -> None:
        """Show it as one text."""
        session = self.session(key)
        assert session is not None
        program.key_queue.hold()
        program.worker.pages.read_session_told(session, program.headings)

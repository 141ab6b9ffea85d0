"""A worker's own file, over the board. It says aloud that it is behind a wall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.personal import OwnFile
from oversight_tui.practice.sight.own_effect import own_effect
from oversight_tui.practice.span import A_QUARTER, span_back
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.personal import PersonalForm
from oversight_tui.ui.list_actions import OWN_FILE
from oversight_tui.ui.present.own_file import entry_in_full, file_rows, said_about_in_full
from oversight_tui.ui.present.row_keys import id_of, key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.screens.session_records import RecordsInFile
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day

_COLUMNS = (Column(11, title="day"), Column(24, title="what"), Column(title="words"))


class PersonalScreen(ListingScreen):
    """The entries, newest first."""

    place = "own_file"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(OWN_FILE))

    def __init__(self, worker_id: WorkerId, worker: str, own: OwnFile, at: EntryId | None = None) -> None:
        super().__init__("Own file:", _COLUMNS, "Nothing is in this file yet. {file_new} writes an entry.")
        self.worker_id = worker_id
        self.worker = worker
        self.begins_at = key_of(at) if at is not None else ""
        self.take(own)

    def take(self, own: OwnFile) -> None:
        """The file as it was read now."""
        self.own = own
        self.entries = {key_of(one.id): one for one in reversed(own.entries)}
        self.about = {key_of(one.id): one for one in reversed(own.about)}
        self.records = RecordsInFile(own)

    def show(self) -> None:
        """Show the entries, under the name as names are written now."""
        self.heading = f"Own file of {self._shown}:"
        super().show()

    @property
    def _shown(self) -> str:
        return self.program.names.worker(self.worker)

    def lines(self) -> Sequence[Line]:
        """One line each, in the order of `file_rows`."""
        names, today = self.program.names, self.program.worker.today()
        return [
            Line(key, (Cell(short_day(on, today) if on else "", "quiet"), Cell(what, "strong"), Cell(names.text(text))))
            for key, on, what, text in (*self.records.lines(), *file_rows(self.entries, self.about))
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """An entry in full, what it goes on from, and what came of it."""
        names, today = self.program.names, self.program.worker.today()
        if key in self.records.waiting:
            return self.records.detail(self.program, key)
        if key in self.about:
            return said_about_in_full(self.about[key], names)
        return entry_in_full(self.entries[key], tuple(self.entries.values()), names, today)

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """What was said about the worker is put right and taken back here; what comes of it is said on their page."""
        if of_records := self.records.cannot(self.program, action_id, key):
            return of_records
        said = self.about.get(key)
        if said is None:
            return ""
        if action_id == "file_more":
            return f"This is no entry of the file itself. {self.program.keymap.at_the_start('file_new')} writes one."
        if said.withdrawn and action_id in ("correct", "withdraw"):
            return "This entry was withdrawn. It can be read, and is not changed any more."
        if said.replaced and action_id in ("correct", "withdraw"):
            return "A newer version stands in the place of this one. Choose that."
        return ""

    def handlers(self) -> Handlers:
        """What is done about the file."""
        return {
            **super().handlers(),
            "list_open": self.open_row,
            "file_new": self._write,
            "file_more": self._write_more,
            "file_effect": self._effect,
            "file_record": lambda: self.records.settle(self.program, self.row_key, self._whose, self._again),
            "session_told": lambda: self.records.tell(self.program, self.row_key),
            "correct": self._correct,
            "withdraw": self._withdraw,
        }

    def _write(self) -> None:
        self.program.open(PersonalForm(self.worker_id, self._shown), self._again)

    def _write_more(self) -> None:
        one = self.entries[self.row_key]
        self.program.open(PersonalForm(self.worker_id, self._shown, one.follows or one.id, one.kind), self._again)

    def _effect(self) -> None:
        """Of the quarter up to today."""
        from oversight_tui.ui.screens.own_effect import OwnEffectScreen

        span = span_back(None, None, self.program.worker.today(), A_QUARTER)
        self.program.open(OwnEffectScreen(self.worker, own_effect(self.own, span)))

    def _correct(self) -> None:
        self.program.correct(EntryId(id_of(self.row_key)), self._whose, in_own_file=True)

    def _withdraw(self) -> None:
        self.program.open(WithdrawForm(EntryId(id_of(self.row_key)), self._whose), self._again)

    @property
    def _whose(self) -> About:
        return About(None, self.worker_id, None, self.worker, self._shown)

    def read_again(self) -> None:
        """Something was put right in it, or it comes back from under a lock."""
        self.program.worker.pages.read_personal(self.worker_id)

    def _again(self, says: str | None) -> None:
        if says is not None:
            self.read_again()

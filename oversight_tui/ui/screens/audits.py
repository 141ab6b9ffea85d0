"""Audits of files, over the board: those that are picked, those that were audited, and what they found together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.audits import AuditedFile
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.ui import forms, list_actions
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present import audits as present
from oversight_tui.ui.present.row_keys import id_of
from oversight_tui.ui.quality_messages import AuditsRead
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.screens.read_again import RowsToCome
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage


class AuditsScreen(ListingScreen):
    """First the files that wait to be audited, then those that were, the newest first; or the themes of a span."""

    place = "audits"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.AUDITS))

    def __init__(self, board: Board, audits: Sequence[AuditedFile]) -> None:
        super().__init__("", present.FILES, "No file is picked or was audited. {audits_pick} picks this month's.")
        self.told = present.Audits(board, tuple(audits))
        self.rows = RowsToCome(self)

    def show_board(self, board: Board) -> None:
        """Something was recorded: read them again."""
        self.told = self.told.__replace__(board=board)
        self.program.worker.quality.read_audits(board, self)

    def on_audits_read(self, event: AuditsRead) -> None:
        """As they are now."""
        event.stop()
        self.told = self.told.__replace__(audits=event.audits)
        self.rows.came()

    def show(self) -> None:
        """The files, or the themes."""
        self.heading = self.told.heading
        self.query_one("#list", LineList).columns.put(self.told.columns)
        super().show()

    def lines(self) -> Sequence[Line]:
        """One line a file, or a question."""
        return self.told.lines(self.program.names)

    def detail(self, key: str) -> Sequence[Passage]:
        """The row in full."""
        return tuple(self.told.detail(key, self.program.names, self.program.keymap.shown("look_again")))

    def opened(self, key: str) -> None:
        """The page of the child; a theme in full."""
        child = self.told.child(key)
        if child is None:
            super().opened(key)
        else:
            open_page_of(AboutChild(child), self.program)

    # --- Actions ----------------------------------------------------------------------------------

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """What is done about a file needs one, and one is audited once."""
        if action_id in ("look_again", "withdraw", "correct") and self.told.as_themes:
            return f"This is a question. {self.program.keymap.at_the_start('audits_themes')} shows the files."
        if action_id == "look_again" and self.told.waits(key) is None:
            return (
                f"This file is audited already. {self.program.keymap.at_the_start('correct')} corrects what was found."
            )
        if action_id == "correct" and self.told.audit(key) is None:
            return "Nothing is written about this file yet."
        return ""

    def handlers(self) -> Handlers:
        """What is done about files, and how they are looked at together."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "list_open": self.open_row,
            "audits_pick": self._pick,
            "audits_themes": lambda: self._show(self.told.__replace__(as_themes=not self.told.as_themes)),
            "audits_span": lambda: self._show(self.told.of_next_span()),
            "look_again": lambda: self.rows.open(forms.audit(self._entry, self._about)),
            "correct": lambda: self.program.correct(self._entry, self._about),
            "withdraw": lambda: self.rows.open(forms.withdraw(self._entry, self._about)),
        }

    def _pick(self) -> None:
        from oversight_tui.ui.dialogs.audit import AuditPickForm

        self.rows.open(AuditPickForm(self.told.board.limits["audits_a_month"], self.told.board.as_of))

    def _show(self, told: present.Audits) -> None:
        self.told = told
        self.show()

    @property
    def _entry(self) -> EntryId:
        return EntryId(id_of(self.row_key))

    @property
    def _about(self) -> About:
        row, names = self.told.row(self.told.child(self.row_key)), self.program.names
        assert row is not None
        shown = names.child_of_worker(row.child, row.worker)
        return About(row.child.id, row.child.worker_id, row.child.reference, row.worker, shown)

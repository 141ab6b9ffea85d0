"""The manager's notes to self, over the board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import OwnNote
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.note import NoteForm
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day


class NotesScreen(ListingScreen):
    """The manager's notes to self."""

    place = "notes"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.NOTES))

    def __init__(self, notes: Sequence[OwnNote], about: About, at: EntryId | None = None) -> None:
        super().__init__(
            "Notes to yourself:",
            (Column(11, title="day"), Column(18, title="about"), Column(title="note")),
            "No note yet. {note_new} writes one.",
        )
        self.notes = {key_of(one.id): one for one in notes}
        self.about, self.begins_at = about, key_of(at) if at is not None else ""

    def lines(self) -> Sequence[Line]:
        """One line a note, newest first."""
        names, today = self.program.names, self.program.worker.today()
        return [
            Line(
                key,
                (
                    Cell(short_day(one.on, today) if one.on else "", "quiet"),
                    Cell(names.text(one.about), "strong"),
                    Cell(names.text(one.text)),
                ),
            )
            for key, one in self.notes.items()
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The note in full, and what the law says."""
        said = "These are on nobody's page and in no report. The law can still ask for them."
        return (Passage(self.program.names.long_text(self.notes[key].text)), Passage(said, "quiet"))

    def handlers(self) -> Handlers:
        """What is done about the notes."""
        return {**super().handlers(), "list_open": self.open_row, "note_new": self._write, "withdraw": self._withdraw}

    def _write(self) -> None:
        self.program.open(NoteForm(self.about), self._again)

    def _withdraw(self) -> None:
        self.program.open(WithdrawForm(self.notes[self.row_key].id, NOBODY), self._again)

    def _again(self, says: str | None) -> None:
        if says is not None:
            self.dismiss()
            self.program.read_notes(self.about)

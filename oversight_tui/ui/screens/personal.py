"""A worker's own file, over the board. It says aloud that it is behind a wall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import PERSONAL, PersonalEntry
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import NOBODY
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.personal import PersonalForm
from oversight_tui.ui.list_actions import OWN_FILE
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day

WALL = "The worker's own file: nothing of it is on a child's page, in an export or in any figure of the team."


class PersonalScreen(ListingScreen):
    """The entries, newest first."""

    place = "own_file"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(OWN_FILE))

    def __init__(self, worker_id: WorkerId, worker: str, entries: Sequence[PersonalEntry]) -> None:
        columns = (Column(9), Column(24), Column())
        super().__init__("Own file:", columns, "Nothing is in this file yet. {file_new} writes an entry.")
        self.worker_id, self.worker = worker_id, worker
        self.entries = {key_of(one.id): one for one in reversed(entries)}

    def show(self) -> None:
        """Show the entries, under the name as names are written now."""
        self.heading = f"Own file of {self._shown}:"
        super().show()

    @property
    def _shown(self) -> str:
        return self.program.names.worker(self.worker)

    def lines(self) -> Sequence[Line]:
        """One line an entry."""
        names, today = self.program.names, self.program.worker.today()
        return [
            Line(
                key,
                (
                    Cell(short_day(one.on, today) if one.on else "", "quiet"),
                    Cell(f"{'  ' if one.follows else ''}{PERSONAL[one.kind]}", "strong"),
                    Cell(names.text(one.text)),
                ),
            )
            for key, one in self.entries.items()
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """An entry in full, what it goes on from, and what came of it."""
        one, names, today = self.entries[key], self.program.names, self.program.worker.today()
        found = [Passage(names.long_text(one.text))]
        found += [Passage(f"Support offered: {names.long_text(one.support_offered)}")] if one.support_offered else []
        found += [Passage(f"Next step: {names.long_text(one.next_step)}")] if one.next_step else []
        if one.kind == "agreement":
            signed = [
                f"{who} {short_day(day, today) if day else 'not signed yet'}"
                for who, day in (("worker", one.signed_by_worker), ("manager", one.signed_by_manager))
            ]
            renew = f"; renew on {short_day(one.renew_on, today)}" if one.renew_on else "; no renewal date"
            late = one.renew_on is not None and one.renew_on < today
            found.append(Passage(f"Signed: {', '.join(signed)}{renew}", "alarm" if late else "plain"))
        before = self.entries.get(key_of(one.follows)) if one.follows is not None else None
        found += [Passage(f"Goes on from: {names.text(before.text)}", "quiet")] if before else []
        came = [after for after in self.entries.values() if after.follows == one.id]
        found += [
            Passage(f"{short_day(after.on, today) if after.on else ''}: {names.text(after.text)}") for after in came
        ]
        return (*found, Passage(WALL, "quiet"))

    def handlers(self) -> Handlers:
        """What is done about the file."""
        return {
            **super().handlers(),
            "file_new": self._write,
            "file_more": self._write_more,
            "withdraw": self._withdraw,
        }

    def _write(self) -> None:
        self.program.open(PersonalForm(self.worker_id, self._shown), self._again)

    def _write_more(self) -> None:
        one = self.entries[self.row_key]
        self.program.open(PersonalForm(self.worker_id, self._shown, one.follows or one.id, one.kind), self._again)

    def _withdraw(self) -> None:
        self.program.open(WithdrawForm(self.entries[self.row_key].id, NOBODY), self._again)

    def _again(self, says: str | None) -> None:
        if says is not None:
            self.dismiss()
            self.program.worker.pages.read_personal(self.worker_id)

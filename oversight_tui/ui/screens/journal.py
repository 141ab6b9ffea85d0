"""The journal, over the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.pages import JournalLine
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.present.journal import done, in_brief, in_full
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day


class JournalScreen(ListingScreen):
    """Who did what and when, newest first, with what was there before and after."""

    place = "journal"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.JOURNAL))

    def __init__(self, rows: Sequence[JournalLine]) -> None:
        columns = (
            Column(12, title="when"),
            Column(16, title="who"),
            Column(34, title="what happened"),
            Column(12, title="about"),
            Column(title="in words", from_width=100),
        )
        super().__init__("Journal, newest first:", columns, "Nothing was recorded yet.")
        self.rows = {str(row.seq): row for row in rows}

    def add(self, rows: Sequence[JournalLine]) -> None:
        """Older rows came."""
        self.rows |= {str(row.seq): row for row in rows}
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line a journal row."""
        return [Line(key, partial(self._cells, row)) for key, row in self.rows.items()]

    def _cells(self, row: JournalLine) -> tuple[Cell, ...]:
        names, at = self.program.names, row.at.astimezone()
        today = self.program.worker.today()
        return (
            Cell(f"{at:%H:%M}" if at.date() == today else short_day(at.date(), today), "quiet"),
            Cell(names.short_worker(row.who)),
            Cell(done(row), "strong"),
            Cell(row.about if row.about_child else names.short_worker(row.about)),
            Cell(in_brief(row, names)),
        )

    def detail(self, key: str) -> Sequence[Passage]:
        """What was there before, and after."""
        return in_full(self.rows[key], self.program.names)

    def handlers(self) -> Handlers:
        """Reading on."""
        return {**super().handlers(), "list_open": self.open_row, "journal_older": self._read_older}

    def _read_older(self) -> None:
        self.program.worker.pages.read_journal(before=min((int(one) for one in self.rows), default=0))

"""The journal, over the board."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.pages import JournalLine
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage

_WORDS_FIRST = ("text", "because", "reason", "name", "rating")


class JournalScreen(ListingScreen):
    """Who did what and when, newest first, with what was there before and after."""

    place = "journal"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.JOURNAL))

    def __init__(self, rows: Sequence[JournalLine]) -> None:
        columns = (Column(8, "right"), Column(17), Column(20), Column(18), Column(14), Column())
        super().__init__("Journal, newest first:", columns, "Nothing was recorded yet.")
        self.rows = {str(row.seq): row for row in rows}

    def add(self, rows: Sequence[JournalLine]) -> None:
        """Older rows came."""
        self.rows |= {str(row.seq): row for row in rows}
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line a journal row."""
        names = self.program.names
        return [
            Line(
                key,
                (
                    Cell(key, "quiet"),
                    Cell(f"{row.at.astimezone():%d %b %Y %H:%M}"),
                    Cell(names.worker(row.who)),
                    Cell(row.what.replace("_", " "), "strong"),
                    Cell(row.about if row.about_child else names.short_worker(row.about)),
                    Cell(names.text(_brief(row.after))),
                ),
            )
            for key, row in self.rows.items()
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """What was there before, and after."""
        row, names = self.rows[key], self.program.names
        entry = f", entry {row.entry_id}" if row.entry_id else ""
        found = [Passage(f"{row.what.replace('_', ' ')}{entry}: {names.worker(row.who)}", "strong")]
        found += [Passage(f"Before  {names.text(_brief(row.before))}", "quiet", hang=8)] if row.before else []
        if row.after is None:
            return (*found, Passage("What stood here was erased.", "quiet"))
        return (*found, Passage(f"After   {names.text(_brief(row.after))}", hang=8))

    def handlers(self) -> Handlers:
        """Reading on."""
        return {**super().handlers(), "list_open": self.open_row, "journal_older": self._read_older}

    def _read_older(self) -> None:
        self.program.worker.pages.read_journal(before=min((int(one) for one in self.rows), default=0))


def _brief(values: Mapping[str, object] | None) -> str:
    """What a journal row holds, on one line: its words first, whom it is about left out."""
    if not values:
        return ""
    first = [key for key in _WORDS_FIRST if key in values]
    shown = [*first, *(key for key in values if key not in first and key not in ("child", "worker"))]
    return ", ".join(
        f"{key.replace('_', ' ')}: {values[key] if isinstance(values[key], str) else json.dumps(values[key])}"
        for key in shown
    )

"""The rows that a number of line of sight counts: exactly these, each leading to a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.ui.actions import bindings
from oversight_tui.ui.list_actions import SIGHT_ROWS
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.sight.opened import FigureRows, OpenedRows
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.sight_messages import FigureRead
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage


class SightRowsScreen(ListingScreen):
    """One row for each that is counted. Esc goes back to the number."""

    place = "sight_rows"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(SIGHT_ROWS))

    def __init__(self, what: str, rows: OpenedRows) -> None:
        super().__init__(f"{what}:", rows.columns, "There is none any more.")
        self.rows = rows
        self.add_class("-alone")

    def on_figure_read(self, event: FigureRead) -> None:
        """The rows as they are now: something was recorded from one of their pages."""
        event.stop()
        self.rows = FigureRows(event.rows)
        self.query_one("#list", LineList).columns.put(self.rows.columns)
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line each."""
        return tuple(self.rows.lines(self.program.worker.today(), self.program.names))

    def detail(self, key: str) -> Sequence[Passage]:
        """Nothing: the page says more."""
        return ()

    def opened(self, key: str) -> None:
        """The page of the child or the worker."""
        open_page_of(self.rows.about(key), self.program)

    def handlers(self) -> Handlers:
        """A row leads to its page."""
        return {**super().handlers(), "list_open": self.open_row}

"""The brief of a day, worker by worker, to be shared on a wall or in a call; `oversight brief` prints the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.day import day_of
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.list_actions import DAY
from oversight_tui.ui.page_messages import DayLoaded
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.day import COLUMNS, DayRow, in_full, next_nobody_goes_to, rows_of, title_of, with_ways
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.day_bookings import DayBookings
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import Part, TextLine

# What is known of duty and bookings, before and after today.
BEHIND, AHEAD = timedelta(days=7), timedelta(days=14)


class DayScreen(ListingScreen):
    """The brief of today, and of the days around it. Esc goes back."""

    place = "day"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(DAY))

    def __init__(self, board: Board) -> None:
        super().__init__("", COLUMNS, "Nobody is on this team yet.")
        self.board = board  # of the day that is shown
        self._rows: dict[str, DayRow] = {}
        self._let_go: Callable[[], None] = lambda: None

    def fill(self) -> None:
        """Fill it."""
        self.bookings = DayBookings(
            self.program,
            lambda: self.board,
            lambda: tuple(self._rows.values()),
            lambda: self._rows.get(self.row_key),
            self._show_marks,
        )
        super().fill()

    def show_board(self, board: Board) -> None:
        """A newer board of today came: of another day a newer one is asked for."""
        if self.board.as_of == board.as_of:
            self.board = board
            self.show()
        else:
            self.program.worker.pages.read_day(self.board.as_of, self)

    def on_day_loaded(self, event: DayLoaded) -> None:
        """The board of the day that was asked for."""
        event.stop()
        self.board = event.board
        self.show()
        self._let_go()

    def lines(self) -> Sequence[Line]:
        """One line a thing, with who has it at the first of theirs."""
        self._rows = {row.key: row for row in rows_of(day_of(self.board), self.board, self.program.names)}
        return [Line(row.key, row.cells, counted=row.booked is not None) for row in self._rows.values()]

    def show(self) -> None:
        """Show the rows as they are now, and which day it is."""
        super().show()
        title = title_of(day_of(self.board), self.program.worker.today())
        self.query_one("#title", TextLine).show(*with_ways((Part(title, "bold"),), self.program.keymap))
        self._show_marks()

    def _show_marks(self) -> None:
        self.bookings.keep_marks()
        self.query_one("#list", LineList).mark(frozenset(self.bookings.marked), self.program.names.glyphs.marked)

    def detail(self, key: str) -> Sequence[Passage]:
        """A row in full."""
        return in_full(self._rows[key]) if key in self._rows else ()

    def opened(self, key: str) -> None:
        """The page of the child or the worker."""
        open_page_of(self.bookings.about.subject, self.program)

    # --- Keys -------------------------------------------------------------------------------------

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """What is done with a booking needs one."""
        return self.bookings.reason(action_id)

    def handlers(self) -> Handlers:
        """What is done about a day and what is booked in it."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            **self.bookings.handlers(),
            "list_open": self.open_row,
            **brief_handlers(self.program, lambda: self.board),
            "day_mark": self._mark,
            "day_nobody": self._to_whom_nobody_goes,
            "day_next": partial(self._go, 1),
            "day_before": partial(self._go, -1),
        }

    def _mark(self) -> None:
        """Mark the booking, and on to the next row."""
        says = self.bookings.mark()
        self.query_one("#list", LineList).action_move(1)
        self.program.flash(says)

    def _to_whom_nobody_goes(self) -> None:
        """The cursor to the next booking to which nobody goes."""
        found = next_nobody_goes_to(self._rows, self.row_key)
        if not found:
            self.program.flash("Somebody goes to everything that is booked.")
        self.query_one("#list", LineList).select(found)

    def _go(self, by: int) -> None:
        """To the brief of another day: keys wait for it, so that none acts on a row of this one."""
        today, on = self.program.worker.today(), self.board.as_of + timedelta(days=by)
        if not today - BEHIND <= on <= today + AHEAD:
            self.program.flash("The brief goes from a week back to two weeks ahead.")
            return
        self.bookings.marked.clear()
        self._let_go = self.program.key_queue.hold()
        self.program.worker.pages.read_day(on, self)


def brief_handlers(program: Program, board: Callable[[], Board]) -> Handlers:
    """The brief of a day goes out: as text into the clipboard, or on paper."""
    pages, names = program.worker.pages, program.names

    def print_it() -> None:
        from oversight_tui.ui.dialogs.printing import ask_before_printing_brief

        ask_before_printing_brief(program, lambda: pages.print_brief(board(), program.marking, hidden=names.hidden))

    return {
        "copy": lambda: pages.copy_brief(board(), program.marking, hidden=names.hidden),
        "print_today": print_it,
    }

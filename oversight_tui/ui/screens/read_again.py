"""A list over the board that the store is asked for again whenever something was recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oversight_tui.practice.board import Board
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Column


class ReadAgainScreen(ListingScreen):
    """Keys that are typed behind a form that was saved wait until its rows are those of after it."""

    def __init__(self, title: str, columns: Sequence[Column], empty: str) -> None:
        super().__init__(title, columns, empty)
        self._here_at_last: Callable[[], None] = _nothing

    def ask_again(self, board: Board) -> None:
        """Have the rows read again; `came` is called with them."""
        raise NotImplementedError

    def show_board(self, board: Board) -> None:
        """Something was recorded, here or elsewhere."""
        self.ask_again(board)

    def open_form(self, form: Form) -> None:
        """Open a form about the row."""
        self.program.open(form, self._left)

    def came(self) -> None:
        """The rows are there."""
        self.show()
        self._here_at_last()
        self._here_at_last = _nothing

    def _left(self, says: str | None) -> None:
        if says is not None:
            self._here_at_last = self.program.key_queue.hold()


def _nothing() -> None:
    """No key waits for the rows."""

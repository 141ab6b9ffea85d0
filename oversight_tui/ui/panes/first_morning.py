"""The line over the panes of a first morning, which goes when most dates are in."""

from __future__ import annotations

from oversight_tui.practice.board import Board
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.present.first_morning import first_morning_parts
from oversight_tui.ui.widgets.text_line import TextLine


class FirstMorning(TextLine):
    """Its keys can be clicked, like those of the line at the foot."""

    DEFAULT_CSS = """
    FirstMorning { display: none; background: $surface; text-style: bold; }
    """

    def show_board(self, board: Board, keymap: Keymap) -> None:
        """Say what is missing on this board; nothing where it is not much."""
        said = first_morning_parts(board, keymap)
        self.show(*said)
        self.display = bool(said)

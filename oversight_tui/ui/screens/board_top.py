"""The strip at the top of the board: marking, team, counts, age of the data; and the diary of today beneath it.

One line where all of it has room, and else the marking on a line of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from oversight_tui.practice.board import Board
from oversight_tui.ui.marking import MarkingLine, marking_parts
from oversight_tui.ui.present.top import diary_parts, strip_parts, top_parts
from oversight_tui.ui.widgets.ground import Ground
from oversight_tui.ui.widgets.text_line import Part, TextLine, fits

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


class BoardTop(Ground):
    """What must never scroll out of sight."""

    DEFAULT_CSS = """
    BoardTop { height: auto; }
    BoardTop #top { background: $panel; }
    BoardTop #diary { color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._only_mine = False

    def compose(self) -> ComposeResult:
        """The marking, the strip, the diary."""
        yield MarkingLine()
        yield TextLine(id="top")
        yield TextLine(id="diary")

    def on_mount(self) -> None:
        """Say that the store is being read; the board comes later."""
        self._say("reading the store")

    def say_unread(self) -> None:
        """Say that no board could be read."""
        self._say("the store could not be read")

    def _say(self, what: str) -> None:
        self.query_one("#top", TextLine).show((Part(" Oversight", "bold"), Part(f"  {what}")))

    def show(self, board: Board, *, only_mine: bool) -> None:
        """Show the counts of a board."""
        self._board = board
        self._only_mine = only_mine
        self.follow_size()

    def follow_size(self) -> None:
        """One line, or two, as there is room."""
        board, program = self._board, cast("Program", self.app)
        if board is None:
            return
        marking, width = marking_parts(program), self.app.size.width
        strip = strip_parts(board, program.names, marking, only_mine=self._only_mine)
        in_one_line = any(fits(parts, width) for parts in strip)
        line, stands_apart = self.query_one(MarkingLine), bool(marking) and not in_one_line
        if line.display != stands_apart:
            line.display = stands_apart
        two_lines = top_parts(board, program.names, only_mine=self._only_mine)
        self.query_one("#top", TextLine).show(*(strip if in_one_line else two_lines))
        self.query_one("#diary", TextLine).show(*diary_parts(board, program.names, with_day=in_one_line))

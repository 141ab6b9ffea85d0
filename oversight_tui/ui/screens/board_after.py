"""What follows on the board once something was recorded from a row of it: where the cursor goes, and what is said."""

from __future__ import annotations

from collections.abc import Callable

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.ui.panes.board_panes import BoardPanes
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.board_moves import BoardMoves
from oversight_tui.words.dates import count, near_day


class AfterAnAct:
    """Goes on to the next row of the morning list that cannot wait, as soon as the board shows what was recorded.

    From another pane nothing leads on: there the cursor stays where one acts.
    """

    def __init__(
        self, program: Program, panes: BoardPanes, moves: BoardMoves, board: Callable[[], Board | None]
    ) -> None:
        self._program, self._panes, self._moves, self._board = program, panes, moves, board
        self._row: tuple[str, int] | None = None  # on which row of the morning list it is recorded, and its place
        self._known: frozenset[str] = frozenset()  # the rows that were there before
        self._says: str | None = None  # what was said of it; the board with it is on its way

    def begin(self) -> None:
        """Something is to be recorded from the row one is on."""
        here, board = self._panes.here, self._board()
        self._row = (here.key, here.cursor) if here.id == "today" and here.key is not None else None
        self._known = frozenset(map(attention_key, board.attention)) if board is not None else frozenset()

    def recorded(self, says: str | None, *, besides: str = "") -> None:
        """It is recorded, and this was said of it; None where it was left. `besides` is what it leaves as it was."""
        if says is not None:
            self._says = " ".join(filter(None, (says, self._program.way_back("undo"), besides)))
            self._program.worker.reload()  # the board with it may have been shown already

    def board_shown(self, board: Board) -> None:
        """Go on, where this is the board that was waited for."""
        if self._says is None:
            return
        says, self._says = " ".join(filter(None, (self._says, self._to_be_filed(board)))), None
        if self._panes.here.id != "today":
            self._program.flash(says)
        elif self._row is None:
            self._moves.step_overdue(1, says)
        else:
            self._moves.step_overdue(1, says, after=self._place_before_the_next(*self._row))
        self._program.key_queue.let_go()

    def _place_before_the_next(self, key: str, place: int) -> int:
        """The row it was recorded on; where that has gone, the place before the row that stands there now."""
        lines = self._panes.pane("today").lines
        return next((at for at, line in enumerate(lines) if line.key == key), place - 1)

    def _to_be_filed(self, board: Board) -> str:
        """Which row has come of it, for the child's file, and which key clears that."""
        come = [
            row
            for row in board.attention
            if row.kind == "discussion_not_on_file" and attention_key(row) not in self._known
        ]
        if not come:
            return ""
        key = self._program.keymap.shown("filed")
        rows = "its row" if len(come) == 1 else "their rows"
        return f"{_on_which_file(come)}{_by(come[0], board)}: {key} on {rows}."


def _on_which_file(come: list[AttentionRow]) -> str:
    return "To be put on file" if len(come) == 1 else f"To be put on {count(len(come), 'file')}"


def _by(row: AttentionRow, board: Board) -> str:
    return f" by {near_day(row.due_on, board.as_of)}" if row.due_on is not None else ""

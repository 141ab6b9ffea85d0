"""The keys of the board that move in it and narrow it: overdue rows, panes, views, filter, marks, zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import get_args

from oversight_tui.practice.board import Board
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.panes.board_panes import BoardPanes
from oversight_tui.ui.panes.filter_line import FilterLine
from oversight_tui.ui.present import rows
from oversight_tui.ui.present.rows import View
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.rows import Line

VIEWS: tuple[View, ...] = get_args(View)


class BoardMoves:
    """Moves cursor and focus, and says where they came to."""

    def __init__(
        self,
        program: Program,
        panes: BoardPanes,
        filter_line: FilterLine,
        marks: Marks,
        selection: Callable[[], Selection],
    ) -> None:
        self._program, self._panes, self._filter_line = program, panes, filter_line
        self._marks, self._selection = marks, selection
        self._stepped_to: str | None = None
        self._late: tuple[Board, Sequence[Line], Sequence[int]] | None = None

    def handlers(self) -> Handlers:
        """What does each action that moves or narrows."""
        return {
            "next_overdue": partial(self.step_overdue, 1),
            "previous_overdue": partial(self.step_overdue, -1),
            "pane_1": partial(self._panes.go_to, "today"),
            "pane_2": partial(self._panes.go_to, "team"),
            "pane_3": partial(self._panes.go_to, "worries"),
            "pane_4": partial(self._panes.go_to, "talks"),
            "pane_5": partial(self._panes.go_to, "caseload"),
            "only": self._show_next_view,
            "only_urgent": partial(self._panes.show_only, "urgent"),
            "only_overdue": partial(self._panes.show_only, "overdue"),
            "only_due": partial(self._panes.show_only, "due"),
            "only_never": partial(self._panes.show_only, "never"),
            "mark": self._mark,
            "filter": self._filter_line.open,
            "zoom": self._zoom,
            "unzoom": self._unzoom,
            "back": self._back,
        }

    def step_overdue(self, by: int, says: str = "") -> None:
        """The cursor to the next row of the morning list that is urgent, overdue or never, past those decided today.

        What is said counts these rows and says which they are.
        """
        board = self._selection().board
        if board is None:
            return
        pane = self._panes.pane("today")
        places = self._late_places(board, pane.lines)
        if not places:
            narrowed = pane.needle or pane.keep is not None
            nothing = "Nothing is urgent, overdue or never."
            nothing = "None of the rows shown is urgent, overdue or never." if narrowed else nothing
            self._program.flash(f"{says} {nothing}".strip())
            return
        self._panes.go_to("today")
        at = rows.step(places, pane.cursor, by)
        key = pane.lines[places[at]].key
        self._stepped_to = key
        pane.select(key)
        self._program.flash(f"{says} {at + 1} of {len(places)} {self._said(board, pane.lines)}".strip())

    def _late_places(self, board: Board, lines: Sequence[Line]) -> Sequence[int]:
        """Where among these lines the late ones stand, found once for each board and each narrowing of it."""
        if self._late is None or self._late[0] is not board or self._late[1] is not lines:
            wanted = rows.rows_to_see_to(board)
            self._late = (board, lines, [place for place, line in enumerate(lines) if line.key in wanted])
        return self._late[2]

    def _said(self, board: Board, lines: Sequence[Line]) -> str:
        """What the rows that are counted are, and how many of the lines were passed over as decided today."""
        kinds = rows.rows_to_see_to(board)
        return rows.said_of({kinds[lines[place].key] for place in self._late_places(board, lines)})

    def stepped_to(self, key: str) -> bool:
        """Whether the cursor came to this row by such a step, asked once: what is said of it stays."""
        stepped, self._stepped_to = self._stepped_to == key, None
        return stepped

    @property
    def narrowed(self) -> bool:
        """Whether there is something to back out of."""
        panes = self._panes
        return bool(panes.here.needle or panes.view or self._marks or panes.screen.has_class("-zoomed"))

    def unmark_all(self) -> None:
        """Take every mark away."""
        self._marks.clear()
        self._panes.show_marks()

    def _mark(self) -> None:
        self._marks.change(self._selection().about_row)
        self._panes.show_marks()
        self._panes.here.action_move(1)
        shown = self._program.keymap.shown
        self._program.flash(
            f"{len(self._marks)} marked. {shown('decide_marked')} decides for all, {shown('hand_over')} hands over."
            if self._marks
            else "Nothing is marked."
        )

    def _show_next_view(self) -> None:
        order = (None, *VIEWS)
        self._panes.show_only(order[(order.index(self._panes.view) + 1) % len(order)])

    def _zoom(self) -> None:
        self._panes.go_on_here()
        self._panes.screen.add_class("-zoomed")

    def _unzoom(self) -> None:
        self._panes.screen.remove_class("-zoomed")

    def _back(self) -> None:
        """Back out of the smallest thing: filter, marks, view, zoom."""
        panes = self._panes
        if panes.here.needle:
            panes.filter(panes.here, "")
        elif self._marks:
            self.unmark_all()
        elif panes.view is not None:
            panes.show_only(None)
        elif panes.screen.has_class("-zoomed"):
            self._unzoom()

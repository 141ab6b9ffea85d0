"""The detail beneath or beside the panes, and the story of the child after it where the terminal is large."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.timer import Timer

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.visit_reasons import tried_how_often
from oversight_tui.ui.present.detail import Points
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.text_block import Passage, TextBlock

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program

STORY_AFTER_SECONDS = 0.12


class BoardDetail(TextBlock):
    """What is known of the selected row. The story is read a moment after the cursor has come to rest."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._story_of: ChildId | None = None
        self._timer: Timer | None = None
        self._points = False

    def show_selection(self, selection: Selection) -> None:
        """Show a row; in a large terminal with the story that follows."""
        self.show(self._told(selection))
        child_id = selection.child_id
        if self._is_large and child_id is not None:
            if self._timer is not None:
                self._timer.stop()
            self._story_of = child_id
            self._timer = self.set_timer(STORY_AFTER_SECONDS, lambda: self._read_story(child_id))

    def show_story(self, page: ChildPage, selection: Selection) -> None:
        """Show what was recorded about the selected child; a story that comes late is dropped."""
        board = selection.board
        if board is not None and page.row.child.id == selection.child_id:
            from oversight_tui.ui.present.pages import story

            self.show((*self._told(selection), *story(page, board.as_of, selection.names)))

    def show_points_or_none(self, selection: Selection) -> None:
        """The points behind the reason of each row, or the reason alone again."""
        self._points = not self._points
        self.show_selection(selection)

    @property
    def _is_large(self) -> bool:
        return self.screen.has_class("-vast")

    def _told(self, selection: Selection) -> tuple[Passage, ...]:
        row, board = selection.row, selection.board
        if row is None or board is None:
            return ()
        points: Points = "hidden" if not self._points else "one_a_line" if self._is_large else "on_a_line"
        told = row.detail(board, selection.names, points=points)
        return (*told[:1], *self._tried(selection), *told[1:])

    def _tried(self, selection: Selection) -> tuple[Passage, ...]:
        """Of a visit that is late how often it was tried, and the key of the list of reasons."""
        row, board = selection.row, selection.board
        child = board.child_row(selection.child_id) if board is not None else None
        if row is None or board is None or child is None or child.child.id not in board.tried:
            return ()
        if not row.is_late_visit(board):
            return ()
        key = cast("Program", self.app).keymap.shown("visit_reasons")
        said = tried_how_often(board.tried[child.child.id], child.child, board.as_of)
        return (Passage(f"{said}; {key} lists why visits are late", hang=2),)

    def _read_story(self, child_id: ChildId) -> None:
        if child_id == self._story_of:
            cast("Program", self.app).worker.pages.read_child(child_id, beside_board=True)

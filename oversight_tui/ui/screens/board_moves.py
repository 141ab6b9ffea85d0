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
from oversight_tui.ui.present.narrowing import Counted, OnlyInView, OnlyOfWorker, opened_by
from oversight_tui.ui.present.rows import View
from oversight_tui.ui.present.today import named
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.words.dates import count

VIEWS: tuple[View, ...] = get_args(View)


class _Late:
    """The lines that are urgent, overdue or never among those shown: where they stand, what they are together, and how
    many are passed over as decided today.
    """

    def __init__(self, board: Board, lines: Sequence[Line]) -> None:
        self.board = board
        self.lines = lines
        wanted, passed = rows.rows_to_see_to(board), rows.passed_over(board)
        self.places = [place for place, line in enumerate(lines) if line.key in wanted]
        self._passed = sum(line.key in passed for line in lines)
        kinds = {kind for place in self.places for kind in wanted[lines[place].key]}
        self.said = f"{rows.said_of(kinds)}{self._of_passed()}" if kinds else ""

    def said_of_none(self, *, narrowed: bool) -> str:
        """That there is none, of the rows shown or at all, but for those passed over."""
        other = "other " if self._passed else ""
        nothing = f"No {other}row is urgent, overdue or never"
        return f"{nothing.replace('row', 'row shown') if narrowed else nothing}{self._of_passed() or '.'}"

    def _of_passed(self) -> str:
        if not self._passed:
            return ""
        return f"; {self._passed} decided today {'is' if self._passed == 1 else 'are'} passed over."


_TWO_LINES = 150  # characters that stand in two lines of a terminal of 80 columns


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
        self._program = program
        self._panes = panes
        self._filter_line = filter_line
        self._marks = marks
        self._selection = selection
        self._stepped_to: str | None = None
        self._late: _Late | None = None

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
            "only_urgent": partial(self._show_view_or_all, "urgent"),
            "only_overdue": partial(self._show_view_or_all, "overdue"),
            "only_due": partial(self._show_view_or_all, "due"),
            "only_never": partial(self._show_view_or_all, "never"),
            "worker_rows": self._show_worker_or_all,
            "mark": self._mark,
            "filter": self._filter_line.open,
            "zoom": self._zoom,
            "unzoom": self._unzoom,
            "back": self._back,
        }

    def step_overdue(self, by: int, says: str = "", *, after: int | None = None) -> None:
        """The cursor to the next row of the morning list that is urgent, overdue or never, past those decided today:
        the next one after where it is, or after another place.

        What is said counts these rows and says which they are; after `says` which row it is now.
        """
        board = self._selection().board
        if board is None:
            return
        pane = self._panes.pane("today")
        late = self._late_among(board, pane.lines)
        if not late.places:
            self._program.flash(f"{says} {late.said_of_none(narrowed=pane.narrowed)}".strip())
            return
        self._panes.go_to("today")
        at = rows.step(late.places, pane.cursor if after is None else after, by)
        key = pane.lines[late.places[at]].key
        self._stepped_to = key
        pane.select(key)
        place = f"{at + 1} of {len(late.places)}"
        if not says:
            self._program.flash(f"{place} {late.said}")
            return
        whole = f"{says} Now on {named(pane.lines[late.places[at]])}: {place}"
        versions = (f"{whole} {late.said}", whole, f"{says} Now {place}.")
        self._program.flash(next((one for one in versions if len(one) <= _TWO_LINES), versions[-1]))

    def _late_among(self, board: Board, lines: Sequence[Line]) -> _Late:
        """The late ones among these lines, found once for each board and each narrowing of it."""
        if self._late is None or self._late.board is not board or self._late.lines is not lines:
            self._late = _Late(board, lines)
        return self._late

    def stepped_to(self, key: str) -> bool:
        """Whether the cursor came to this row by such a step, asked once: what is said of it stays."""
        stepped = self._stepped_to == key
        self._stepped_to = None
        return stepped

    @property
    def narrowed(self) -> bool:
        """Whether there is something to back out of."""
        panes = self._panes
        narrowed = panes.here.rows.needle or panes.narrowing is not None
        looks_back = self._program.worker.scope.looking_back is not None
        return bool(narrowed or self._marks or looks_back or panes.screen.has_class("-zoomed"))

    def open_counted(self, counted: Counted) -> None:
        """The rows that a number in the row of a worker counts."""
        worker_id, shown = self._selection().worker_id, self._program.keymap.shown
        if worker_id is None:
            return
        number = self._panes.show_only(opened_by(counted, worker_id))
        if counted != "children":
            self._program.flash(f"{count(number, 'row')}. {shown('back').capitalize()} shows all again.")

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
            f"{len(self._marks)} marked. {shown('decide_marked')} decides for all, {shown('hand_over')} hands over, "
            f"{shown('seen')} says seen."
            if self._marks
            else "Nothing is marked."
        )

    def _show_next_view(self) -> None:
        order = (None, *VIEWS)
        view = order[(order.index(self._panes.view) + 1) % len(order)]
        self._panes.narrow(OnlyInView(view) if view is not None else None)
        self._panes.go_to("today")

    def _show_view_or_all(self, view: View) -> None:
        """Only these; asked for while they are shown alone, all of them again."""
        if self._panes.view == view:
            self._panes.narrow(None)
            self._panes.go_to("today")
        else:
            self._panes.show_only(OnlyInView(view))

    def _show_worker_or_all(self) -> None:
        selection = self._selection()
        worker_id, worker = selection.worker_id, selection.about_worker
        if worker_id is None or worker_id == self._panes.of_worker:
            self._panes.narrow(None)
            self._panes.go_to("today")
            return
        number = self._panes.show_only(OnlyOfWorker(worker_id))
        self._program.flash(f"{count(number, 'row')} of {worker.shown} on the morning list.")

    def _zoom(self) -> None:
        self._panes.go_on_here()
        self._panes.show_rail()
        self._panes.screen.add_class("-zoomed")
        self._panes.share_height()

    def _unzoom(self) -> None:
        self._panes.screen.remove_class("-zoomed")
        self._panes.share_height()

    def _back(self) -> None:
        """Back out of the smallest thing: filter, marks, view, zoom; last of a past day."""
        panes = self._panes
        if panes.here.rows.needle:
            panes.filter(panes.here, "")
        elif self._marks:
            self.unmark_all()
        elif panes.narrowing is not None:
            panes.narrow(None)
        elif panes.screen.has_class("-zoomed"):
            self._unzoom()
        elif self._program.worker.scope.looking_back is not None:
            self._program.worker.look_back(None, self._program.key_queue.hold())
            self._program.flash("Back to today.")

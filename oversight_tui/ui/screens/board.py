"""What the keys and the mouse do on the board."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.ui.actions import BOARD, bindings
from oversight_tui.ui.present import rows
from oversight_tui.ui.present.reasons import cannot
from oversight_tui.ui.screens.board_forms import BoardForms
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.typed_line import TypedLine

VIEWS = ("overdue", "due", "never")


class BoardScreen(BoardForms):
    """The morning, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(BOARD))

    # --- Keys -------------------------------------------------------------------------------------

    def reason(self, action_id: str) -> str:
        """Why an action cannot act on the row that is selected."""
        return "" if self._opens_dates(action_id) else cannot(action_id, self.here())

    def _opens_dates(self, action_id: str) -> bool:
        """Whether Enter opens the dates that are missing, since the row is about those."""
        return action_id == "open_page" and (self._here().key or "").startswith("opening_dates")

    def do_next_overdue(self) -> None:
        self.step_overdue(1)

    def do_previous_overdue(self) -> None:
        self.step_overdue(-1)

    def do_pane_1(self) -> None:
        self._go_to(self._pane("today"))

    def do_pane_2(self) -> None:
        self._go_to(self._pane("team"))

    def do_pane_3(self) -> None:
        self._go_to(self._pane("worries"))

    def do_pane_4(self) -> None:
        self._go_to(self._pane("talks"))

    def do_pane_5(self) -> None:
        self._go_to(self._pane("caseload"))

    def do_palette(self) -> None:
        from oversight_tui.ui.screens.palette import PaletteScreen

        self.oversight.open(PaletteScreen(self.board, self.oversight.keymap.of("board")), self._chosen)

    def _chosen(self, found: str | None) -> None:
        kind, _, which = (found or "").partition(":")
        if kind == "do":
            self.action_do(which)
        elif kind == "worker":
            self.oversight.worker.open_worker(which)
        elif kind == "child":
            self.oversight.worker.open_child(which)

    def do_filter(self) -> None:
        line = self.query_one("#filter", TypedLine)
        line.put(self._here().needle)
        line.add_class("-open")
        line.focus()

    def do_only(self) -> None:
        order = (None, *VIEWS)
        self.show_only(order[(order.index(self._view) + 1) % len(order)])

    def do_only_overdue(self) -> None:
        self.show_only("overdue")

    def do_only_due(self) -> None:
        self.show_only("due")

    def do_only_never(self) -> None:
        self.show_only("never")

    def show_only(self, state: str | None) -> None:
        """The morning list narrowed to one state, or all of it: exactly the rows the number at the top counts."""
        self._view = state
        pane = self._pane("today")
        if state is None:
            pane.view(None, "")
        else:
            board = self.board
            wanted = {rows.attention_key(row) for row in board.attention if row.state == state} if board else set()
            pane.view(lambda line: line.key in wanted, state)
        self._go_to(pane)
        self._show_tabs()

    def do_only_mine(self) -> None:
        self._only_mine = not self._only_mine
        self._redraw()
        self.oversight.flash("Only workers whom you supervise." if self._only_mine else "Everybody on your teams.")

    def do_open_page(self) -> None:
        child, worker = self.selected()
        self.oversight.hold_keys()
        if child is not None:
            self.oversight.worker.open_child(child)
        elif worker is not None:
            self.oversight.worker.open_worker(worker)
        else:
            self.do_opening_dates()

    def do_opening_dates(self) -> None:
        if self.board is not None:
            self.oversight.show_opening_dates(self.board)

    def do_all_actions(self) -> None:
        from oversight_tui.ui.screens.lists import ActionsScreen

        if self.board is not None:
            self.oversight.open(ActionsScreen(self.board))

    def do_hold_session(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.open_session(self.selected()[1] or "")

    def do_brief(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.read_brief(self.selected()[1] or "")

    def do_own_file(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.read_personal(self.selected()[1] or "")

    def do_calendar(self) -> None:
        from oversight_tui.ui.screens.calendar import CalendarScreen

        if self.board is not None:
            self.oversight.open(CalendarScreen(self.board, self._about_worker()))

    def do_changes(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.read_changes()

    def do_journal(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.read_journal()

    def do_retention(self) -> None:
        self.oversight.hold_keys()
        self.oversight.worker.read_retention()

    def do_own_notes(self) -> None:
        self.oversight.read_notes(self._about_row())

    def do_whose_board(self) -> None:
        self.oversight.worker.read_whose()

    def do_zoom(self) -> None:
        self._go_to(self._here())
        self.add_class("-zoomed")

    def do_unzoom(self) -> None:
        self.remove_class("-zoomed")

    def do_reload(self) -> None:
        self.oversight.worker.reload()

    def do_help(self) -> None:
        self.oversight.show_help()

    def do_back(self) -> None:
        """Back out of the smallest thing: filter, marks, view, zoom."""
        pane = self._here()
        if pane.needle:
            pane.filter("")
        elif self.marked:
            self.unmark_all()
        elif self._view is not None:
            self.show_only(None)
        elif self.has_class("-zoomed"):
            self.do_unzoom()
        self._show_tabs()

    def do_quit(self) -> None:
        self.app.exit()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a second click."""
        self.action_do("open_page")

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """The list narrows while one types."""
        self._shown_pane().filter(event.text)
        self._show_tabs()

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter keeps the filter and goes back to the list."""
        self._close_filter()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc clears the filter."""
        self._shown_pane().filter("")
        self._close_filter()

    def _close_filter(self) -> None:
        self.query_one("#filter", TypedLine).remove_class("-open")
        self._shown_pane().focus()
        self._show_tabs()

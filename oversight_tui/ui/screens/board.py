"""The board: the counts that never scroll out of sight, the panes, the detail, and what its keys and the mouse do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.widget import Widget

from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.actions import BOARD, ActionId, bindings
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.looking_back import cannot_whatever_is_selected
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.panes.board_panes import BoardPanes
from oversight_tui.ui.panes.filter_line import FilterLine
from oversight_tui.ui.panes.first_morning import FirstMorning
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.present import rows
from oversight_tui.ui.present.narrowing import Counted
from oversight_tui.ui.present.reasons import Situation, cannot
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.supervised_by import only_supervised_by
from oversight_tui.ui.present.top import somebody_uncovered
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, show_help
from oversight_tui.ui.screens.board_after import AfterAnAct
from oversight_tui.ui.screens.board_detail import BoardDetail
from oversight_tui.ui.screens.board_foot import BoardFoot
from oversight_tui.ui.screens.board_forms import BoardForms
from oversight_tui.ui.screens.board_moves import BoardMoves
from oversight_tui.ui.screens.board_navigation import BoardNavigation
from oversight_tui.ui.screens.board_top import BoardTop
from oversight_tui.ui.selection import Selection, situation_of
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_line import TextLine


class BoardScreen(ActingScreen):
    """The newest board and where one is in it. Decides nothing."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "#today"
    place = "board"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # what gains or loses the focus paints itself
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(BOARD))
    on_key = say_elsewhere  # of a key that is none

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None  # as it is shown, which may be narrowed to one's own workers
        self.marks = Marks()
        self.top = BoardTop()
        self.detail = BoardDetail(id="detail")
        self.panes = BoardPanes(self.marks, self.detail, id="panes")
        self.filter_line = FilterLine(self.panes, id="filter")
        self.foot = BoardFoot()
        self._whole: Board | None = None
        self._only_mine = False

    @cached_property
    def moves(self) -> BoardMoves:
        """What moves in the board and narrows it."""
        return BoardMoves(self.program, self.panes, self.filter_line, self.marks, lambda: self.selection)

    @cached_property
    def forms(self) -> BoardForms:
        """What opens the forms."""
        return BoardForms(
            self.program, lambda: self.selection, self.marks, unmark=self.moves.unmark_all, after=self.after
        )

    @cached_property
    def after(self) -> AfterAnAct:
        """What follows once something was recorded."""
        return AfterAnAct(self.program, self.panes, self.moves, lambda: self._whole)

    @cached_property
    def navigation(self) -> BoardNavigation:
        """What leads to other screens."""
        return BoardNavigation(self.program, lambda: self.selection)

    def compose(self) -> ComposeResult:
        """The strip at the top, the panes with the detail, the key bar."""
        yield self.top
        yield TextLine(id="tabs")
        yield FirstMorning()
        yield from (self.panes, self.filter_line)
        yield self.foot

    def fill(self) -> None:
        """The keys; the board comes as soon as the store is read."""
        self.panes.follow(self._highlighted, narrowed=self._show_tabs)
        self.clear_flash()
        self.program.begin()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """On top, at the start too, where its widgets were styled just now and Textual would style them all again."""
        event.refresh_styles = self.stack_updates > 0

    # --- What is shown ----------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show a board; cursor, scroll, focus, filter and view stay, but for what was recorded leading on."""
        if board is not self._whole:
            self._whole = board
            self._redraw()
        self.after.board_shown(board)

    def show_names(self) -> None:
        """Names were hidden or shown; a filter that was typed may hold one, and goes with them."""
        if self.program.names.hidden:
            self.filter_line.put("")
            self.panes.drop_filters()
        self._redraw()

    def show_story(self, page: ChildPage) -> None:
        """The story of a child was read."""
        if self.detail.is_attached:  # or the program is being left, and the panes have gone already
            self.detail.show_story(page, self.selection)

    def show_new(self, number: int) -> None:
        """How many things have changed since the manager last looked: said before the keys."""
        if number != self.foot.new:
            self.foot.count_new(number, self.program.keymap, self.selection)

    def clear_flash(self) -> None:
        """The key bar again."""
        self.foot.offer(self.program.keymap, self.selection)

    def _redraw(self) -> None:
        if self._whole is None:
            return
        names = self.program.names
        me = self._whole.manager.manager.name if self._whole.manager else ""
        self.board = board = only_supervised_by(self._whole, me) if self._only_mine else self._whole
        self.top.show(board, only_mine=self._only_mine)
        self.set_class(somebody_uncovered(board), "-uncovered")
        self.query_one(FirstMorning).show_board(board, self.program.keymap)
        self.panes.show_board(board, names, self.program.keymap.shown("opening_dates"))
        self._show_tabs()
        self._show_detail()
        if self.marks:
            self.panes.show_marks()

    def _show_tabs(self) -> None:
        if self.has_class("-narrow") and self._whole is not None:
            self.query_one("#tabs", TextLine).show(*self.panes.tabs())

    def _show_detail(self) -> None:
        self.detail.show_selection(self.selection)
        self.foot.follow(self.program.keymap, self.selection)

    @property
    def selection(self) -> Selection:
        """The row the keys go to."""
        return Selection(self.board, self.panes.row, self.program.names)

    # --- What happens in the widgets --------------------------------------------------------------

    def _highlighted(self, line_list: LineList, key: str) -> None:
        """The detail follows the cursor; the caseload follows the worker."""
        if self.panes.filling:
            return
        here = line_list is self.panes.here
        if line_list.id == "team":
            self.panes.show_caseload()
        elif line_list.id == "today" and here and (worker_id := self.selection.worker_id) is not None:
            self.panes.pane("team").select(key_of(worker_id))
        if here:
            if not self.moves.stepped_to(key):
                self.program.clear_flash()
            self._show_detail()

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """The pane that has the focus is the one a narrow terminal shows. What is told of its row is shown first: both
        are painted together, where what came after the focus would wait for the next painting.
        """
        if isinstance(widget, Pane):
            self.panes.show_as_current(widget)
            self._follow_pane()
        super().set_focus(widget, scroll_visible, from_app_focus)
        self.panes.show_foot()

    def on_resize(self) -> None:
        """What is shown depends on the size; cursor and focus stay."""
        self.panes.show_rail()
        self.call_after_refresh(self._follow_size)

    def _follow_size(self) -> None:
        self.top.follow_size()
        self.panes.unfold(self.has_class("-low"))
        self._follow_pane()

    def _follow_pane(self) -> None:
        self.panes.show_caseload()
        self._show_tabs()
        self._show_detail()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a click: the page, or the rows that a number counts."""
        if event.opens:
            self.moves.open_counted(cast(Counted, event.opens))
        else:
            self.action_do("open_page")

    # --- Keys -------------------------------------------------------------------------------------

    def handlers(self) -> Handlers:
        """What does each action of the board."""
        return {
            **super().handlers(),
            **self.moves.handlers(),
            **self.forms.handlers(),
            **self.navigation.handlers(),
            "only_mine": self._show_mine_or_all,
            "points": lambda: self.detail.show_points_or_none(self.selection),
            "reload": self.program.worker.reload,
            "help": lambda: show_help(self),
            "quit": self.program.leave,
        }

    def reason(self, action_id: ActionId) -> str:
        """Why an action cannot act on the row that is selected."""
        return self._reason(action_id, self._situation)

    def cannot_now(self) -> Callable[[ActionId], str]:
        """The same of many actions at once: what is selected is worked out once."""
        situation = self._situation
        return lambda one: cannot_whatever_is_selected(self.program, one) or self._reason(one, situation)

    def _reason(self, action_id: ActionId, situation: Situation) -> str:
        return "" if self._enters_dates(action_id) else cannot(action_id, situation, self.program.keymap)

    def _enters_dates(self, action_id: ActionId) -> bool:
        """Whether Enter opens the dates that are missing, since the row is about those."""
        return action_id == "open_page" and rows.is_about_opening_dates(self.panes.here.key or "")

    @property
    def _situation(self) -> Situation:
        drafts, encrypted, narrowed = len(self.program.drafts), self.program.worker.encrypted, self.moves.narrowed
        return situation_of(self.selection, self.marks, drafts=drafts, encrypted=encrypted, narrowed=narrowed)

    def _show_mine_or_all(self) -> None:
        self._only_mine = not self._only_mine
        self._redraw()
        self.program.flash("Only workers whom you supervise." if self._only_mine else "Everybody on your teams.")

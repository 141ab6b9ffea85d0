"""The board: five panes, the detail of the selected row, and the counts that never scroll out of sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.actions import BOARD, bindings
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.present import detail, rows
from oversight_tui.ui.present.mine import only_supervised_by
from oversight_tui.ui.present.pages import story
from oversight_tui.ui.present.top import diary_parts, top_parts
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp

VIEWS = ("overdue", "due", "never")
STORY_AFTER_SECONDS = 0.12
EMPTY = {
    "today": "Nothing needs you now. What falls due next stands in the team and caseload panes.",
    "team": "No worker yet. `oversight import FILE --as-at DATE` loads a list.",
    "worries": "No worry is flagged.",
    "talks": "No same-day discussion is open, and none waits to be put on a file.",
    "caseload": "This worker holds no child.",
}


class BoardScreen(Screen[None]):
    """The morning. Holds the newest Board and nothing that decides anything."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "#today"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None
        self._whole: Board | None = None
        self._only_mine = False
        self._view: str | None = None
        self._story_of: str | None = None
        self._story_timer: Any = None
        self._restoring = False
        self._stepped_to: str | None = None

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def compose(self) -> ComposeResult:
        """The top line, the panes, the detail, the key bar."""
        yield TextLine(id="top")
        yield TextLine(id="diary")
        yield TextLine(id="tabs")
        with Container(id="panes"):
            yield Pane(2, "Team", rows.TEAM, EMPTY["team"], id="team")
            yield Pane(1, "Today", rows.TODAY, EMPTY["today"], id="today")
            yield Pane(5, "Caseload", rows.CASELOAD, EMPTY["caseload"], id="caseload")
            yield Pane(3, "Worries", rows.WORRIES, EMPTY["worries"], id="worries")
            yield Pane(4, "Same-day discussions", rows.TALKS, EMPTY["talks"], id="talks")
        yield TextBlock(id="detail")
        yield TypedLine("/", id="filter")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Say that the store is being read; the board comes as a message."""
        for pane in self.query(Pane):
            pane.when_highlighted = self._highlighted
        self.query_one("#top", TextLine).show((Part(" Oversight", "bold"), Part("  reading the store")))
        self._show_keys()
        self.oversight.begin()

    # --- The board and what is shown of it --------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show a board; cursor, scroll, focus, filter and view stay."""
        self._whole = board
        self._redraw()

    def _redraw(self) -> None:
        if self._whole is None:
            return
        app = self.oversight
        me = self._whole.manager.manager.name if self._whole.manager else ""
        self.board = board = only_supervised_by(self._whole, me) if self._only_mine else self._whole
        top = top_parts(board, app.names, made_up=app.made_up, old_after=app.old_after_days)
        mine = (Part(" only whom you supervise ", "reverse"),) if self._only_mine else ()
        self.query_one("#top", TextLine).show(*((*parts[:1], *mine, *parts[1:]) for parts in top))
        self.query_one("#diary", TextLine).show(diary_parts(board, app.names))
        self._restoring = True
        self._pane("today").show_rows(rows.today_rows(board, app.names))
        self._pane("team").show_rows(rows.team_rows(board, app.names))
        self._pane("worries").show_rows(rows.worry_rows(board, app.names))
        self._pane("talks").show_rows(rows.talk_rows(board, app.names))
        self._restoring = False
        self._show_caseload()
        self._show_tabs()
        self._show_detail()

    def _show_caseload(self) -> None:
        if self.board is None:
            return
        pane, team = self._pane("caseload"), self._pane("team")
        if not pane.display:
            return  # filled when it is asked for, so that no key pays for what nobody sees
        worker = next((row for row in self.board.workers if row.worker.id == team.key), None)
        name = self.oversight.names.worker(worker.worker.name) if worker else ""
        pane.title_words = f"Caseload of {name}" if name else "Caseload"
        pane.show_rows(rows.caseload_rows(self.board, team.key, self.oversight.names) if team.key else ())

    def _show_tabs(self) -> None:
        """The names of the panes with their counts, for a terminal that shows one pane at a time."""
        if "-narrow" not in self.classes:
            return
        parts: list[Part] = []
        here = self._here()
        for name in ("today", "team", "worries", "talks", "caseload"):
            pane = self._pane(name)
            words = pane.heading if pane is here else f"{pane.number} {pane.title_words.split()[0]} {self._count(pane)}"
            parts += [Part(" "), Part(words, "bold reverse" if pane is here else "", f"pane_{pane.number}"), Part(" ")]
        self.query_one("#tabs", TextLine).show(parts)

    def _count(self, pane: Pane) -> int:
        if pane.id != "caseload" or pane.display or self.board is None:
            return len(pane.lines)
        worker = self._pane("team").key
        return sum(row.child.worker_id == worker for row in self.board.children)

    def _show_detail(self) -> None:
        block = self.query_one("#detail", TextBlock)
        passages = self._detail()
        block.show(passages)
        child = self.selected_child()
        if self.has_class("-vast") and child is not None:
            if self._story_timer is not None:
                self._story_timer.stop()
            self._story_of = child
            self._story_timer = self.set_timer(STORY_AFTER_SECONDS, lambda: self._read_story(child))

    def _read_story(self, child: str) -> None:
        if child == self._story_of:
            self.oversight.worker.read_child(child, beside_board=True)

    def show_story(self, page: ChildPage) -> None:
        """Show what was recorded about the selected child under its detail; a story that comes late is dropped."""
        if page.row.child.id == self.selected_child() and self.board is not None:
            told = story(page, self.board.as_of, self.oversight.names)
            self.query_one("#detail", TextBlock).show((*self._detail(), *told))

    def _detail(self) -> tuple[Passage, ...]:
        pane, board, names = self._here(), self.board, self.oversight.names
        if board is None or pane.key is None:
            return ()
        key, tall = pane.key, self.has_class("-vast")
        if pane.id == "team":
            return next(
                (detail.worker_detail(row, board, names, tall=tall) for row in board.workers if row.worker.id == key),
                (),
            )
        if pane.id == "caseload":
            return next(
                (detail.child_detail(row, board, names, tall=tall) for row in board.children if row.child.id == key), ()
            )
        if pane.id == "worries":
            return next(
                (detail.worry_detail(row, board, names, tall=tall) for row in board.worries if row.item.id == key), ()
            )
        if pane.id == "talks":
            return next((detail.talk_detail(row, board, names, tall=tall) for row in board.talks if row.id == key), ())
        found = (row for row in board.attention if rows.attention_key(row) == key)
        return next((detail.attention_detail(row, board, names, tall=tall) for row in found), ())

    # --- What is selected -------------------------------------------------------------------------

    def _pane(self, name: str) -> Pane:
        return self.query_one(f"#{name}", Pane)

    def _here(self) -> Pane:
        """The pane the keys go to: the focused one, else the one shown last."""
        focused = self.focused
        if isinstance(focused, Pane):
            return focused
        return self.query_one(".-shown", Pane)

    def selected(self) -> tuple[str | None, str | None]:
        """(child id, worker id) of the selected row; a row about a child has its worker's id too, where known."""
        pane, board = self._here(), self.board
        key = pane.key
        if board is None or key is None:
            return None, None
        if pane.id == "team":
            return None, key
        if pane.id == "caseload":
            return key, self._pane("team").key
        if pane.id == "worries":
            return next(
                ((row.item.child_id, row.item.worker_id) for row in board.worries if row.item.id == key), (None, None)
            )
        if pane.id == "talks":
            return next(
                ((row.child.id if row.child else None, None) for row in board.talks if row.id == key), (None, None)
            )
        found = (row for row in board.attention if rows.attention_key(row) == key)
        return next(((row.child_id, row.worker_id) for row in found), (None, None))

    def selected_child(self) -> str | None:
        """The id of the child the selected row is about."""
        return self.selected()[0]

    # --- Keys -------------------------------------------------------------------------------------

    def action_do(self, action_id: str) -> None:
        """Do one action of the registry."""
        self.oversight.clear_flash()
        act: Callable[[], None] = getattr(self, f"do_{action_id}")
        act()

    def do_next_overdue(self) -> None:
        self._step_overdue(1)

    def do_previous_overdue(self) -> None:
        self._step_overdue(-1)

    def _step_overdue(self, by: int) -> None:
        """The cursor to the next row of the morning list that is overdue or never, past those decided today."""
        if self.board is None:
            return
        keys = [
            rows.attention_key(row)
            for row in self.board.attention
            if row.state in ("overdue", "never") and not row.decided_today
        ]
        pane = self._pane("today")
        visible = [line.key for line in pane.lines]
        keys = [key for key in keys if key in visible]
        if not keys:
            self.oversight.flash("Nothing is overdue." if not pane.needle else "Nothing overdue matches the filter.")
            return
        self._go_to(pane)
        at = visible.index(pane.key) if pane.key in visible else -1
        places = [visible.index(key) for key in keys]
        ahead = [place for place in places if (place > at if by > 0 else place < at)]
        place = (ahead[0] if by > 0 else ahead[-1]) if ahead else (places[0] if by > 0 else places[-1])
        if pane.key in keys and len(keys) == 1:
            place = visible.index(keys[0])
        self._stepped_to = visible[place]
        pane.select(visible[place])
        self.oversight.flash(f"{places.index(place) + 1} of {len(places)} overdue")

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

    def _go_to(self, pane: Pane) -> None:
        if pane.id == "caseload":
            self.add_class("-caseload")
        elif pane.id in ("worries", "talks"):
            self.remove_class("-caseload")
        for other in self.query(Pane):
            other.set_class(other is pane, "-shown")
        pane.focus()
        if pane.id == "caseload":
            self.call_after_refresh(self._show_caseload)

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
        manager = self._whole.manager if self._whole else None
        if manager is None or not manager.manager.confirmed:
            self.oversight.flash("Say who you are first: M.")
            return
        self._only_mine = not self._only_mine
        self._redraw()
        self.oversight.flash("Only workers whom you supervise." if self._only_mine else "Everybody on your teams.")

    def do_open_page(self) -> None:
        child, worker = self.selected()
        if child is not None:
            self.oversight.worker.read_child(child)
        elif worker is not None:
            self.oversight.worker.read_worker(worker)
        elif self._here().id == "today" and (self._here().key or "").startswith("opening_dates"):
            self.do_opening_dates()
        elif self._here().key is not None:
            self.oversight.flash("This line is about several children; 5 shows them by worker.")

    def do_opening_dates(self) -> None:
        if self.board is not None:
            self.oversight.show_opening_dates(self.board)

    def do_whose_board(self) -> None:
        self.oversight.worker.read_whose()

    def do_zoom(self) -> None:
        self._go_to(self._here())
        self.add_class("-zoomed")

    def do_unzoom(self) -> None:
        self.remove_class("-zoomed")

    def do_hide_names(self) -> None:
        self.oversight.hide_names()
        self._redraw()
        self.oversight.flash("Names are hidden. h shows them." if self.oversight.names.hidden else "Names are shown.")

    def do_reload(self) -> None:
        self.oversight.worker.reload()

    def do_help(self) -> None:
        self.oversight.show_help()

    def do_back(self) -> None:
        """Back out of the smallest thing: filter, view, zoom."""
        pane = self._here()
        if pane.needle:
            pane.filter("")
        elif self._view is not None:
            self.show_only(None)
        elif self.has_class("-zoomed"):
            self.do_unzoom()
        self._show_tabs()

    def do_quit(self) -> None:
        self.app.exit()

    # --- What happens in the widgets --------------------------------------------------------------

    def _highlighted(self, line_list: LineList, key: str) -> None:
        """The detail follows the cursor; the caseload follows the worker."""
        if self._restoring:
            return
        if line_list.id == "team":
            self._show_caseload()
        elif line_list.id == "today" and line_list is self._here():
            worker = self.selected()[1]
            if worker is not None:
                self._pane("team").select(worker)
        if line_list is self._here():
            if key != self._stepped_to:
                self.oversight.clear_flash()
            self._stepped_to = None
            self._show_detail()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a second click."""
        self.do_open_page()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is the one a narrow terminal shows."""
        if isinstance(event.widget, Pane):
            for pane in self.query(Pane):
                pane.set_class(pane is event.widget, "-shown")
            self._show_caseload()
            self._show_tabs()
            self._show_detail()

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

    def _shown_pane(self) -> Pane:
        return self.query_one(".-shown", Pane)

    def _close_filter(self) -> None:
        self.query_one("#filter", TypedLine).remove_class("-open")
        self._shown_pane().focus()
        self._show_tabs()

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key, a pane's name or a count does what it stands for."""
        self.action_do(event.action)

    def on_resize(self) -> None:
        """What is shown depends on the size; cursor and focus stay."""
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        self._show_caseload()
        self._show_tabs()
        self._show_detail()

    def flash(self, says: str) -> None:
        """Say something in the place of the key bar until the next key."""
        self.query_one("#keys", TextLine).show((Part(f" {says}", "bold"),))

    def clear_flash(self) -> None:
        """The key bar again."""
        self._show_keys()

    def _show_keys(self) -> None:
        shown = [action for action in BOARD if action.label]
        parts: list[Part] = []
        for action in shown:
            parts += [Part(f" {action.shown}", "bold $text-accent"), Part(f" {action.label} ", "", action.id)]
        self.query_one("#keys", TextLine).show(parts)

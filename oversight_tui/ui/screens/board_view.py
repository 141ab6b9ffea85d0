"""What stands on the board: five panes, the detail of the selected row, the counts that never scroll out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.present import rows
from oversight_tui.ui.present.mine import only_supervised_by
from oversight_tui.ui.present.pages import story
from oversight_tui.ui.present.selected import Selected
from oversight_tui.ui.present.top import diary_parts, top_parts
from oversight_tui.ui.screens.acting import ActingScreen
from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    pass

STORY_AFTER_SECONDS = 0.12
EMPTY = {
    "today": "Nothing needs you now. What falls due next stands in the team and caseload panes.",
    "team": "No worker yet. `oversight import FILE --as-at DATE` loads a list.",
    "worries": "No worry is flagged.",
    "talks": "No same-day discussion is open, and none waits to be put on a file.",
    "caseload": "This worker holds no child.",
}


class BoardView(ActingScreen):
    """The newest Board and where one stands in it. Decides nothing."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "#today"
    place = "board"

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
        self.marked: dict[str, About] = {}
        self._new = 0

    def compose(self) -> ComposeResult:
        """The top line, the panes, the detail, the key bar."""
        yield Standing()
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
        if board is not self._whole:
            self._whole = board
            self._redraw()

    def show_names(self) -> None:
        """Names were hidden or shown; a filter that was typed may hold one, and goes with them."""
        if self.oversight.names.hidden:
            self.query_one("#filter", TypedLine).put("")
            for pane in self.query(Pane):
                pane.needle = ""
        self._redraw()

    def _redraw(self) -> None:
        if self._whole is None:
            return
        app = self.oversight
        me = self._whole.manager.manager.name if self._whole.manager else ""
        self.board = board = only_supervised_by(self._whole, me) if self._only_mine else self._whole
        top = top_parts(board, app.names)
        mine = (Part(" only whom you supervise ", "reverse"),) if self._only_mine else ()
        self.query_one("#top", TextLine).show(*((*parts[:1], *mine, *parts[1:]) for parts in top))
        self.query_one("#diary", TextLine).show(diary_parts(board, app.names))
        self._restoring = True
        self._pane("today").show_rows(rows.today_rows(board, app.names))
        self._pane("team").show_rows(rows.team_rows(board, app.names))
        self._pane("worries").show_rows(rows.worry_rows(board, app.names))
        self._pane("talks").show_rows(rows.talk_rows(board, app.names))
        self._show_caseload()
        self._restoring = False
        self._show_tabs()
        self._show_detail()
        if self.marked:
            self.show_marks()

    def show_marks(self) -> None:
        """Show on every row that is about somebody marked that it is."""
        board, holder = self.board, self._pane("team").key
        if board is None:
            return
        sign = self.oversight.names.signs.marked
        for pane in self.query(Pane):
            found = set()
            for line in pane.lines if self.marked else ():
                child, worker = Selected(pane.id or "", line.key, holder).about(board)
                if About(child, worker, None, None, "").key in self.marked:
                    found.add(line.key)
            pane.mark(frozenset(found), sign)

    def _show_caseload(self) -> None:
        if self.board is None:
            return
        pane, team = self._pane("caseload"), self._pane("team")
        if not pane.display:
            return  # filled when it is asked for, so that no key pays for what nobody sees
        worker = self.board.worker_row(team.key)
        name = self.oversight.names.worker(worker.worker.name) if worker else ""
        pane.title_words = f"Caseload of {name}" if name else "Caseload"
        pane.show_rows(rows.caseload_rows(self.board, team.key, self.oversight.names) if team.key else ())
        if self.marked:
            self.show_marks()

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
            return pane.counted
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
        if not self.query(".-shown"):
            return  # the program is being left, and the panes have gone already
        if page.row.child.id == self.selected_child() and self.board is not None:
            told = story(page, self.board.as_of, self.oversight.names)
            self.query_one("#detail", TextBlock).show((*self._detail(), *told))

    def _detail(self) -> tuple[Passage, ...]:
        row, board = self._selected_row(), self.board
        if board is None or row is None:
            return ()
        return row.detail(board, self.oversight.names, tall=self.has_class("-vast"))

    # --- What is selected -------------------------------------------------------------------------

    def _pane(self, name: str) -> Pane:
        return self.query_one(f"#{name}", Pane)

    def _here(self) -> Pane:
        """The pane the keys go to: the focused one, else the one shown last."""
        focused = self.focused
        if isinstance(focused, Pane):
            return focused
        return self.query_one(".-shown", Pane)

    def _selected_row(self) -> Selected | None:
        pane = self._here()
        return Selected(pane.id or "", pane.key, self._pane("team").key) if pane.key is not None else None

    def selected(self) -> tuple[str | None, str | None]:
        """(child id, worker id) of the selected row; a row about a child has its worker's id too, where known."""
        row, board = self._selected_row(), self.board
        return row.about(board) if board is not None and row is not None else (None, None)

    def selected_child(self) -> str | None:
        """The id of the child the selected row is about."""
        return self.selected()[0]

    # --- Panes ---------------------------------------------------------------------------------

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

    def _shown_pane(self) -> Pane:
        return self.query_one(".-shown", Pane)

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

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane that has the focus is the one a narrow terminal shows."""
        if isinstance(event.widget, Pane):
            for pane in self.query(Pane):
                pane.set_class(pane is event.widget, "-shown")
            self._show_caseload()
            self._show_tabs()
            self._show_detail()

    def on_resize(self) -> None:
        """What is shown depends on the size; cursor and focus stay."""
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        self._show_caseload()
        self._show_tabs()
        self._show_detail()

    def clear_flash(self) -> None:
        """The key bar again."""
        self._show_keys()

    def show_new(self, number: int) -> None:
        """How many things have changed since the manager last looked: said before the keys."""
        if number != self._new:
            self._new = number
            if not self.oversight.flashed:
                self._show_keys()

    def _show_keys(self) -> None:
        key = self.oversight.keymap.shown("changes")
        new = [Part(f" {key}", "bold $text-accent"), Part(f" {self._new} new ", "bold", "changes")] if self._new else []
        show_keys(self.query_one("#keys", TextLine), self.oversight.keymap.of(self.place), *new)

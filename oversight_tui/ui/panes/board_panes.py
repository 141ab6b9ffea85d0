"""The five panes of the board: what they show, which of them the keys go to, what narrows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.panes.rail_height import share
from oversight_tui.ui.present import rows, team, today
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.narrowing import Narrowing, OnlyAtRisk, OnlyInView, OnlyOfWorker, PaneName
from oversight_tui.ui.present.rows import View
from oversight_tui.ui.present.selected import SelectedRow, worker_with_key
from oversight_tui.ui.widgets.ground import Ground
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_line import Part

IN_ORDER: tuple[PaneName, ...] = ("today", "team", "worries", "talks", "caseload")
EMPTY = {
    "today": "Nothing needs you now. What falls due next stands in the team and caseload panes.",
    "team": "No worker yet. `oversight import FILE --as-at DATE` loads a list.",
    "worries": "No worry is flagged.",
    "talks": "No discussion is open or of today, and none waits to be put on a file.",
    "caseload": "This worker holds no child.",
}
IN_THE_RAIL: tuple[PaneName, ...] = ("team", "caseload", "worries", "talks")


class BoardPanes(Ground):
    """Shows a board pane by pane, with what is told of the selected row; cursor, scroll, focus and filters stay.

    Decides nothing.
    """

    def __init__(self, marks: Marks, told: Widget, *, id: str) -> None:
        super().__init__(id=id)
        self._marks = marks
        self._told = told
        self._board: Board | None = None
        self._names: Names | None = None
        self.filling = False  # rows change, and no cursor was moved by anybody
        self.narrowing: Narrowing | None = None  # what one of the panes shows alone
        self._of_numbers = self._foot = ""
        self._narrowed: Callable[[], None] = lambda: None
        self._panes = _made()
        self.here = self._panes["today"]  # the one the keys go to, or went to last

    def compose(self) -> ComposeResult:
        """The rail of the team and what else is open, the morning list, what is told of its row."""
        with Ground(id="rail"):
            yield from (self._panes[name] for name in IN_THE_RAIL)
        yield self._panes["today"]
        yield self._told

    def follow(self, highlighted: Callable[[LineList, str], None], *, narrowed: Callable[[], None]) -> None:
        """Call one when the cursor is on another row, the other when a pane shows fewer rows, or more again."""
        self._narrowed = narrowed
        for pane in self._panes.values():
            pane.when_highlighted = highlighted

    # --- What they show ---------------------------------------------------------------------------

    def show_board(self, board: Board, names: Names, enter_dates: str) -> None:
        """Show a board. `enter_dates` is the key that opens the dates which are missing."""
        self._board = board
        self._names = names
        self.filling = True
        self._narrow_again()
        self.pane("today").besides = f": {added}" if (added := rows.added_up(board)) else ""
        self.pane("today").columns.put(today.today_columns(board, names, enter_dates))
        self.pane("today").show_rows(today.today_rows(board, names, enter_dates))
        self._show_team(board, names)
        self.pane("worries").show_rows(rows.worry_rows(board, names))
        self.pane("talks").show_rows(rows.talk_rows(board, names))
        self.show_caseload()
        self.share_height()
        self.filling = False

    def say_unread(self, says: str) -> None:
        """Say why nothing stands here, where no board was ever read."""
        for pane in self._panes.values():
            pane.say_unread(says)

    def _show_team(self, board: Board, names: Names) -> None:
        pane = self.pane("team")
        pane.besides = " and you" if len(board.everybody) > len(board.workers) else ""
        pane.show_rows(team.team_rows(board, names))
        self._of_numbers = f"{names.glyphs.left} {names.glyphs.then} to a number, Enter opens it"
        self.show_foot()

    def show_foot(self) -> None:
        """At the foot of the team what the keys do there alone, while they go to it."""
        pane = self.pane("team")
        foot = self._of_numbers if self.screen.focused is pane else ""
        if foot != self._foot:  # a border is not painted again for nothing
            self._foot = foot
            pane.border_subtitle = Content(foot)

    def on_resize(self) -> None:
        """The rail is as high as this by then."""
        self.call_after_refresh(self.share_height)

    def share_height(self) -> None:
        """What the team does not need is lent to those under it, where they stand under it."""
        is_rail = self.screen.has_class("-wide") and not self.screen.has_class("-zoomed")
        height = self.query_one("#rail").size.height if is_rail else 0
        share(height, self.pane("team"), (self.pane("worries"), self.pane("talks")))

    def show_caseload(self) -> None:
        """The children of the worker who is selected in the team."""
        pane = self.pane("caseload")
        if isinstance(self.narrowing, OnlyAtRisk) and self.narrowing.worker_id != self.holder:
            self.narrow(None)
        if self._board is None or self._names is None or not pane.display:
            return  # filled when it is asked for, so that no key pays for what nobody sees
        worker = worker_with_key(self._board, self.pane("team").key)
        name = self._names.worker(worker.worker.name) if worker else ""
        pane.title_words = f"Caseload of {name}" if name else "Caseload"
        pane.show_rows(rows.caseload_rows(self._board, worker.worker.id, self._names) if worker else ())
        if self._marks:
            self.show_marks()

    @property
    def holder(self) -> WorkerId | None:
        """The worker who is selected in the team, whose caseload is shown."""
        worker = worker_with_key(self._board, self.pane("team").key) if self._board is not None else None
        return worker.worker.id if worker is not None else None

    def show_marks(self) -> None:
        """Show on every row that is about somebody marked that it is."""
        board, names = self._board, self._names
        if board is None or names is None:
            return
        holder = self.holder
        for pane in self._panes.values():
            found = {
                line.key
                for line in (pane.lines if self._marks else ())
                if self._marks.holds(SelectedRow(pane.id or "", line.key, holder).about(board))
            }
            pane.mark(frozenset(found), names.glyphs.marked)

    def tabs(self) -> tuple[tuple[Part, ...], ...]:
        """The names of the panes with their counts, for a terminal that shows one pane at a time; shorter and shorter
        where what is shown has a long name, which is never left off.
        """
        here = self.here
        panes = [self.pane(name) for name in IN_ORDER]
        named = {pane: f"{pane.number} {pane.title_words.split()[0]}" for pane in panes}
        counted = {pane: f"{words} {self._count(pane)}" for pane, words in named.items()}
        numbers = {pane: str(pane.number) for pane in panes}
        return tuple(tuple(_tab_parts(words, here)) for words in (counted, named, numbers, {here: ""}))

    def _count(self, pane: Pane) -> int:
        if pane.id != "caseload" or pane.display or self._board is None:
            return pane.counted
        return len(self._board.children_with(self.holder))

    def unfold(self, unfolded: bool) -> None:
        """Say under the selected row what the detail says first, where no room is left for that."""
        for pane in self._panes.values():
            pane.unfold(partial(self._sentence, pane.id or "") if unfolded else None)

    def _sentence(self, pane: str, key: str) -> str:
        if self._board is None or self._names is None:
            return ""
        return SelectedRow(pane, key, self.holder).sentence(self._board, self._names)

    # --- What narrows them ------------------------------------------------------------------------

    def filter(self, pane: Pane, needle: str) -> None:
        """Only rows of a pane which hold what was typed."""
        pane.filter(needle)
        self._narrowed()

    @property
    def view(self) -> View | None:
        """What the morning list is narrowed to of what the top line counts."""
        return self.narrowing.view if isinstance(self.narrowing, OnlyInView) else None

    @property
    def of_worker(self) -> WorkerId | None:
        """Whose lines alone the morning list shows."""
        return self.narrowing.worker_id if isinstance(self.narrowing, OnlyOfWorker) else None

    def narrow(self, narrowing: Narrowing | None) -> None:
        """One pane narrowed to some of its rows, all others whole: exactly the rows that the number which opens them
        counts. None shows all.
        """
        self.narrowing = narrowing
        self._narrow_again()
        self._narrowed()

    def show_only(self, narrowing: Narrowing) -> int:
        """Narrow a pane, and let the keys go to it; how many rows it shows."""
        self.narrow(narrowing)
        self.go_to(narrowing.pane)
        return len(narrowing.keys(self._board)) if self._board is not None else 0

    def _narrow_again(self) -> None:
        board, names, narrowing = self._board, self._names, self.narrowing
        for pane in self._panes.values():
            if board is None or names is None or narrowing is None or pane.id != narrowing.pane:
                pane.view(None, "")
            else:
                pane.view(partial(_is_among, narrowing.keys(board)), narrowing.words(board, names))

    def on_click(self, event: events.Click) -> None:
        """A click on the title of a pane that keeps rows from sight shows all of it: what was typed goes first."""
        pane, _ = self.screen.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(pane, Pane) and pane.narrowed and event.screen_y == pane.region.y:
            if pane.rows.needle:
                self.filter(pane, "")
            else:
                self.narrow(None)

    def drop_filters(self) -> None:
        """No filter in any pane: one that was typed may hold a name."""
        for pane in self._panes.values():
            pane.rows.needle = ""

    # --- Which of them --------------------------------------------------------------------------

    def pane(self, name: PaneName) -> Pane:
        """One of the five."""
        return self._panes[name]

    @property
    def row(self) -> SelectedRow | None:
        """The row under the cursor of the pane the keys go to."""
        pane = self.here
        return SelectedRow(pane.id or "", pane.key, self.holder) if pane.key is not None else None

    def go_to(self, name: PaneName) -> None:
        """Show a pane and let the keys go to it."""
        pane = self.pane(name)
        if name == "caseload":
            self.screen.add_class("-caseload")
        elif name in ("worries", "talks"):
            self.screen.remove_class("-caseload")
        self.show_as_current(pane)
        if not pane.has_focus:
            pane.focus()
        if name == "caseload":
            self.call_after_refresh(self.show_caseload)

    def go_on_here(self) -> None:
        """Let the keys go to the pane they went to last."""
        self.go_to(cast(PaneName, self.here.id))

    def show_as_current(self, pane: Pane) -> None:
        """Show this pane where the terminal has room for one."""
        self.here = pane
        for other in self._panes.values():
            other.set_class(other is pane, "-shown")
        if self.screen.has_class("-narrow") or self.screen.has_class("-zoomed"):
            self.show_rail()

    def show_rail(self) -> None:
        """Show the rail where what is shown stands in it: elsewhere it always stands, and styling it costs time."""
        self.query_one("#rail").set_class(self.here.parent is not self, "-shown")


def _made() -> Mapping[PaneName, Pane]:
    return {
        "today": Pane(1, "Today", today.TODAY, EMPTY["today"], id="today"),
        "team": Pane(2, "Team", team.TEAM, EMPTY["team"], id="team"),
        "worries": Pane(3, "Worries", rows.WORRIES, EMPTY["worries"], id="worries", folded="none is flagged"),
        "talks": Pane(4, "Discussions today and to file", rows.TALKS, EMPTY["talks"], id="talks", folded="none"),
        "caseload": Pane(5, "Caseload", rows.CASELOAD, EMPTY["caseload"], id="caseload"),
    }


def _is_among(keys: Collection[str], line: Line) -> bool:
    return line.key in keys


def _tab_parts(words: Mapping[Pane, str], here: Pane) -> Iterator[Part]:
    """What is said of each pane; of the one that is shown its whole heading."""
    for pane, said in words.items():
        is_here = pane is here
        yield Part(" ")
        yield Part(pane.brief_heading if is_here else said, "bold reverse" if is_here else "", f"pane_{pane.number}")
        yield Part(" ")

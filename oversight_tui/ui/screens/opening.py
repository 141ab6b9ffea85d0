"""Opening dates: when each worker was last supervised and each child last discussed, typed one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.requests import OpeningDate
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import DateProblem, long_day, parse_date
from oversight_tui.words.labels import STATUS_SHORT, words_for

_COLUMNS = (Column(10), Column(), Column(18), Column(15))
_SAYS = " Type the day; Enter takes it and goes on, alone it leaves one out. Esc is done."


class _Somebody(Struct, frozen=True):
    """Of whom a date may be asked, and when it was last, as far as is known."""

    about: About
    kind: str
    remark: str
    last: date | None

    @property
    def line(self) -> Line:
        """The row of the list."""
        last = Cell("not known", "never") if self.last is None else Cell(long_day(self.last), "good")
        cells = (Cell(self.kind, "quiet"), Cell(self.about.shown), Cell(self.remark, "quiet"), last)
        return Line(str(self.about.subject), cells)


class OpeningScreen(ProgramScreen[None]):
    """Everybody whose date is not known yet, workers first; one date a line."""

    CSS = """
    OpeningScreen #title { background: $panel; }
    OpeningScreen #who { height: 1fr; margin: 1 1; }
    OpeningScreen #says { color: $text-muted; }
    """
    AUTO_FOCUS = "#date"
    has_key_line = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "done", show=False)]

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._people: dict[str, About] = {}  # whoever had no date when the screen was opened, by their line

    def compose(self) -> ComposeResult:
        """The list, and the line the date is typed into."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield LineList(_COLUMNS, empty="Every date is known. Esc goes back.", id="who")
        yield TypedLine("Last time:", id="date")
        yield TextLine(id="says")

    def fill(self) -> None:
        """Fill it."""
        self._people = {str(one.about.subject): one.about for one in self._everybody() if one.last is None}
        self.clear_flash()
        self._show()

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._show()

    def show_board(self, board: Board) -> None:
        """What was entered is known now, and what was refused is not."""
        self.board = board
        self._show()

    def flash(self, says: str) -> None:
        """What was entered, or why it was not, until the next key."""
        self.query_one("#says", TextLine).say(says)

    def clear_flash(self) -> None:
        """What is to be typed."""
        self.query_one("#says", TextLine).show((Part(_SAYS),))

    def _show(self) -> None:
        asked = [one for one in self._everybody() if str(one.about.subject) in self._people]
        missing = sum(one.last is None for one in asked)
        self.query_one("#title", TextLine).show((Part(f" Opening dates: {missing} to enter", "bold"),))
        self.query_one("#who", LineList).show(tuple(one.line for one in asked))

    def _everybody(self) -> Iterator[_Somebody]:
        names = self.program.names
        for worker in self.board.everybody:
            about = About(None, worker.worker.id, None, worker.worker.name, names.worker(worker.worker.name))
            yield _Somebody(about, "Worker", worker.worker.role or "", worker.supervision.last)
        for child in sorted(self.board.children, key=lambda row: (row.worker or "", row.child.reference)):
            shown = f"{names.child(child.child)} {names.glyphs.dot} {names.worker(child.worker) or 'no worker'}"
            about = About(child.child.id, None, child.child.reference, child.worker, shown)
            yield _Somebody(about, "Child", words_for(STATUS_SHORT, child.child.status, ""), child.discussion.last)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Take the date of the row under the cursor and go on to the next."""
        worker = self.program.worker
        who = self.query_one("#who", LineList)
        if who.key is None:
            self.dismiss()
            return
        self.clear_flash()
        if event.text.strip():
            try:
                on = parse_date(event.text, worker.today())
            except DateProblem as problem:
                self.flash(str(problem))
                return
            if on > worker.today():
                self.flash(f"{long_day(on)} is still to come. Give the day it last took place.")
                return
            worker.record(OpeningDate(self._people[who.key].someone, on))
        event.line.put("")
        who.action_move(1)

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc is done."""
        self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """The arrow keys move in the list while the date is being typed."""
        moves = {"up": -1, "down": 1}
        if event.key in moves:
            self.query_one("#who", LineList).action_move(moves[event.key])

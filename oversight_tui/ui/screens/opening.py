"""Opening dates: when each worker was last supervised and each child last discussed, typed one after the other."""

from __future__ import annotations

from typing import ClassVar

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
_SAYS = " Type the day, Enter takes it and goes on. Enter alone leaves one out. Esc is done."


class OpeningScreen(ProgramScreen[None]):
    """Everybody whose date is not known yet, workers first; one date a line."""

    CSS = """
    OpeningScreen #title { background: $panel; }
    OpeningScreen #who { height: 1fr; margin: 1 1; }
    OpeningScreen #date { dock: bottom; }
    OpeningScreen #says { dock: bottom; color: $text-muted; }
    """
    AUTO_FOCUS = "#date"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "done", show=False)]

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._people: dict[str, About] = {}
        self._dates: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The list, and the line the date is typed into."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield LineList(_COLUMNS, empty="Every date is known. Esc goes back.", id="who")
        yield TypedLine("Last time:", id="date")
        yield TextLine(id="says")

    def fill(self) -> None:
        """Fill it."""
        self._say(_SAYS)
        self._show()

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._show()

    def _show(self) -> None:
        lines = self._lines()
        title = f" Opening dates: {len(lines) - len(self._dates)} to enter"
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.query_one("#who", LineList).show(lines)

    def _lines(self) -> tuple[Line, ...]:
        names = self.program.names
        workers = [
            self._line(
                About(None, row.worker.id, None, row.worker.name, names.worker(row.worker.name)),
                "Worker",
                row.worker.role or "",
            )
            for row in self.board.everybody
            if row.supervision.last is None
        ]
        children = [
            self._line(
                About(
                    row.child.id,
                    None,
                    row.child.reference,
                    row.worker,
                    f"{names.child(row.child)} {names.glyphs.dot} {names.worker(row.worker) or 'no worker'}",
                ),
                "Child",
                words_for(STATUS_SHORT, row.child.status, ""),
            )
            for row in sorted(self.board.children, key=lambda row: (row.worker or "", row.child.reference))
            if row.discussion.last is None
        ]
        return (*workers, *children)

    def _line(self, about: About, kind: str, remark: str) -> Line:
        key = str(about.subject)
        self._people[key] = about
        date = self._dates.get(key)
        last = Cell(date, "good") if date else Cell("not known", "never")
        return Line(key, (Cell(kind, "quiet"), Cell(about.shown), Cell(remark, "quiet"), last))

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Take the date of the row under the cursor and go on to the next."""
        worker = self.program.worker
        who = self.query_one("#who", LineList)
        if who.key is None:
            self.dismiss()
            return
        if event.text.strip():
            try:
                on = parse_date(event.text, worker.today())
            except DateProblem as problem:
                self._say(f" {problem}")
                return
            if on > worker.today():
                self._say(f" {long_day(on)} is still to come. Give the day it last took place.")
                return
            worker.record(OpeningDate(self._people[who.key].someone, on))
            self._dates[who.key] = long_day(on)
            self._show()
        self._say(_SAYS)
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

    def _say(self, text: str) -> None:
        self.query_one("#says", TextLine).show((Part(text),))

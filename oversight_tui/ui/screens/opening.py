"""Opening dates: when each worker was last supervised and each child last discussed, typed one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import OpeningDate
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.present.rows import days_ago
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import DateProblem, long_day, parse_date, short_day

# The cell the day is typed into stands right after the name, and the day understood after that, shorter in less room.
_CELL, _CELL_NARROW = 14, 11
_COLUMNS = (
    Column(7, from_width=60),
    Column(),
    Column(_CELL, from_width=60),
    Column(_CELL_NARROW, below_width=60),
    Column(18, from_width=60),
    Column(6, below_width=60),
)
_SAYS = " 25/8, fri or -3w. Enter saves it and goes on, empty it goes past one   ↑ ↓ move   Esc goes back."
_BRIEF = " Enter saves it, ↑ ↓ move, Esc goes back."
_BRIEFEST = " Esc goes back."
_IN_NO_DAY = ("q", "Q")  # what leaves most screens is in no day and no month
_OF_WHAT = "when each worker was last supervised and each child last discussed"


class _Somebody(Struct, frozen=True):
    """Of whom a date may be asked, and when it was last, as far as is known; in `lacking`, how that is said if not."""

    about: About
    kind: str
    what: str
    last: date | None
    lacking: str


class UnseenLine(TypedLine):
    """Takes what is typed, but a letter that is in no day; where it is seen is in the row it is about."""

    def render(self) -> Content:
        """Nothing: the row shows it."""
        return Content("")

    def on_key(self, event: events.Key) -> None:
        """Leave to the screen what is in no day."""
        if event.key in _IN_NO_DAY:
            event.prevent_default()


class OpeningScreen(ProgramScreen[None]):
    """Everybody whose date is not known yet, workers first; each with a cell to type the day into."""

    CSS = """
    OpeningScreen #title { background: $panel; }
    OpeningScreen #who { height: 1fr; margin: 1 1 0 1; max-width: 90; }
    OpeningScreen #date { height: 0; }
    OpeningScreen #says { color: $text-muted; }
    OpeningScreen.-low #who { margin: 0 1; }
    """
    AUTO_FOCUS = "#date"
    has_key_line = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "done", show=False),
        Binding("up,shift+tab", "move(-1)", priority=True, show=False),
        Binding("down,tab", "move(1)", priority=True, show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._left_with: str | None = None  # what stood there, and was no day, when Esc was pressed
        self._people: dict[str, _Somebody] = {}  # whoever had no date when the screen was opened, by their line

    def compose(self) -> ComposeResult:
        """The list with its cells, and what takes the keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield LineList(_COLUMNS, empty="Every date is known. Esc goes back.", id="who")
        yield UnseenLine("", id="date")
        yield TextLine(id="says")

    def fill(self) -> None:
        """Fill it."""
        self._people = {str(one.about.subject): one for one in self._everybody() if one.last is None}
        self._who.can_focus = False
        self._who.when_highlighted = self._moved
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
        line = self.query_one("#says", TextLine)
        line.show()
        line.say(says)

    def clear_flash(self) -> None:
        """What is to be typed, of the row under the cursor."""
        here = self._people.get(self._who.key or "")
        what = (Part(f" {here.what}:", "bold"),) if here is not None else ()
        self.query_one("#says", TextLine).show(*((*what, Part(said)) for said in (_SAYS, _BRIEF, _BRIEFEST)))

    @property
    def _who(self) -> LineList:
        return self.query_one("#who", LineList)

    @property
    def _typed(self) -> UnseenLine:
        return self.query_one("#date", UnseenLine)

    def _show(self) -> None:
        asked = [one for one in self._everybody() if str(one.about.subject) in self._people]
        self._people = {str(one.about.subject): one for one in asked}
        missing = sum(one.last is None for one in asked)
        entered = f", {len(asked) - missing} entered" if missing < len(asked) else ""
        says = f" Opening dates: {missing} to enter{entered}"
        title = Part(says, "bold")
        self.query_one("#title", TextLine).show((title, Part(f", {_OF_WHAT}")), (title,))
        self._show_rows()

    def _show_rows(self) -> None:
        """The rows anew, with what is being typed in the one under the cursor."""
        here = self._who.key
        rows = self._people.items()
        self._who.show(tuple(Line(key, partial(self._cells, one, here=key == here)) for key, one in rows))

    def _cells(self, one: _Somebody, *, here: bool) -> tuple[Cell, ...]:
        """The cells of a row: an empty one to type into, what is typed with the day understood, or the day known."""
        understood = short = Cell("", "quiet")
        typed = self._typed.text if here else ""
        if one.last is not None and not typed:
            cell = narrow = Cell(short_day(one.last, self.board.as_of), "good")
            understood = Cell(f"✓ {long_day(one.last)}", "good")
        else:
            cursor = "▏" if here else ""
            cell, narrow = (Cell(_cell(f"{typed}{cursor}", room), "strong") for room in (_CELL, _CELL_NARROW))
            understood, short = self._understood(typed, one.lacking)
        about = Cell(one.about.shown, "strong" if here else "plain")
        return Cell(one.kind, "quiet"), about, cell, narrow, understood, short

    def _understood(self, typed: str, lacking: str) -> tuple[Cell, Cell]:
        """The day that is understood of what is typed, long and short; that it is none; `lacking` of nothing typed."""
        today = self.program.worker.today()
        if not typed.strip():
            return Cell(lacking, "never"), Cell("", "quiet")
        try:
            day = parse_date(typed, today)
        except DateProblem:
            return Cell("no day yet", "quiet"), Cell("", "quiet")
        if day > today:
            return Cell("still to come", "warn"), Cell("later", "warn")
        return Cell(f"→ {long_day(day)}", "never"), Cell(short_day(day, today), "never")

    def _everybody(self) -> Iterator[_Somebody]:
        names = self.program.names
        for worker in self.board.everybody:
            about = About(None, worker.worker.id, None, worker.worker.name, names.worker(worker.worker.name))
            lacking = days_ago(worker.supervision, self.board, AboutWorker(worker.worker.id))
            yield _Somebody(about, "Worker", "Last supervised", worker.supervision.last, lacking)
        for child in sorted(self.board.children, key=lambda row: (row.worker or "", row.child.reference)):
            shown = names.child_of_worker(child.child, child.worker, "no worker")
            about = About(child.child.id, None, child.child.reference, child.worker, shown)
            lacking = days_ago(child.discussion, self.board, AboutChild(child.child.id))
            yield _Somebody(about, "Child", "Last discussed", child.discussion.last, lacking)

    # --- Keys and mouse ---------------------------------------------------------------------------

    def _moved(self, _: LineList, __: str) -> None:
        """Another row is under the cursor: what was typed into the one before and not saved is dropped."""
        self._typed.put("")
        self.clear_flash()
        self._show_rows()

    def on_key(self, event: events.Key) -> None:
        """A letter that is in no day says so."""
        if event.key in _IN_NO_DAY:
            self.flash(f"{event.key} does nothing here. Esc goes back.")

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """What is typed is seen in its row, with the day understood."""
        self._left_with = None
        self.clear_flash()
        self._show_rows()

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Save the day of the row under the cursor and go on to the next."""
        if self._who.key is None:
            self.dismiss()
        elif self._save():
            self._who.action_move(1)

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc goes back, and saves the day that is typed; what is none stays, and a second Esc leaves without it."""
        if self._left_with == event.text or self._save():
            self.dismiss()
        else:
            self._left_with = event.text
            self.flash("That is no day that has been. Esc goes back without it, Ctrl+U takes it out.")

    def on_descendant_blur(self) -> None:
        """There is nothing else to type into, wherever somebody has clicked."""
        self.call_later(self._typed.focus)

    def action_move(self, by: int) -> None:
        """To another row; a day that stands in this one is saved first, or said why it is none."""
        if self._save():
            self._who.action_move(by)

    def action_page(self, by: int) -> None:
        """A page of rows further or back."""
        if self._save():
            self._who.action_page(by)

    def _save(self) -> bool:
        """Record the day that is typed; True where there is none or it was asked for."""
        worker, typed, key = self.program.worker, self._typed.text, self._who.key
        self.clear_flash()
        if not typed.strip() or key is None:
            return True
        try:
            on = parse_date(typed, worker.today())
        except DateProblem as problem:
            self.flash(str(problem))
            return False
        if on > worker.today():
            self.flash(f"{long_day(on)} is still to come. Give the day it last took place.")
            return False
        worker.record(OpeningDate(self._people[key].about.someone, on))
        self._typed.put("")
        self._show_rows()
        return True


def _cell(text: str, room: int) -> str:
    """What stands in a cell, its end where there is more, between the signs of its ends."""
    shown = text[-(room - 2) :]
    return f"[{shown}{'_' * (room - 2 - len(shown))}]"

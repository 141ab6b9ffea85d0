"""Which of several open things is meant: a short list over the screen one is on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final, Literal

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import EntryId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import id_of, key_of
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.window import CLOSES, Window, key_parts
from oversight_tui.words.dates import short_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import KIND, words_for

_COLUMNS = (Column(12), Column(10), Column(16), Column())
_MOST_ROWS = 12
_FRAME_ROWS = 4  # the border, the title, the line of keys


LOOK: Final = "look"


class Look(Struct, frozen=True):
    """The look at a child without a worker, which is no entry yet: about whom, what it is called, by when it is due."""

    about: About
    called: str
    due_on: date | None


class WhichDialog(Window[EntryId | Literal["look"] | None]):
    """Dismissed with the entry that was chosen, or with LOOK; None where it was left."""

    CSS = """
    WhichDialog { align: center middle; }
    WhichDialog #which { width: 100; max-width: 100%; max-height: 100%; border: round $border; background: $surface; }
    WhichDialog #open { height: 1fr; }
    """
    AUTO_FOCUS = "#open"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "leave", show=False)]

    def __init__(self, items: Sequence[tuple[OpenItem, About]], look: Look | None = None) -> None:
        super().__init__()
        self.items, self.look = tuple(items), look

    def compose(self) -> ComposeResult:
        """Title, the open things, keys."""
        with Container(id="which") as which:
            which.border_subtitle = marking_of(self.program)
            which.styles.height = min(len(self.items) + (self.look is not None), _MOST_ROWS) + _FRAME_ROWS
            yield TextLine(id="heading")
            yield LineList(_COLUMNS, id="open")
            yield TextLine(id="says")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#heading", TextLine).show((Part("Which of these?", "bold"),))
        self.query_one("#says", TextLine).show(key_parts(("enter", "Answer it", "answer"), CLOSES))
        self.show_names()

    def show_names(self) -> None:
        """Names were hidden or shown."""
        names, today = self.program.names, self.program.worker.today()
        lines = [line_of(item, about, names, today) for item, about in self.items]
        self.query_one("#open", LineList).show([*lines, *(() if self.look is None else (_look(self.look, today),))])

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        key = self.query_one("#open", LineList).key
        self.dismiss(_chosen(key) if event.action == "answer" and key else None)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter, or a second click."""
        event.stop()
        self.dismiss(_chosen(event.key))


def _chosen(key: str) -> EntryId | Literal["look"]:
    return LOOK if key == LOOK else EntryId(id_of(key))


def _look(look: Look, today: date) -> Line:
    late = look.due_on is not None and look.due_on < today
    due = short_day(look.due_on, today) if look.due_on else ""
    what, text = Cell("Look again", "strong"), Cell(look.called.capitalize())
    return Line(LOOK, (what, Cell(due, "alarm" if late else "plain"), Cell(look.about.reference or ""), text))


def line_of(item: OpenItem, about: About, names: Names, today: date) -> Line:
    """An open thing: what it is, its day, about whom, its words."""
    late = item.due_on is not None and item.due_on < today
    kind = "Review" if item.kind == "decision_review" else words_for(KIND, item.kind)
    due = short_day(item.due_on, today) if item.due_on else ""
    return Line(
        key_of(item.id),
        (
            Cell(kind, "strong"),
            Cell(due, "alarm" if late else "plain"),
            Cell(about.reference or names.short_worker(about.worker)),
            Cell(_words(item, names)),
        ),
    )


def _words(item: OpenItem, names: Names) -> str:
    """The words of it; of a booking, which may have none, what it is and at what time."""
    if item.kind != "booking":
        return names.text(item.shown)
    at = f" at {item.at}" if item.at else ""
    return f"{words_for(BOOKING, item.which)}{at}{f': {names.text(item.shown)}' if item.shown else ''}"

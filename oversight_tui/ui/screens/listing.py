"""A list over the board with what its row says in full beneath: actions, changes, the journal, notes to self."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.list_actions import ABOUT_A_ROW
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, leaving
from oversight_tui.ui.screens.list_filter import ListFilter
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column, Line
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

NO_ROW = "No row is here."


class ListingScreen(ActingScreen):
    """A list, its detail, its keys. `empty` is said where there is no row; {ACTION} in it is the key of an action."""

    CSS_PATH = "listing.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "read_full(1)", show=False),
        Binding("left", "read_full(-1)", show=False),
    ]

    def __init__(self, title: str, columns: Sequence[Column], empty: str) -> None:
        super().__init__()
        self.heading = title
        self.columns = columns
        self.empty = empty
        self.filter = ListFilter(self, self.show)
        self.begins_at = ""  # the key of a row

    def lines(self) -> Sequence[Line]:
        """The rows."""
        raise NotImplementedError

    def detail(self, key: str) -> Sequence[Passage]:
        """A row in full."""
        raise NotImplementedError

    def opened(self, key: str) -> None:
        """Enter, or a second click: the row in full, and the list again, unless a list opens a page."""
        self.toggle_class("-in-full")

    def compose(self) -> ComposeResult:
        """Title, list, detail, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        keys: dict[str, str] = {action.id: action.shown for action in self.program.keymap.of(self.place)}
        yield LineList(self.columns, empty=self.empty.format_map(keys), id="list")
        yield TextBlock(id="full")
        yield TextLine(id="keys")
        yield from self.filter.line()

    def fill(self) -> None:
        """Fill it."""
        listed = self.query_one("#list", LineList)
        listed.when_highlighted = self._highlighted
        self.show()
        listed.select(self.begins_at)

    def show(self) -> None:
        """Show the rows as they are now."""
        listed = self.query_one("#list", LineList)
        listed.show(self.filter.narrowed(self.lines()))
        counted = sum(line.counted for line in listed.lines)
        self.query_one("#title", TextLine).show((Part(f" {self.heading} {counted}", "bold"),))
        if not self.program.flashed:
            self.clear_flash()
        self.query_one("#full", TextBlock).show(self.detail(listed.key) if listed.key is not None else ())

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self.show()

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read. One that does nothing here says what it is on the board."""
        self.program.clear_flash()
        if event.key == "enter" and not self.row_key:
            self.program.flash(NO_ROW)
        else:
            say_elsewhere(self, event)

    # --- Actions ----------------------------------------------------------------------------------

    @property
    def row_key(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self.query_one("#list", LineList).key or ""

    def reason(self, action_id: ActionId) -> str:
        """What is done about a row needs one."""
        needs_one = action_id in ABOUT_A_ROW and not self.row_key
        return NO_ROW if needs_one else self.reason_of_row(action_id, self.row_key)

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """Why an action of this list cannot act on a row; empty where it can."""
        return ""

    def handlers(self) -> Handlers:
        """What every list does."""
        return {**super().handlers(), **leaving(self), **self.filter.handlers()}

    def open_row(self) -> None:
        """Open the row under the cursor."""
        self.opened(self.row_key)

    def action_read_full(self, pages: int) -> None:
        """Read on, or back, in what stands beneath the list."""
        self.query_one("#full", TextBlock).scroll_by(pages=pages)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A row was opened."""
        self.opened(event.key)

    def _highlighted(self, listed: LineList, key: str) -> None:
        self.query_one("#full", TextBlock).show(self.detail(key))


def undo_handlers(program: Program) -> Handlers:
    """What a list does that records something and shows it at once."""
    return {
        "undo": lambda: program.worker.undo(words=not program.names.hidden),
        "redo": lambda: program.worker.redo(words=not program.names.hidden),
    }

"""A screen of one long text to be read: its title, the text, the keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.screens.acting import ActingScreen
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import TextLine


class ReadingScreen(ActingScreen):
    """What such a screen is made of, and how one reads on in it."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
        Binding("pagedown,space", "scroll(0, 1)", show=False),
        Binding("g,home", "scroll(-100000, 0)", show=False),
        Binding("G,end", "scroll(100000, 0)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield from self.body()
        yield TextLine(id="keys")

    def body(self) -> ComposeResult:
        """What is read."""
        yield TextBlock(id="page")

    def show_text(self) -> None:
        """Fill title and page, with names or without."""
        raise NotImplementedError

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self.show_text()

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read. One that does nothing here says what it is on the board."""
        self.program.clear_flash()
        say_elsewhere(self, event)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self.query_one("#page", TextBlock).scroll_by(lines, pages=pages)

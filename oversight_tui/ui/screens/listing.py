"""A list over the board with what its row says in full beneath: actions, changes, the journal, notes to self."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.line_list import Column, Line, LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp


class ListingScreen(Screen[None]):
    """A list, its detail, its keys. `keys` maps a key to (its label, what it does with the row's key).

    A key without a label works and stands in no key line.
    """

    DEFAULT_CSS = """
    ListingScreen #title { background: $panel; }
    ListingScreen #list { height: 1fr; }
    ListingScreen #full { height: 10; border-top: solid $border-blurred; padding: 0 1; }
    ListingScreen.-low #full { display: none; }
    ListingScreen #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "back", show=False)]

    def __init__(self, title: str, columns: Sequence[Column], empty: str) -> None:
        super().__init__()
        self.heading, self.columns, self.empty = title, columns, empty
        self.keys: Mapping[str, tuple[str, Callable[[str], None]]] = {}

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def lines(self) -> Sequence[Line]:
        """The rows."""
        raise NotImplementedError

    def detail(self, key: str) -> Sequence[Passage]:
        """A row in full."""
        raise NotImplementedError

    def opened(self, key: str) -> None:
        """Enter, or a second click: nothing unless a list says otherwise."""

    def back_and_forth(self) -> Mapping[str, tuple[str, Callable[[str], None]]]:
        """The keys of undo and redo."""
        record, shown = self.oversight.worker.record, self.oversight.keymap.shown
        return {
            shown("undo"): ("Undo", lambda key: record("undo")),
            shown("redo"): ("", lambda key: record("redo")),
        }

    def compose(self) -> ComposeResult:
        """Title, list, detail, keys."""
        yield Standing()
        yield TextLine(id="title")
        yield LineList(self.columns, empty=self.empty, id="list")
        yield TextBlock(id="full")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Fill it."""
        if hasattr(self, "show_board"):  # a list that follows the board shows what they bring
            self.keys = {**self.keys, **self.back_and_forth()}
        self.query_one("#list", LineList).when_highlighted = self._highlighted
        self.show()

    def show(self) -> None:
        """Show the rows as they are now."""
        listed = self.query_one("#list", LineList)
        listed.show(self.lines())
        title = f" {self.heading} {len(listed.lines)}"
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        if not self.oversight.flashed:
            self.clear_flash()
        if listed.key is not None:
            self._highlighted(listed, listed.key)

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self.show()

    def flash(self, says: str) -> None:
        """Say something in the place of the keys until the next key."""
        self.query_one("#keys", TextLine).say(says)

    def clear_flash(self) -> None:
        """The keys again."""
        parts: list[Part] = []
        for key, (label, _) in self.keys.items():
            parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ")] if label else []
        back = (Part(" esc", "bold $text-accent"), Part(" Back "))
        self.query_one("#keys", TextLine).show((*parts, *back))

    def on_key(self, event: events.Key) -> None:
        """One of the list's own keys."""
        self.oversight.clear_flash()
        found = self.keys.get(event.character or event.key)
        if found is not None:
            event.stop()
            found[1](self.query_one("#list", LineList).key or "")

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A row was opened."""
        self.opened(event.key)

    def _highlighted(self, listed: LineList, key: str) -> None:
        self.query_one("#full", TextBlock).show(self.detail(key))

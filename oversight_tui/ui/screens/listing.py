"""A list over the board with what its row says in full beneath: actions, changes, the journal, notes to self."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.list_actions import ABOUT_A_ROW
from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.line_list import Column, Line, LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp


class ListingScreen(Screen[None]):
    """A list, its detail, its keys. `place` is the name that its actions have in the keymap.

    `empty` is said where there is no row; {ACTION} in it is the key of that action.

    A list has the method `do_NAME` for each of its actions; `reason` says where one cannot act.
    """

    DEFAULT_CSS = """
    ListingScreen #title { background: $panel; }
    ListingScreen #list { height: 1fr; }
    ListingScreen #full { height: 10; border-top: solid $border-blurred; padding: 0 1; }
    ListingScreen.-low #full { display: none; }
    ListingScreen #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = "#list"
    place: ClassVar[str]

    def __init__(self, title: str, columns: Sequence[Column], empty: str) -> None:
        super().__init__()
        self.heading, self.columns, self.empty = title, columns, empty

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

    def compose(self) -> ComposeResult:
        """Title, list, detail, keys."""
        yield Standing()
        yield TextLine(id="title")
        keys = {action.id: action.shown for action in self.oversight.keymap.of(self.place)}
        yield LineList(self.columns, empty=self.empty.format_map(keys), id="list")
        yield TextBlock(id="full")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Fill it."""
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
        show_keys(self.query_one("#keys", TextLine), self.oversight.keymap.of(self.place))

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read."""
        self.oversight.clear_flash()

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        self.action_do(event.action)

    # --- Actions ----------------------------------------------------------------------------------

    @property
    def row_key(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self.query_one("#list", LineList).key or ""

    def action_do(self, action_id: str) -> None:
        """Do one action of the registry, or say why it cannot be done."""
        self.oversight.clear_flash()
        reason = self.cannot(action_id)
        if reason:
            self.oversight.flash(reason)
            return
        act: Callable[[], None] = getattr(self, f"do_{action_id}")
        act()

    def cannot(self, action_id: str) -> str:
        """Why an action cannot act on the row under the cursor; empty where it can."""
        if action_id == "lock":
            return self.oversight.cannot_lock
        if action_id in ABOUT_A_ROW and not self.row_key:
            return "No row is here."
        return self.reason(action_id, self.row_key)

    def reason(self, action_id: str, key: str) -> str:
        """The same, of this list's own actions and a row that is there."""
        return ""

    def do_list_back(self) -> None:
        self.dismiss()

    def do_list_help(self) -> None:
        from oversight_tui.ui.screens.keys import KeysScreen

        self.oversight.open(KeysScreen(self.oversight.keymap.of(self.place), self.cannot))

    def do_list_open(self) -> None:
        self.opened(self.row_key)

    def do_undo(self) -> None:
        self.oversight.worker.record("undo")

    def do_redo(self) -> None:
        self.oversight.worker.record("redo")

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A row was opened."""
        self.opened(event.key)

    def _highlighted(self, listed: LineList, key: str) -> None:
        self.query_one("#full", TextBlock).show(self.detail(key))

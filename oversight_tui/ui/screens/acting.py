"""A screen whose keys come from the registry: what they do, why one cannot act, the line that names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp


class ActingScreen(Screen[None]):
    """A screen with a line `#keys` at its foot. `place` is the name that its actions have in the keymap.

    It has the method `do_NAME` for each of its actions; `reason` says why one cannot act now.
    """

    place: ClassVar[str]

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

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
        """Why an action cannot act on what is selected; empty where it can."""
        return self.oversight.cannot_lock if action_id == "lock" else self.reason(action_id)

    def reason(self, action_id: str) -> str:
        """The same, of the screen's own actions."""
        return ""

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        self.action_do(event.action)

    def do_hide_names(self) -> None:
        self.oversight.action_hide_names()

    def do_lock(self) -> None:
        self.oversight.action_lock()

    def do_list_back(self) -> None:
        self.dismiss()

    def do_list_help(self) -> None:
        from oversight_tui.ui.screens.keys import KeysScreen

        self.oversight.open(KeysScreen(self.oversight.keymap.of(self.place), self.cannot))

    # --- The key line -----------------------------------------------------------------------------

    def flash(self, says: str) -> None:
        """Say something in the place of the keys until the next key."""
        self.query_one("#keys", TextLine).say(says)

    def clear_flash(self) -> None:
        """The keys again."""
        show_keys(self.query_one("#keys", TextLine), self.oversight.keymap.of(self.place))

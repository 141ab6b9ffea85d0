"""A screen whose keys come from the registry: what they do, why one cannot act, the line that names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol, cast, runtime_checkable

from textual import events

from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.keymap import Place
from oversight_tui.ui.looking_back import cannot_while_looking_back
from oversight_tui.ui.messages import WayBack
from oversight_tui.ui.program import Program, ProgramScreen
from oversight_tui.ui.widgets.text_line import TextLine

Handlers = Mapping[ActionId, Callable[[], object]]


class ActingScreen(ProgramScreen[None]):
    """A screen with a line `#keys` at its foot. `place` is the name that its actions have in the keymap."""

    place: ClassVar[Place]
    has_key_line = True

    def handlers(self) -> Handlers:
        """What does each action of the screen."""
        return everywhere(self.program)

    def way_back(self, action_id: WayBack) -> ActionId | None:
        """Which of its own actions is undo, or redo; None where neither is a key of it."""
        return action_id if action_id and action_id in self.handlers() else None

    def action_do(self, action_id: ActionId) -> None:
        """Do one action of the registry, or say why it cannot be done."""
        self.program.clear_flash()
        if reason := self.cannot(action_id):
            self.program.flash(reason)
        else:
            self.handlers()[action_id]()
            self.program.tour.acted(action_id)

    def cannot(self, action_id: ActionId) -> str:
        """Why an action cannot act on what is selected; empty where it can."""
        return self.waits(action_id) or (self.program.cannot_lock if action_id == "lock" else self.reason(action_id))

    def waits(self, action_id: ActionId) -> str:
        """Why an action waits while a past day is looked at; empty where it does not."""
        return cannot_while_looking_back(action_id, self.program.worker.scope.looking_back, self.program.keymap)

    def reason(self, action_id: ActionId) -> str:
        """The same, of the screen's own actions."""
        return ""

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        _do_clicked(self, event.action)

    def on_click(self, event: events.Click) -> None:
        """A click, wherever it is: what was said has been read."""
        self.program.clear_flash()

    def flash(self, says: str) -> None:
        """Say something over the keys until the next key or click."""
        self.query_one("#keys", TextLine).say(says)

    def clear_flash(self) -> None:
        """The keys alone again."""
        show_keys(self.query_one("#keys", TextLine), self.program.keymap.of(self.place))


def _do_clicked(screen: ActingScreen, action: str) -> None:
    """An action of the registry, or a digit, which is no action of it but is taken as one that is pressed."""
    if action.isdigit():
        screen.app.simulate_key(action)
    else:
        screen.action_do(cast(ActionId, action))


def leaving(screen: ActingScreen) -> Handlers:
    """What every screen over the board but a page has besides."""
    return {"list_help": lambda: show_help(screen), "list_back": screen.dismiss}


@runtime_checkable
class SelectsOne(Protocol):
    """A screen that works out what is selected once for many actions."""

    def cannot_now(self) -> Callable[[ActionId], str]:
        """Why an action cannot act on what is selected now."""


def cannot_now(screen: ActingScreen) -> Callable[[ActionId], str]:
    """Why an action cannot act on what is selected, for many of them at once."""
    return screen.cannot_now() if isinstance(screen, SelectsOne) else screen.cannot


def show_help(screen: ActingScreen) -> None:
    """The keys that apply on a screen."""
    from oversight_tui.ui.screens.keys import KeysScreen

    screen.program.open(KeysScreen(screen.program.keymap.of(screen.place), cannot_now(screen)))


def everywhere(program: Program) -> Handlers:
    """What does each action that every screen has."""
    return {
        "hide_names": program.action_hide_names,
        "lock": program.action_lock,
        "palette": program.action_palette,
    }

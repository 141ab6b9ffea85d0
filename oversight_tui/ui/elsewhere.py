"""A key that only the board has, pressed on a screen over it: what it would do there, so that no key is silent."""

from __future__ import annotations

from textual import events

from oversight_tui.ui.screens.acting import ActingScreen


def say_elsewhere(screen: ActingScreen, event: events.Key) -> None:
    """Say what a key does on the board, where it does nothing on this screen."""
    if event.key in screen.active_bindings:
        return
    action = next((one for one in screen.program.keymap.of("board") if event.key in one.keys), None)
    if action is not None:
        event.stop()
        screen.program.flash(f"{action.shown} is a key of the board: {action.help}. Esc goes back to it.")

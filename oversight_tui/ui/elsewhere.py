"""A key that does nothing on a screen over the board says so, and what it would do on the board: no key is silent."""

from __future__ import annotations

from textual import events

from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import ActingScreen


def say_elsewhere(screen: ActingScreen, event: events.Key) -> None:
    """Say what a key does on the board, or that it does nothing, where it does nothing on this screen."""
    says = said_of(event, screen.program)
    if says and event.key not in screen.active_bindings:  # asked last: an arrow key has nothing said of it, and waits
        event.stop()
        screen.program.flash(says)


def said_of(event: events.Key, program: Program) -> str:
    """What is said of a key that nothing here takes; empty for one that is no letter and no key of the board."""
    action = next((one for one in program.keymap.of("board") if event.key in one.keys), None)
    if action is not None:
        return f"{action.shown} is a key of the board: {action.help}. Esc goes back to it."
    if not event.is_printable:
        return ""
    return f"{event.character} does nothing here. {program.keymap.shown('help')} shows the keys."

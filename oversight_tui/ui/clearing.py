"""When what was said over the keys has been read: with the next key or click."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual import events

from oversight_tui.ui.actions import ACT_EVERYWHERE
from oversight_tui.ui.panes.pane import Pane

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram


@contextmanager
def clearing(program: AnsweredProgram, event: events.Event) -> Iterator[None]:
    """Any key clears what was said before it acts; a click once it is over, since rows move when lines are free again.

    Not from a form that lies over it.
    """
    is_press = isinstance(event, events.Key | events.MouseUp)
    clears = is_press and program.flashed and program.on_top.has_key_line
    if clears and isinstance(event, events.Key) and event.is_forwarded == _comes_back(program, event):
        program.clear_flash()
    yield
    if clears and isinstance(event, events.MouseUp) and not event.is_forwarded:
        program.clear_flash()


def _comes_back(program: AnsweredProgram, event: events.Key) -> bool:
    """Whether this key comes back to the program from the pane that has the focus, and acts only then.

    What it does next may be to say something else: cleared in the same breath, the line is painted once, and what the
    key changes need not wait for the painting after that. A key that the board does not know says so itself.
    """
    if program.on_top is not program.board_screen or not isinstance(program.on_top.focused, Pane):
        return False
    return not any(event.key in action.keys for action in program.keymap.of("board") if action.id in ACT_EVERYWHERE)

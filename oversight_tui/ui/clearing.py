"""When what was said over the keys has been read: with the next key or click."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual import events

from oversight_tui.ui.panes.pane import Pane

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram


@contextmanager
def clearing(program: AnsweredProgram, event: events.Event) -> Iterator[None]:
    """Any key clears what was said before it acts; a click once it is over, since rows move when lines are free again.

    Not from a form that lies over it.
    """
    ends = isinstance(event, events.Key | events.MouseUp)
    said = ends and program.flashed and program.on_top.has_key_line
    if said and isinstance(event, events.Key) and (event.is_forwarded or not _comes_back(program, event)):
        program.clear_flash()
    yield
    if said and isinstance(event, events.MouseUp) and not event.is_forwarded:
        program.clear_flash()


def _comes_back(program: AnsweredProgram, event: events.Key) -> bool:
    """Whether no widget takes this key, so that it comes back to the program and acts only then.

    What it does next may be to say something else: cleared in the same breath, the line is painted once, and what the
    key changes need not wait for the painting after that.
    """
    on_board = program.on_top is program.board_screen and isinstance(program.on_top.focused, Pane)
    return on_board and any(event.key in action.keys for action in program.keymap.of("board"))

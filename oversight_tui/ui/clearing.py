"""When what was said over the keys has been read: with the next key or click."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram


@contextmanager
def clearing(program: AnsweredProgram, event: events.Event) -> Iterator[None]:
    """Any key clears what was said before it acts; a click once it is over, since rows move when lines are free again.

    Not from a form that lies over it.
    """
    is_press = isinstance(event, events.Key | events.MouseUp) and not event.is_forwarded
    clears = is_press and program.flashed and program.on_top.has_key_line
    if clears and isinstance(event, events.Key):
        program.clear_flash()
    yield
    if clears and isinstance(event, events.MouseUp):
        program.clear_flash()

"""How the program ends: on a key, on a word from outside, with its terminal, or by a fault of its own."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

from rich.segment import Segment, Segments

from oversight_tui.last_resort import STOPPED, sentence_for
from oversight_tui.ui.terminal import watch_terminal


def leave_on_signals(leave: Callable[[], None], *, watch: bool) -> None:
    """A closed terminal or a shutdown leaves in order, so that nothing half done is lost. `watch` the terminal too."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, leave)
            except (NotImplementedError, RuntimeError):
                return  # Windows has no such signals, and a test runs outside the main thread
    if watch:
        watch_terminal(lambda: loop.call_soon_threadsafe(leave))


def last_word(fault: BaseException | None) -> Segments:
    """What is printed when something broke: no value of the screen, which a traceback would print with names in it."""
    sentence = sentence_for(fault) if fault is not None else STOPPED
    return Segments([Segment(f"{sentence}\n")])

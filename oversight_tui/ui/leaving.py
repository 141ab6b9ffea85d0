"""How the program ends: on a key, on a word from outside, with its terminal, or by a fault of its own."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from textual.app import App

from oversight_tui.last_resort import BROKEN, STOPPED, sentence_for
from oversight_tui.ui.terminal import steady, watch_terminal

if TYPE_CHECKING:
    from textual.driver import Driver


class Leaving(App[str]):
    """An application that keeps what is being typed when it ends, and shows nothing of a record while it does."""

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system, which a terminal that is closed does not stop."""
        return steady(super().get_driver_class())

    def leave_on_signals(self) -> None:
        """A closed terminal or a shutdown leaves in order, so that nothing half done is lost."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._leave)
                except (NotImplementedError, RuntimeError):
                    return  # Windows has no such signals, and a test runs outside the main thread
        if not self.is_headless:
            watch_terminal(lambda: loop.call_soon_threadsafe(self._leave))

    async def action_quit(self) -> None:
        """Ctrl+Q, from wherever one is."""
        self._leave()

    def _leave(self) -> None:
        """Keep what is being typed, and end."""
        keep = getattr(self.screen, "keep_draft", None)
        if keep is not None and self.screen.is_mounted:
            keep()
        self.exit()

    def _fatal_error(self) -> None:
        """Say that something broke without showing what was on the screen: a traceback would print names."""
        fault = sys.exc_info()[1]
        self._say_last(sentence_for(fault) if fault is not None else STOPPED)

    def panic(self, *renderables: object) -> None:
        """Leave without what Textual would print here, which may be a traceback with values in it."""
        self._return_code = BROKEN
        self._say_last(STOPPED)

    def _say_last(self, sentence: str) -> None:
        from rich.segment import Segment, Segments

        self._exit_renderables.append(Segments([Segment(f"{sentence}\n")]))
        self._close_messages_no_wait()

"""A terminal as it can be: closed without a word, or sending bytes that are no text. Knows nothing of the screen.

A closed terminal mostly sends SIGHUP. Where that does not arrive (the program was started by one that keeps it from its
children) Textual would read the end of its input over and over, at the full speed of the machine, and wait for ever
to write to what is not there any more.
"""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from textual.driver import Driver

SECONDS_TO_LEAVE = 10.0
LEFT_BY_FORCE = 1


def watch_terminal(leave: Callable[[], object]) -> None:
    """Call `leave` from a thread of its own once the terminal is gone; where there is none to watch, do nothing.

    What has not left in order ten seconds later is ended.
    """
    try:
        terminal = sys.__stdin__.fileno() if sys.__stdin__ is not None else -1
        if not os.isatty(terminal) or not hasattr(select, "poll"):
            return
    except (OSError, ValueError):
        return
    threading.Thread(target=_wait, args=(terminal, leave), name="terminal-gone", daemon=True).start()


def _wait(terminal: int, leave: Callable[[], object]) -> None:
    watched = select.poll()
    watched.register(terminal, 0)  # asked for nothing, it wakes for a hang-up only and takes no key away
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in watched.poll()):
        with suppress(RuntimeError):  # it is leaving already
            leave()
        threading.Event().wait(SECONDS_TO_LEAVE)
        os._exit(LEFT_BY_FORCE)


def steady(driver: type[Driver]) -> type[Driver]:
    """The driver, reading on after bytes that are no text, and writing on into nothing where the terminal is gone, so
    that leaving never waits for it.
    """
    if not hasattr(select, "poll"):
        return driver

    class SteadyDriver(driver):  # type: ignore[valid-type, misc]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            file = getattr(self, "_file", None)
            if file is not None:
                self._file = _Outlasting(file)

        def run_input_thread(self) -> None:
            while not self.exit_event.is_set():
                # A terminal of another encoding, or a key number that is none; the keys that came with it are lost.
                with suppress(ValueError, OverflowError):
                    super().run_input_thread()

    return SteadyDriver


class _Written(Protocol):
    """What a driver writes to."""

    def write(self, text: str) -> object: ...

    def flush(self) -> object: ...

    def fileno(self) -> int: ...


class _Outlasting:
    """The same; what can no longer be written is dropped."""

    def __init__(self, file: _Written) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()

"""Text put into a clipboard, and whether it came there: read back from the system's, only sent to the terminal's.

The system is asked in a thread of its own, which nothing waits for: what has not answered in two seconds is left, and
the text goes to the terminal. What was put is known here by its digest alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from threading import Thread
from typing import Literal, Protocol

from oversight_tui.ui.own_clipboard import SystemClipboard, may_be_here, system_clipboard, terminal_takes_text

Where = Literal["system", "terminal", "nowhere"]
SECONDS_TO_ANSWER = 2.0


class Desk(Protocol):
    """What the clipboard needs of the program it stands in."""

    def copy_to_clipboard(self, text: str) -> None:
        """Send text to the terminal's clipboard."""

    def call_later(self, callback: Callable[[], None]) -> bool:
        """Do something in the program's own thread; may be asked in any."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Do something after so many seconds."""


class Clipboard:
    """Puts text where it can be pasted from, and knows what of it may lie there still."""

    def __init__(
        self,
        desk: Desk,
        system: Callable[[Mapping[str, str]], SystemClipboard | None] = system_clipboard,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._desk, self._system, self._environment = desk, system, environment
        self._held = b""  # the digest of what was put into the system's
        self._sent = False  # whether anything was sent to the terminal's

    def put(self, text: str, then: Callable[[Where], None]) -> None:
        """Put text there; `then` is told where it is."""

        def put() -> bool:
            clipboard = self._system(self._environment)
            return clipboard is not None and _came(clipboard, text)

        def told(came: bool) -> None:
            if came:
                self._held = _digest(text)
            then("system" if came else self._send(text))

        if may_be_here(self._environment):
            self._ask(put, told)
        else:
            told(came=False)

    def remains(self, then: Callable[[Where], None]) -> None:
        """Where something of ours may lie still: the system's is read, and is another's where it is not the same."""

        def told(ours: bool) -> None:
            then("system" if ours else "terminal" if self._sent else "nowhere")

        if self._held:
            self._ask(self._is_ours, told)
        else:
            told(ours=False)

    def clear(self, then: Callable[[Where], None]) -> None:
        """Take away what is still ours; `then` is told from where. Whether a terminal did, none says."""

        def clear() -> bool:
            clipboard = self._system(self._environment)
            if clipboard is None or not self._is_ours():
                return False
            with suppress(Exception):  # whatever a system's clipboard raises, what counts is whether it is there still
                clipboard.clear()
            return not self._is_ours()

        def told(gone: bool) -> None:
            if gone:
                self._held = b""
            if self._sent:
                self._sent = False
                self._desk.copy_to_clipboard("")
                then("terminal")
            else:
                then("system" if gone else "nowhere")

        if self._held:
            self._ask(clear, told)
        else:
            told(gone=False)

    def _send(self, text: str) -> Where:
        if not terminal_takes_text(self._environment):
            return "nowhere"
        self._desk.copy_to_clipboard(text)
        self._sent = True
        return "terminal"

    def _is_ours(self) -> bool:
        clipboard = self._system(self._environment)
        with suppress(Exception):  # an empty clipboard raises too
            return clipboard is not None and _digest(clipboard.paste()) == self._held
        return False

    def _ask(self, question: Callable[[], bool], then: Callable[[bool], None]) -> None:
        """Ask in a thread; no answer in time is a no, and one that comes later is let go."""
        waiting = [then]

        def answer(says: bool) -> None:
            if waiting:
                waiting.pop()(says)

        def work() -> None:
            says = question()
            self._desk.call_later(lambda: answer(says))

        Thread(target=work, name="clipboard", daemon=True).start()
        self._desk.set_timer(SECONDS_TO_ANSWER, lambda: answer(False))


def _came(clipboard: SystemClipboard, text: str) -> bool:
    """Whether text is there once it was put there; what is there otherwise, and is ours, is taken away again."""
    try:
        clipboard.copy(text)
        if _digest(clipboard.paste()) == _digest(text):
            return True
    except Exception:  # whatever a system's clipboard raises: the text is not where it can be pasted from
        with suppress(Exception):
            clipboard.clear()
    return False


def _digest(text: str) -> bytes:
    """Of its lines, whichever way a system ends them."""
    return sha256("\n".join(text.splitlines()).encode(errors="surrogatepass")).digest()

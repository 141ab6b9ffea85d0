"""Which clipboard text can be put into from here: the system's, the terminal's, or none. Knows nothing of the screen.

Over SSH the system's clipboard is that of the wrong machine. On Linux `copykitten` speaks X11 alone, so a Wayland
session has only what its terminal does; and it holds up the whole process while a display does not answer, so the
display is asked first, by its own socket and with a limit. Text that is put into an X11 clipboard is gone when this
process ends, unless a clipboard manager has taken it.
"""

from __future__ import annotations

import re
import socket
import struct
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol

_SECONDS_TO_ANSWER = 0.5
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?")
_OVER_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
# Terminals that are known to take no text for a clipboard (OSC 52).
_TAKES_NONE = ("linux", "dumb", "vt100", "vt220")
_PROGRAM_TAKES_NONE = ("Apple_Terminal",)


class SystemClipboard(Protocol):
    """A clipboard that can be read back. Each of these raises where it cannot be done."""

    def copy(self, text: str) -> None:
        """Put text there."""

    def paste(self) -> str:
        """The text that is there."""

    def clear(self) -> None:
        """Take away what is there."""


class _Copykitten:
    """The system's, by the library."""

    def copy(self, text: str) -> None:
        import copykitten

        copykitten.copy(text)

    def paste(self) -> str:
        import copykitten

        return copykitten.paste()

    def clear(self) -> None:
        import copykitten

        copykitten.clear()


def may_be_here(environment: Mapping[str, str]) -> bool:
    """Whether the system's clipboard is that of the machine somebody sits at, as far as the environment says."""
    if any(environment.get(name) for name in _OVER_SSH):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return not environment.get("WAYLAND_DISPLAY") and bool(_LOCAL_DISPLAY.fullmatch(environment.get("DISPLAY", "")))


def system_clipboard(environment: Mapping[str, str]) -> SystemClipboard | None:
    """The system's, None where it cannot be reached. Waits half a second at most."""
    if not may_be_here(environment):
        return None
    answers = sys.platform in ("win32", "darwin") or display_answers(environment.get("DISPLAY", ""))
    return _Copykitten() if answers else None


def terminal_takes_text(environment: Mapping[str, str]) -> bool:
    """Whether the terminal may take text for its clipboard; none says whether it did."""
    return environment.get("TERM", "") not in _TAKES_NONE and environment.get("TERM_PROGRAM") not in _PROGRAM_TAKES_NONE


def display_answers(display: str) -> bool:
    """Whether an X11 display of this machine greets whoever connects; one of another machine is not asked.

    Any greeting will do, a refusal for want of a cookie too: `copykitten` brings the cookie.
    """
    found = _LOCAL_DISPLAY.fullmatch(display)
    if found is None or not hasattr(socket, "AF_UNIX"):
        return False
    path = f"/tmp/.X11-unix/X{found[1]}"  # where X11 says that it is
    return any(_greets(address) for address in (f"\0{path}", path))


def _greets(address: str) -> bool:
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
        asked.settimeout(_SECONDS_TO_ANSWER)
        asked.connect(address)
        asked.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))  # X11's own first words
        return bool(asked.recv(1))
    return False

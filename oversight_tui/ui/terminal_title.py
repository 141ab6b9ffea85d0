"""The title of the terminal's window: the program's name and never anything of a record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TITLE = "Oversight"
_KEEP, _GIVE_BACK = "\x1b[22;2t", "\x1b[23;2t"  # xterm's stack of titles; who knows none passes over it


@contextmanager
def titled() -> Iterator[None]:
    """The title stands while the program runs; afterwards the one from before, where the terminal remembers it."""
    _write(f"{_KEEP}\x1b]2;{TITLE}\x07")
    try:
        yield
    finally:
        _write(_GIVE_BACK)


def _write(sequence: str) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(sequence)
        sys.stdout.flush()

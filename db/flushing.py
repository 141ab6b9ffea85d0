"""Waiting until what was written is on the disk, so that a power cut cannot take it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def flush(handle: int) -> None:
    """Wait until an open file is on the disk. Raises OSError.

    On macOS a disk keeps in its own memory what it was given, until it is told otherwise.
    """
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a disk that knows no such word
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def flush_to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    with suppress(PermissionError):  # Windows opens no folder
        handle = os.open(path, os.O_RDONLY)
        try:
            flush(handle)
        finally:
            os.close(handle)

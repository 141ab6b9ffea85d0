"""What lies at a path, asked in a way that says the same on every Python; folders that are their owner's only."""

from __future__ import annotations

import os
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from pathlib import Path

_NOTHING = (ENOENT, ENOTDIR, EBADF, ELOOP)
_NOTHING_ON_WINDOWS = (21, 123, 1921)  # a drive without a disk, a name no file can have, a link in a circle


def stat_of(path: Path) -> os.stat_result | None:
    """What the system knows of the file or folder; None where there is none.

    Raises OSError where that cannot be told, as in a folder that may not be entered: `Path.exists` does so up to
    Python 3.13, and from 3.14 on says that nothing is there.
    """
    try:
        return path.stat()
    except OSError as error:
        if error.errno in _NOTHING or getattr(error, "winerror", None) in _NOTHING_ON_WINDOWS:
            return None
        raise
    except ValueError:  # a name with a zero byte
        return None


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, each its owner's only; one that is there stays as it is.

    Raises OSError. `Path.mkdir` makes those above with the rights that the process gives to everything.
    """
    missing = [one for one in (path, *path.parents) if stat_of(one) is None]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)  # where something else has the name, this says so


def leads_nowhere(path: Path) -> bool:
    """Whether it is a link to what is not there. Raises OSError where that cannot be told."""
    return os.path.islink(path) and stat_of(path) is None

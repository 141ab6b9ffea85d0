"""Folders that go when what needed them ends: for a made-up team that is looked at, a rehearsal, a list that is only
tried. The program that was killed in one leaves it; it is found by its name, which says whose it was, and removed.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.leftovers import runs
from db.swap import BESIDE

FILE_NAME = "passing.oversight"
_PREFIX = "oversight-"
_NAME = re.compile(rf"{_PREFIX}(?P<process>\d+)-\w+")


@contextmanager
def folder_that_goes() -> Iterator[Path]:
    """A new folder that its owner alone may enter, for one store called FILE_NAME; removed afterwards."""
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def forget_abandoned_folders() -> int:
    """Remove the folders whose program runs no more; returns how many. Nothing else in them is touched."""
    place = Path(tempfile.gettempdir())
    try:
        names = os.listdir(place)
    except OSError:
        return 0
    return sum(_is_gone(place / name) for name in names if name.startswith(_PREFIX) and _is_abandoned(place / name))


def _is_abandoned(folder: Path) -> bool:
    found = _NAME.fullmatch(folder.name)
    if found is None or (sys.platform != "win32" and runs(int(found["process"]))):
        return False
    try:
        known = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(known.st_mode) and (sys.platform == "win32" or known.st_uid == os.geteuid())


def _is_gone(folder: Path) -> bool:
    """Whether it could be removed. Windows, which cannot be asked who runs, removes no file that is open."""
    with suppress(OSError):
        for end in ("", *BESIDE):
            (folder / f"{FILE_NAME}{end}").unlink(missing_ok=True)
        folder.rmdir()
        return True
    return False

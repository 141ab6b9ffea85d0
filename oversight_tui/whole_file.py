"""A file that is written whole or not at all, also where the disk is full; a link stays one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, keep_rights: bool) -> None:
    """Write it: with the rights of the file that it replaces if `keep_rights`, else for its owner alone. Raises
    OSError, and then what stood there stands.
    """
    write_whole_in_pieces(path, (content,), keep_rights=keep_rights)


def write_whole_in_pieces(path: Path, pieces: Iterable[bytes], *, keep_rights: bool) -> None:
    """The same of what is made piece by piece, and need not be in memory at once; whatever making it raises, nothing of
    it is left.
    """
    path = Path(os.path.realpath(path))
    file, fresh = tempfile.mkstemp(prefix=".", suffix=".unfinished", dir=path.parent)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.writelines(pieces)
            opened.flush()
            os.fsync(opened.fileno())
        if keep_rights and path.exists():
            shutil.copymode(path, fresh)
        os.replace(fresh, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise

"""The seal of a plain file: a digest of all of it, kept outside while no program has it open.

An encrypted file has a code over each of its pages, so that no bit of it turns over unseen. A plain one has none, and a
bit may turn over where nothing is kept just now, which no look into the store can tell.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from db.anchor import Place, Unreadable

_CHUNK = 1 << 20
_DIGEST_BYTES = 32


def seal_of(path: Path) -> str | None:
    """The digest of the file, None where a program has it open or was killed with it open: then it may be changing."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return None if _is_open(path) else digest.hexdigest()


def broken_seal(folder: Path | None, path: Path) -> str | None:
    """A sentence where the file is not as the last program left it. Asked before it is opened, which may mend it."""
    if folder is None or _is_open(path):
        return None
    with suppress(Unreadable):
        seen = Place(folder, path).read()
        if seen is not None and seen.seal is not None and seal_of(path) not in (seen.seal, None):
            return f"The file {path} is not as it was left: a part of it was changed while no program had it open."
    return None


def _is_open(path: Path) -> bool:
    return Path(f"{path}-wal").exists()

"""Giving a store another key: another passphrase, one for the first time, or none.

The whole store is written to a new file, checked there, and swapped in. Until the swap the old one is as it was.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from db.contents import agreed_in, damage
from db.errors import StoreError, told_plainly
from db.key import Key
from db.swap import flush_to_disk, held_alone, put_in_place, raw_connection

_CHUNK = 1 << 20


def reencrypt(path: Path, old: Key | None, new: Key | None) -> None:
    """Give the store in this file another key; None means plain.

    Raises StoreError, and leaves the store as it was, where it is in use or the new file does not hold the same.
    """
    fresh = _fresh(path)
    try:
        with told_plainly(path), held_alone(path, old) as connection:
            forget_unfinished(path)
            _prepare(fresh)
            wanted = _export(connection, fresh, new)
            if _contents(fresh, new) != wanted:
                raise StoreError(f"The rewritten copy of {path} does not hold the same. Nothing was changed.")
            if old is None:
                with path.open("r+b") as file:
                    put_in_place(connection, fresh, path)
                    _blot_out(file)
            else:
                put_in_place(connection, fresh, path)
    finally:
        forget_unfinished(path)


def forget_unfinished(path: Path) -> None:
    """Remove what a rewriting that was cut off has left, which may be plain. Asked for where none can be going on."""
    for beside in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.unlink(f"{_fresh(path)}{beside}")


def _fresh(path: Path) -> Path:
    return path.with_name(path.name + ".rewritten")


def _prepare(fresh: Path) -> None:
    """An empty file that its owner alone can read."""
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _export(connection: Any, fresh: Path, key: Key | None) -> list[Any]:
    """Write everything to the new file; returns what must be found there."""
    spelled = key.spelled() if key is not None else ""
    connection.execute(f'ATTACH ? AS fresh KEY "{spelled}"', (str(fresh),))
    connection.execute("BEGIN")
    connection.execute("SELECT sqlcipher_export('fresh')")
    for pragma in ("user_version", "application_id"):
        number = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
        connection.execute(f"PRAGMA fresh.{pragma} = {int(number)}")
    wanted = agreed_in(connection)
    connection.execute("COMMIT")
    connection.execute("DETACH fresh")
    flush_to_disk(fresh)
    return wanted


def _contents(fresh: Path, key: Key | None) -> list[Any]:
    with closing(raw_connection(fresh, key)) as connection:
        return damage(connection, encrypted=key is not None) or agreed_in(connection)


def _blot_out(file: Any) -> None:
    """Write zeros over what was a plain store, through the handle that is left of it.

    A disk that spreads its writes may still hold traces; only an encrypted disk is a remedy for those.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    for start in range(0, size, _CHUNK):
        file.write(b"\x00" * min(_CHUNK, size - start))
    file.flush()
    os.fsync(file.fileno())

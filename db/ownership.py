"""Whose the files of a store are, and who else could write them or put others in their place.

Windows says neither by owner and rights, and nothing is asked there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISVTX, S_IWGRP, S_IWOTH

from db.errors import StoreError
from db.key import is_there
from db.paths import stat_of

# What SQLite keeps beside a store and reads into it.
_READ_WITH_IT = ("", "-wal", "-shm", "-journal")
_OTHERS_WRITE = S_IWGRP | S_IWOTH
_ADMINISTRATOR = 0
TELLS = sys.platform != "win32"


def refuse_others_files(path: Path) -> None:
    """Raise StoreError where the store, or a file that is read with it, is another account's or may be written by one.

    Whoever may write it may have written what is in it; an empty file of theirs would become their store. Where the
    folder cannot be looked into, that is said.
    """
    is_there(path)
    for place in (Path(f"{path}{end}") for end in _READ_WITH_IT if TELLS):
        found = stat_of(place)
        if found is None:
            continue
        if found.st_uid != os.geteuid():
            raise StoreError(
                f"{place} belongs to another account of this machine. Nothing was opened; name a store of your own "
                "with --store, or start Oversight as that account."
            )
        if found.st_mode & _OTHERS_WRITE:
            raise StoreError(
                f"Other accounts of this machine may write {place}. Nothing was opened; run `chmod 600 '{place}'`, "
                "and then `oversight verify`."
            )


def open_to_others(path: Path) -> Iterator[Path]:
    """The folders above a file in which another account could put another file in its place, the nearest first.

    Raises OSError where one cannot be looked at.
    """
    for folder in Path(os.path.realpath(path)).parents if TELLS else ():
        found = stat_of(folder)
        if found is None:
            continue
        # With the sticky bit, as /tmp has it, nobody takes away or renames what is not theirs.
        anybodys = found.st_mode & _OTHERS_WRITE and not found.st_mode & S_ISVTX
        if anybodys or found.st_uid not in (os.geteuid(), _ADMINISTRATOR):
            yield folder

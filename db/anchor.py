"""The anchor: the number and hash of the newest journal row, kept in a small file outside the store.

A chain cannot show that its end was cut off; this file has seen the end. It is written after the commit, so that it may
lag behind by the last one, and only ever forwards, so that an older copy of the store shows as one.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from db.errors import StoreError

_NAME_LENGTH = 32  # hexadecimal digits of the first row's hash: enough to tell any two stores apart
_LINE = re.compile(r"(\d{12}) ([0-9a-f]{64})\n")


class Head(Struct, frozen=True):
    """A row of the journal: its number and its hash."""

    seq: int
    hash: str


class Anchor:
    """The anchor of one store. `first_hash` is that of the first journal row, by which the store is known."""

    def __init__(self, folder: Path, first_hash: str) -> None:
        self.path = folder / f"{first_hash[:_NAME_LENGTH]}.anchor"

    def read(self) -> Head | None:
        """The newest row that was seen, None where there is none yet. Raises StoreError where the file says nothing."""
        try:
            text = self.path.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            text = "?"
        if not text:
            return None  # it was made while the disk was full, and never written
        found = _LINE.fullmatch(text)
        if found is None:
            raise StoreError(
                f"The anchor {self.path} cannot be read. Check the file; `oversight verify` says what the store has."
            )
        return Head(int(found[1]), found[2])

    def move_to(self, head: Head) -> None:
        """Remember a newer row; an older one changes nothing."""
        try:
            seen = self.read()
        except StoreError:
            return  # kept as it is, for `verify` to say so
        if seen is None or seen.seq < head.seq:
            self.set_to(head)

    def set_to(self, head: Head) -> None:
        """Remember this row, whatever was seen before: only for a restore, which says so in the journal."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT
        file = os.open(self.path, flags, 0o600)
        try:
            # One write over the old line, all of it within one disk sector: there is no moment without an anchor.
            os.write(file, f"{head.seq:012d} {head.hash}\n".encode("ascii"))
        finally:
            os.close(file)

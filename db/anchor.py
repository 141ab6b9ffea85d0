"""What is kept outside a store, in small files without any content: how far its journal was seen, and which store lay
at a place.

A chain cannot show that its end was cut off, that an older copy lies in the store's place, or that all of it was
written anew: these files have seen the end, and the place.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from db.errors import StoreError
from db.file_names import is_copy
from db.flushing import flush, flush_to_disk
from db.paths import make_folder

_NAME_LENGTH = 32  # hexadecimal digits: enough to tell any two stores, or any two places, apart
_LINE = re.compile(r"(\d{12}) ([0-9a-f]{64})\n")


class Head(Struct, frozen=True):
    """A row of the journal: its number and its hash."""

    seq: int
    hash: str


class Unreadable(StoreError):
    """A file that is kept outside the store does not say what it should."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"What was seen of this store cannot be read: {path} was emptied or changed.")


class Anchor:
    """The newest row that was seen of one store's journal. `first_hash`, of the first row, is by what it is known; what
    was carried from a file to a server, or back, began as the same store, so that either has an anchor of its own.
    """

    def __init__(self, folder: Path, first_hash: str, *, on_a_server: bool = False) -> None:
        self.path = folder / f"{first_hash[:_NAME_LENGTH]}{'.server' if on_a_server else ''}.anchor"

    def read(self) -> Head | None:
        """The newest row that was seen, None where there is no such file. Raises Unreadable."""
        text = _text_of(self.path)
        if text is None:
            return None
        found = _LINE.fullmatch(text)
        if found is None:
            raise Unreadable(self.path)
        return Head(int(found[1]), found[2])

    def seen_on(self) -> datetime | None:
        """When the newest row was seen, in local time; None where that cannot be told."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()
        except OSError:
            return None

    def move_to(self, head: Head) -> None:
        """Remember a newer row, one that follows what was seen; an older one changes nothing. Raises OSError."""
        try:
            seen = self.read()
        except Unreadable:
            return  # kept as it is, so that it is said
        if seen is not None and seen.seq < head.seq:
            self._write_over(head)

    def set_to(self, head: Head) -> None:
        """Remember this row, whatever was seen before. Raises OSError."""
        if self.path.exists():
            self._write_over(head)
        else:
            _put(self.path, _line(head))

    def forget(self) -> None:
        """Take the file away, of a store that was never kept."""
        with suppress(OSError):
            self.path.unlink()

    def _write_over(self, head: Head) -> None:
        file = os.open(self.path, os.O_WRONLY)
        try:
            # One write over the old line, all of it within one disk sector: there is no moment without an anchor.
            os.write(file, _line(head))
            os.ftruncate(file, len(_line(head)))
        finally:
            os.close(file)


class Seal(Struct, frozen=True, forbid_unknown_fields=True):
    """What a plain file was when it was last left: by which session, and the digest of all of it."""

    session: str
    digest: str


class Remembered(Struct, frozen=True, forbid_unknown_fields=True):
    """What lay at a place: the store, by the hash of its first journal row (None where nothing was recorded in it yet),
    whether it was encrypted, the seal of a plain one, and whether it is a copy that goes its own way.
    """

    store: str | None
    encrypted: bool
    seal: Seal | None = None
    copy: bool = False


class Place:
    """What was seen at the path of a store, whichever it is."""

    def __init__(self, folder: Path, path: Path, *, on_a_server: bool = False) -> None:
        self._of, self._on_a_server = path, on_a_server
        name = os.path.normcase(os.path.realpath(path))
        digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
        self.path = folder / f"{digest[:_NAME_LENGTH]}.place"

    def read(self) -> Remembered | None:
        """What lay there, None where nothing was seen there. Raises Unreadable."""
        text = _text_of(self.path)
        try:
            return None if text is None else msgspec.json.decode(text.encode(), type=Remembered)
        except msgspec.MsgspecError:
            raise Unreadable(self.path) from None

    def has_copy_of(self, first_hash: str | None) -> bool:
        """Whether a copy of the store with this first row was put there, to go its own way, as a backup does too that
        is opened itself.
        """
        with suppress(Unreadable):
            seen = self.read()
            if seen is not None and seen.copy and seen.store == first_hash:
                return True
        return is_copy(self._of)

    def anchor_for(self, first_hash: str) -> Anchor:
        """The anchor of the store with this first row, where it lies here."""
        if self.has_copy_of(first_hash):
            return self.anchor_of_its_own()
        return Anchor(self.path.parent, first_hash, on_a_server=self._on_a_server)

    def anchor_of_its_own(self) -> Anchor:
        """The anchor of a copy, which is not the one of the store that it was copied from."""
        return Anchor(self.path.parent, self.path.stem)

    def remember(self, seen: Remembered) -> None:
        """Remember what lies there now. Raises OSError."""
        _put(self.path, msgspec.json.encode(seen) + b"\n")

    def forget(self) -> None:
        """Remember nothing of it."""
        with suppress(OSError):
            self.path.unlink()


def expect_another(folder: Path | None, path: Path, *, plain: bool = False) -> None:
    """Remember that the file at a path is about to be held alone and replaced, before anything is done to it: whatever
    stops that, its first bytes are others than when it was sealed, and where it is about to be plain it can be opened.
    The next opening of one that has stayed encrypted remembers that again.
    """
    if folder is None:
        return
    place = Place(folder, path)
    with suppress(OSError, Unreadable):
        seen = place.read()
        if seen is not None and (seen.seal is not None or (plain and seen.encrypted)):
            place.remember(seen.__replace__(seal=None, encrypted=seen.encrypted and not plain))


def see_copy(folder: Path, path: Path, first: str, head: Head, *, encrypted: bool) -> None:
    """Remember that the file at a path is a copy of a store, which goes its own way: it is held against itself."""
    place = Place(folder, path)
    with suppress(OSError):
        place.anchor_of_its_own().set_to(head)
        place.remember(Remembered(first, encrypted, copy=True))


def _line(head: Head) -> bytes:
    return f"{head.seq:012d} {head.hash}\n".encode("ascii")


def _text_of(path: Path) -> str | None:
    """The text of a file, None where there is none. Raises Unreadable."""
    try:
        return path.read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        raise Unreadable(path) from None


def _put(path: Path, content: bytes) -> None:
    """Write a file whole: a disk that is full leaves none, and never an empty one."""
    import tempfile

    make_folder(path.parent)
    file, fresh = tempfile.mkstemp(prefix=".", suffix=".unfinished", dir=path.parent)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.write(content)
            opened.flush()
            flush(opened.fileno())
        os.replace(fresh, path)
        flush_to_disk(path.parent)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise

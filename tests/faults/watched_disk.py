"""A disk that remembers what was told to it, and what a power cut would have left of it.

SQLite itself is watched through a file layer of its own (a VFS) laid over the real one: each write, cut and flush of a
store goes to the real file and into a list. From the list any moment can be made again. What was flushed by then is
there. What was not is there or not, sector by sector, and in the order of a folder's names.
"""

from __future__ import annotations

import ctypes
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec import Struct, field

SECTOR = 512  # the smallest piece that a disk writes whole
_OK = 0
_NAMED = ("-journal", "-wal")  # SQLite flushes the folder too, once, after it has made one of these
_Pointer = ctypes.c_void_p


class Moment(Struct):
    """One thing that happened: `what` to the file with this number, or in the folder."""

    what: str
    file: int = -1
    name: str = ""
    at: int = 0
    data: bytes = b""
    said: Any = None


class _File(Struct):
    """What is surely on the disk of a file, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Moment] = field(default_factory=list)


class Disk:
    """What happened in one folder, from its beginning on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.moments: list[Moment] = []
        self.numbers: dict[str, int] = {}
        self._beginning = {name.name: name.read_bytes() for name in sorted(folder.iterdir()) if name.is_file()}
        self._count = 0
        for name in self._beginning:
            self.numbers[name] = self._new()

    def _new(self) -> int:
        self._count += 1
        return self._count - 1

    def name_of(self, path: str) -> str | None:
        """The name of a file of this folder, None for any other and for what is no part of a store."""
        folder, name = os.path.split(path)
        return name if folder == str(self.folder) and not name.endswith("-shm") else None

    # --- What happens -------------------------------------------------------------------------

    def opened(self, path: str) -> int | None:
        """A file is opened, and made where it is new."""
        name = self.name_of(path)
        if name is None:
            return None
        if name not in self.numbers:
            self.numbers[name] = self._new()
            self.moments.append(Moment("made", self.numbers[name], name))
        return self.numbers[name]

    def deleted(self, path: str) -> None:
        """A name is taken away."""
        name = self.name_of(path)
        if name in self.numbers:
            self.moments.append(Moment("deleted", self.numbers.pop(name), name))

    def renamed(self, path: str, to: str) -> None:
        """A file takes another's name."""
        name, new = self.name_of(path), self.name_of(to)
        assert name is not None
        assert new is not None
        self.numbers[new] = self.numbers.pop(name)
        self.moments.append(Moment("renamed", self.numbers[new], new, data=name.encode()))

    def written(self, file: int, at: int, data: bytes) -> None:
        """Bytes are written."""
        self.moments.append(Moment("written", file, at=at, data=data))

    def cut(self, file: int, size: int) -> None:
        """A file is cut off."""
        self.moments.append(Moment("cut", file, at=size))

    def flushed(self, file: int) -> None:
        """Everything of a file is on the disk."""
        self.moments.append(Moment("flushed", file))

    def folder_flushed(self) -> None:
        """Every name is on the disk."""
        self.moments.append(Moment("folder"))

    def says(self, said: Any) -> None:
        """Something was acknowledged, or seen outside the folder."""
        self.moments.append(Moment("said", said=said))

    # --- A power cut --------------------------------------------------------------------------

    def said_before(self, moment: int) -> list[Any]:
        """What was acknowledged before this moment, oldest first."""
        return [one.said for one in self.moments[:moment] if one.what == "said"]

    def left_at(self, moment: int, into: Path, chance: random.Random) -> None:
        """Write what a power cut at this moment leaves into an empty folder."""
        files, names = self._at(moment, chance)
        likely = chance.choice((0.0, 0.5, 1.0))
        for name, number in names.items():
            (into / name).write_bytes(_survives(files[number], likely, chance))

    def _at(self, moment: int, chance: random.Random) -> tuple[dict[int, _File], dict[str, int]]:
        files = {number: _File(bytearray(self._beginning[name])) for name, number in self._first().items()}
        names, waiting = self._first(), list[Moment]()
        for one in self.moments[:moment]:
            if one.what in ("made", "deleted", "renamed"):
                files.setdefault(one.file, _File())
                waiting.append(one)
            elif one.what in ("written", "cut"):
                files[one.file].since.append(one)
            elif one.what == "flushed":
                for change in files[one.file].since:
                    _apply(files[one.file].sure, change, range(len(change.data)))
                files[one.file].since.clear()
            elif one.what == "folder":
                _rename(names, waiting)
                waiting.clear()
        _rename(names, waiting[: chance.randint(0, len(waiting))])  # a folder keeps its order
        return files, names

    def _first(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._beginning)}


def _rename(names: dict[str, int], changes: list[Moment]) -> None:
    for one in changes:
        if one.what == "deleted":
            names.pop(one.name, None)
        else:
            names.pop(one.data.decode(), None)
            names[one.name] = one.file


def _survives(file: _File, likely: float, chance: random.Random) -> bytes:
    """What is sure, and of what is not each sector with this likelihood."""
    content = bytearray(file.sure)
    for change in file.since:
        if change.what == "cut":
            if chance.random() < likely:
                _apply(content, change, range(0))
            continue
        end = change.at + len(change.data)
        for start in range(change.at - change.at % SECTOR, end, SECTOR):
            if chance.random() < likely:
                _apply(content, change, range(max(start, change.at) - change.at, min(start + SECTOR, end) - change.at))
    return bytes(content)


def _apply(content: bytearray, change: Moment, part: range) -> None:
    if change.what == "cut":
        del content[change.at :]
        return
    start, end = change.at + part.start, change.at + part.stop
    content.extend(bytes(max(0, end - len(content))))
    content[start:end] = change.data[part.start : part.stop]


# --- SQLite's own file layer ----------------------------------------------------------------------


class _Vfs(ctypes.Structure):
    """sqlite3_vfs as far as it is looked into; what follows is copied as it is."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("data", _Pointer),
        ("open", _Pointer),
        ("delete", _Pointer),
        ("others", _Pointer * 14),
    ]


class _Methods(ctypes.Structure):
    """sqlite3_io_methods."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("close", _Pointer),
        ("read", _Pointer),
        ("write", _Pointer),
        ("truncate", _Pointer),
        ("sync", _Pointer),
        ("size", _Pointer),
        ("others", _Pointer * 12),
    ]


class _Open(ctypes.Structure):
    """sqlite3_file: its methods come first."""

    _fields_ = [("methods", ctypes.POINTER(_Methods))]


_OpenFile = ctypes.POINTER(_Open)
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, _OpenFile, ctypes.c_int, _Pointer)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_char_p, ctypes.c_int)
_CLOSE = ctypes.CFUNCTYPE(ctypes.c_int, _OpenFile)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _OpenFile, _Pointer, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _OpenFile, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _OpenFile, ctypes.c_int)


class _Layer:
    """The layer over the files of one SQLite library."""

    def __init__(self, library: ctypes.CDLL, disk: Disk) -> None:
        self.library, self.disk = library, disk
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self.real = library.sqlite3_vfs_find(None)
        self.files: dict[int, tuple[int, str, Any]] = {}
        self.tables: dict[int, _Methods] = {}
        self.flushed_once: set[int] = set()
        self.real_open, self.real_delete = _OPEN(self.real.contents.open), _DELETE(self.real.contents.delete)
        self.kept = (_OPEN(self._open), _DELETE(self._delete))
        self.vfs = _Vfs()
        ctypes.pointer(self.vfs)[0] = self.real.contents
        self.vfs.name = b"watched"
        self.vfs.open, self.vfs.delete = (ctypes.cast(one, _Pointer) for one in self.kept)
        self.methods = (_CLOSE(self._close), _WRITE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync))

    def lay(self) -> None:
        """From now on files are opened through this layer."""
        assert self.library.sqlite3_vfs_register(ctypes.byref(self.vfs), 1) == _OK

    def lift(self) -> None:
        """As it was."""
        self.library.sqlite3_vfs_unregister(ctypes.byref(self.vfs))
        assert self.library.sqlite3_vfs_register(self.real, 1) == _OK

    def _open(self, _vfs: int, name: int | None, file: Any, flags: int, out: int) -> int:
        # The name goes on as the pointer it is: SQLite looks for more behind it, and keeps it.
        code: int = self.real_open(ctypes.cast(self.real, _Pointer), name, file, flags, out)
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        number = self.disk.opened(path) if code == _OK else None
        if number is not None:
            self.files[_address(file)] = (number, path, file.contents.methods.contents)
            file.contents.methods = ctypes.pointer(self._table(file.contents.methods))
        return code

    def _table(self, real: Any) -> _Methods:
        address = ctypes.addressof(real.contents)
        if address not in self.tables:
            table = _Methods()
            ctypes.pointer(table)[0] = real.contents
            table.close, table.write, table.truncate, table.sync = (ctypes.cast(one, _Pointer) for one in self.methods)
            self.tables[address] = table
        return self.tables[address]

    def _delete(self, _vfs: int, name: bytes, flush: int) -> int:
        code: int = self.real_delete(ctypes.cast(self.real, _Pointer), name, flush)
        if code == _OK:
            self.disk.deleted(os.fsdecode(name))
            if flush:
                self.disk.folder_flushed()
        return code

    def _close(self, file: Any) -> int:
        _, _, real = self.files.pop(_address(file))
        file.contents.methods = ctypes.pointer(real)
        code: int = _CLOSE(real.close)(file)
        return code

    def _write(self, file: Any, data: int, size: int, at: int) -> int:
        number, _, real = self.files[_address(file)]
        code: int = _WRITE(real.write)(file, data, size, at)
        if code == _OK:
            self.disk.written(number, at, ctypes.string_at(data, size))
        return code

    def _truncate(self, file: Any, size: int) -> int:
        number, _, real = self.files[_address(file)]
        code: int = _TRUNCATE(real.truncate)(file, size)
        if code == _OK:
            self.disk.cut(number, size)
        return code

    def _sync(self, file: Any, flags: int) -> int:
        number, name, real = self.files[_address(file)]
        code: int = _SYNC(real.sync)(file, flags)
        if code == _OK:
            self.disk.flushed(number)
            if name.endswith(_NAMED) and number not in self.flushed_once:
                self.flushed_once.add(number)
                self.disk.folder_flushed()
        return code


def _address(file: Any) -> int:
    return ctypes.addressof(file.contents)


@contextmanager
def watched(folder: Path) -> Iterator[Disk]:
    """Everything that a store in this folder does to it, by SQLite and by the program itself."""
    import sqlcipher3._sqlite3

    disk = Disk(folder)
    layer = _Layer(ctypes.CDLL(sqlcipher3._sqlite3.__file__), disk)
    layer.lay()
    try:
        with _program_watched(disk):
            yield disk
    finally:
        layer.lift()


@contextmanager
def _program_watched(disk: Disk) -> Iterator[None]:
    """What the program does to a store's files by itself, while it puts another file in its place."""
    from db import reencrypt

    real_replace, real_unlink, real_flush, real_blot = os.replace, os.unlink, os.fsync, reencrypt._blot_out

    def replace(old: Any, new: Any) -> None:
        real_replace(old, new)
        disk.renamed(os.fspath(old), os.fspath(new))

    def unlink(path: Any) -> None:
        real_unlink(path)
        disk.deleted(os.fspath(path))

    def flush(handle: int) -> None:
        real_flush(handle)
        path = os.readlink(f"/proc/self/fd/{handle}")
        name = disk.name_of(path)
        if path == str(disk.folder):
            disk.folder_flushed()
        elif name in disk.numbers:
            disk.flushed(disk.numbers[name])

    def blot_out(file: Any) -> None:
        old = next(number for number in range(disk._count) if number not in disk.numbers.values())
        disk.written(old, 0, bytes(os.fstat(file.fileno()).st_size))
        real_blot(file)
        disk.flushed(old)

    changes: list[tuple[Any, str, Callable[..., Any]]] = [
        (os, "replace", replace),
        (os, "unlink", unlink),
        (os, "fsync", flush),
        (reencrypt, "_blot_out", blot_out),
    ]
    with patch.object(*changes[0]), patch.object(*changes[1]), patch.object(*changes[2]), patch.object(*changes[3]):
        yield

"""The file of a complete dump: one JSON document, one row of a table on a line, so that it is never read as a whole.

Knows how such a file is laid out, and nothing of what its tables hold. `docs/dump.md` tells the same to other programs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

Cell: TypeAlias = str | int | float | None
Value = TypeVar("Value")
VERSION = 1
LONGEST_LINE = 64 * 2**20  # bytes: a row has the words of one entry, or what one import refused, and is far shorter
_BEGIN, _TABLES, _END, _SEAL = b'{"oversight_dump": ', b'"tables": [\n', b'"end": ', b'"sha256": '
_TABLE, _COLUMNS, _ROWS = b'{"table": ', b', "columns": ', b', "rows": [\n'
_ENCODER = msgspec.json.Encoder()


class NotADump(PlainProblem):
    """A file is no dump that can be read back; the text says why and names it."""


class Head(Struct, frozen=True):
    """What stands first: the version of this layout, the schema of the store, and what stands on every export.

    `personal` says that the workers' own files are in it, without which none can be read back. Dates are ISO text,
    `made_at` is in UTC.
    """

    version: int
    schema: int
    made_at: str
    made_by: str
    marking: str
    as_of: str
    data_as_at: str | None
    personal: bool


class JournalEnd(Struct, frozen=True):
    """The newest row of the journal: its number and hash."""

    seq: int
    hash: str


class End(Struct, frozen=True):
    """What stands last: the rows of each table, the highest number that each ever gave to a row, the journal's end."""

    rows: Mapping[str, int]
    numbers_given_out: Mapping[str, int]
    journal: JournalEnd


class Table(Struct, frozen=True):
    """A table by its name, the names of its columns, and its rows, which can be gone through once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Sequence[Cell]]


def written(
    head: Head, tables: Iterable[Table], numbers_given_out: Mapping[str, int], journal: JournalEnd
) -> Iterator[bytes]:
    """The file, some bytes at a time; its last line has the SHA-256 of all before it."""
    digest = hashlib.sha256()
    for piece in _unsealed(head, tables, numbers_given_out, journal):
        digest.update(piece)
        yield piece
    yield _SEAL + _json(digest.hexdigest()) + b"\n}\n"


def _unsealed(
    head: Head, tables: Iterable[Table], numbers_given_out: Mapping[str, int], journal: JournalEnd
) -> Iterator[bytes]:
    yield _BEGIN + _json(head) + b",\n" + _TABLES
    rows: dict[str, int] = {}
    for table in tables:
        yield b",\n" * bool(rows) + _TABLE + _json(table.name) + _COLUMNS + _json(table.columns) + _ROWS
        rows[table.name] = 0
        for row in table.rows:
            yield b",\n" * bool(rows[table.name]) + _json(row)
            rows[table.name] += 1
        yield b"\n" * bool(rows[table.name]) + b"]}"
    yield b"\n],\n" + _END + _json(End(rows, numbers_given_out, journal)) + b",\n"


def _json(value: object) -> bytes:
    return _ENCODER.encode(value)


class Dump:
    """A dump in a file. Made, it was read through once and found whole. Raises NotADump."""

    def __init__(self, path: Path) -> None:
        self._path = path
        digest = hashlib.sha256()
        with self._opened() as file:
            self.head = self._head(file.readline(LONGEST_LINE))
            file.seek(0)
            end, line = b"", b""
            while following := file.readline(LONGEST_LINE):
                if following.startswith(_SEAL):
                    end, line = line, following
                    break
                digest.update(following)
                line = following
            rest = file.read(3)
        if not line.startswith(_SEAL) or rest != b"}\n":
            raise self._problem("breaks off before its end")
        if line.removeprefix(_SEAL) != _json(digest.hexdigest()) + b"\n":
            raise self._problem("was changed since it was written, or damaged")
        self.end: End = self._decoded(end.removeprefix(_END).removesuffix(b",\n"), End)

    def tables(self) -> Iterator[Table]:
        """Each table in the order of the file; the rows of one are gone through before the next is asked for.

        Raises NotADump for what is not laid out as `written` does it, while it is gone through.
        """
        with self._opened() as file:
            self._expect(file.readline(LONGEST_LINE).startswith(_BEGIN) and file.readline(LONGEST_LINE) == _TABLES)
            while (line := file.readline(LONGEST_LINE)) != b"],\n":
                begins, _, rest = line.partition(_COLUMNS)
                self._expect(begins.startswith(_TABLE) and rest.endswith(_ROWS))
                name = self._decoded(begins.removeprefix(_TABLE), str)
                yield Table(name, self._decoded(rest.removesuffix(_ROWS), tuple[str, ...]), self._rows(file, name))

    def _rows(self, file: IO[bytes], table: str) -> Iterator[Sequence[Cell]]:
        number = 0
        while (line := file.readline(LONGEST_LINE)) not in (b"]}\n", b"]},\n"):
            yield self._decoded(line.removesuffix(b"\n").removesuffix(b","), list[Cell])
            number += 1
        self._expect(number == self.end.rows.get(table))

    def _head(self, line: bytes) -> Head:
        if not line.startswith(_BEGIN):
            raise self._problem("is no dump of Oversight")
        given = self._decoded(line.removeprefix(_BEGIN).removesuffix(b",\n"), dict[str, object]).get("version")
        if given != VERSION:
            raise self._problem(f"is a dump of another version ({one_line(str(given))[:20]}, and this is {VERSION})")
        return self._decoded(line.removeprefix(_BEGIN).removesuffix(b",\n"), Head)

    def _decoded(self, text: bytes, kind: type[Value]) -> Value:
        try:
            return msgspec.json.decode(text, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise self._problem("is not laid out as a dump is") from None

    def _expect(self, holds: bool) -> None:
        if not holds:
            raise self._problem("is not laid out as a dump is")

    def _problem(self, what: str) -> NotADump:
        return NotADump(f"{one_line(self._path.name)} {what}. Nothing was read from it; take the file as it was made.")

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        if os.path.exists(self._path) and not os.path.isfile(self._path):  # a pipe is waited for, and is read once only
            raise NotADump(f"{one_line(self._path.name)} is no ordinary file. Nothing was read from it.")
        try:
            with self._path.open("rb") as file:
                yield file
        except OSError as problem:
            raise NotADump(f"{one_line(self._path.name)} cannot be read: {problem.strerror}.") from None

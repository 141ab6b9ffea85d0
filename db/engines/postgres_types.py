"""The values that a server answers with, made those of SQLite: what is read of a store does not tell where it lies."""

from __future__ import annotations

from typing import Any

from psycopg import Connection
from psycopg.adapt import Buffer, Loader, PyFormat
from psycopg.types.numeric import Int4Dumper, Int8Dumper, IntDumper

_FOUR_BYTES = 2**31


class _Truth(Loader):
    """1 and 0 for true and false."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data) == b"t")


class _Number(Loader):
    """Sums of numbers, which a server makes of a kind of its own: whole ones are whole."""

    def load(self, data: Buffer) -> int | float:
        text = bytes(data).decode()
        return float(text) if "." in text or "e" in text.lower() or "N" in text else int(text)


class _Whole(IntDumper):
    """Whole numbers as a table has them, and only those too large for that as larger ones."""

    def get_key(self, obj: int, format: PyFormat) -> type[Int4Dumper] | type[Int8Dumper]:  # noqa: A002 (psycopg calls it so)
        return Int4Dumper if -_FOUR_BYTES <= obj < _FOUR_BYTES else Int8Dumper

    def upgrade(self, obj: int, format: PyFormat) -> Int4Dumper | Int8Dumper:  # noqa: A002
        return self.get_key(obj, format)(int)


def adapt(connection: Connection[Any]) -> None:
    """Let a connection answer so. Every whole number is given to it as one kind, so that a statement that is kept
    prepared is kept once.
    """
    connection.adapters.register_loader("bool", _Truth)
    connection.adapters.register_loader("numeric", _Number)
    connection.adapters.register_dumper(int, _Whole)

"""The shape a store must have: every table, index, view and trigger, as the migrations and the guards make them.

A view that was changed shows another truth, and a trigger of another hand writes one: both are put right at the start,
and said. Tables and indexes are looked at in verifying.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from db.migrations import STEPS

if TYPE_CHECKING:
    from peewee import SqliteDatabase

_LOOKED_AT = "SELECT type, name, sql FROM sqlite_master"  # SQLite's own too: a table may have been given such a name
_SPELLING = re.compile(r'["\s]+')


class Piece(Struct, frozen=True, order=True):
    """A piece of a schema by its kind (table, index, view or trigger) and name."""

    kind: str
    name: str


@cache
def expected() -> Mapping[Piece, str]:
    """Every piece that there must be besides the guards, with its SQL; made in memory as a new store is made."""
    from db.connections import in_memory

    database = in_memory()
    for step in STEPS:
        for statement in import_module(f"db.migrations.{step}").STATEMENTS:
            database.execute_sql(statement)
    try:
        return found_in(database)
    finally:
        database.close()


def found_in(database: SqliteDatabase) -> dict[Piece, str]:
    """Every piece that there is, with its SQL."""
    rows = database.execute_sql(_LOOKED_AT).fetchall()
    return {Piece(str(kind), str(name)): str(sql) for kind, name, sql in rows}


def misshapen_tables(database: SqliteDatabase) -> list[str]:
    """A sentence for each table or index that is not as it should be; guards and views are looked at apart."""
    apart = ("trigger", "view")
    found, wanted = found_in(database), expected()
    return misshapen(
        {piece: sql for piece, sql in found.items() if piece.kind not in apart},
        {piece: sql for piece, sql in wanted.items() if piece.kind not in apart},
    )


def misshapen(found: Mapping[Piece, str], wanted: Mapping[Piece, str]) -> list[str]:
    """A sentence for each piece that is missing, changed, or not of this program; none in a sound store."""
    said = []
    for piece in sorted(found.keys() | wanted.keys()):
        if piece not in found:
            said.append(f"The {piece.kind} {piece.name} of the store is missing.")
        elif piece not in wanted:
            said.append(f"The {piece.kind} {piece.name} is in the store and not of this program.")
        elif not same(found[piece], wanted[piece]):
            said.append(f"The {piece.kind} {piece.name} of the store was changed.")
    return said


def same(one: str, other: str) -> bool:
    """Whether two statements say the same; SQLite spells a renamed table in its own way."""
    return one == other or _SPELLING.sub(" ", one).strip() == _SPELLING.sub(" ", other).strip()

"""What the server does not gather figures of: columns in which somebody's words, names or references stand.

It plans by the values that it has gathered of a column, of every row, and `EXPLAIN` tells each login how many rows it
expects: by asking for ranges the gathered names could be read out, whoever's child they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from db import models
from db.models import name_of, tables_of
from db.server.rights_rollup import typed

_BY_WHOM = "recorded_by"  # logins' names, by which the rows of one are planned


def unmeasured() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The tables that have such columns, with these; of the journal every login sees the times and hashes anyway."""
    for table in (*tables_of(models.Record), *tables_of(models.Derived)):
        columns = tuple(column for column in typed(table) if column != _BY_WHOM)
        if columns and table is not models.Journal:
            yield name_of(table), columns


def statements() -> Iterator[str]:
    """What says so to the server; as the owner."""
    for table, columns in unmeasured():
        none = ", ".join(f'ALTER COLUMN "{column}" SET STATISTICS 0' for column in columns)
        yield f'ALTER TABLE main."{table}" {none}'

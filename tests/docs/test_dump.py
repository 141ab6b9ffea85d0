"""What the document of the dump says of each table and column is what the store has.

`python -m tests.docs.test_dump` prints the part of it that is made from the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peewee import BooleanField, Field, FloatField, ForeignKeyField, IntegerField

from db import whole_rows
from db.fields import IsoDateField, UtcField
from db.migrations import SCHEMA_VERSION
from db.models import ALL_TABLES, fields_of, name_of
from oversight_tui.exchange.dump_file import VERSION

DOCUMENT = Path(__file__).parents[2] / "docs" / "dump.md"
TYPES = (
    (BooleanField, "0 or 1"),
    (ForeignKeyField, "whole number"),
    (IntegerField, "whole number"),
    (FloatField, "number"),
    (IsoDateField, "date"),
    (UtcField, "moment"),
    (Field, "text"),
)


def described() -> Iterator[str]:
    """A line for each table that is in a dump, with each of its columns."""
    by_name = {name_of(table): table for table in ALL_TABLES}
    for name in whole_rows.tables():
        columns = ", ".join(f"`{field.column_name}` {said_of(field)}" for field in fields_of(by_name[name]))
        yield f"| `{name}` | {columns} |"


def said_of(field: Field) -> str:
    """What a column holds, whose number it is where it points at a row, and whether it may hold nothing."""
    kind = next(said for kind, said in TYPES if isinstance(field, kind))
    if isinstance(field, ForeignKeyField):
        kind = f"number of `{name_of(field.rel_model)}`"
    return f"{kind}?" if field.null else kind


def test_every_table_and_column_of_a_dump_is_told_with_its_type() -> None:
    told = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert told == list(described())


def test_the_document_is_of_this_version() -> None:
    said = DOCUMENT.read_text("utf-8")
    assert f"version {VERSION} of the layout, schema {SCHEMA_VERSION} of the store" in " ".join(said.split())


if __name__ == "__main__":
    print(*described(), sep="\n")

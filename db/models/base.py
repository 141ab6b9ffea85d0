"""The three classes of table, told apart by their base class."""

from __future__ import annotations

from copy import copy
from typing import Any, ClassVar

from msgspec import Struct
from peewee import SQL, AutoField, ForeignKeyField, Model, NodeList


class Numbered(AutoField):
    """A row number that is never given twice, even where a store is restored or erased from."""

    def ddl(self, ctx: Any) -> Any:
        """The column as SQLite wants it said; PostgreSQL's serial never gives a number twice."""
        column = super().ddl(ctx)
        return NodeList((column, SQL("AUTOINCREMENT")))


class Record(Model):
    """A table of records: rows are added and never changed. `holds` is the value that a row of it is made from."""

    holds: ClassVar[type[Struct] | None] = None

    class Meta:
        legacy_table_names = False


class Derived(Model):
    """A table worked out from the records."""

    class Meta:
        legacy_table_names = False


class Working(Model):
    """A table of what is in hand on this machine."""

    class Meta:
        legacy_table_names = False


class Reference(ForeignKeyField):
    """A foreign key that tables inherit: each has its own, and all point at the one row they point at.

    Peewee copies what is inherited with all that it holds, which took a third of the time of loading the tables.
    """

    def __deepcopy__(self, memo: object) -> Reference:
        return copy(self)


def to(model: Any, name: str, **options: Any) -> ForeignKeyField:
    """A foreign key that refuses to lose what it points at."""
    return ForeignKeyField(model, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name=name, **options)

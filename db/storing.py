"""The values of a table's rows as they are stored, each checked or made by its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from peewee import BooleanField, Field, FloatField, ForeignKeyField, IntegerField, Model, TextField

from db.fields import IsoDateField, UtcField
from db.models import fields_of


class Storing(Struct, frozen=True):
    """How the rows of a table are stored: of each field its name, the type of the values that it keeps as they are, and
    what makes a stored value of any other. `defaults` are what a row has where nothing is said.
    """

    fields: tuple[tuple[str, type | None, Callable[[Any], object]], ...]
    names: frozenset[str]
    defaults: Mapping[str, object]

    def values(self, row: Mapping[str, object]) -> list[object]:
        """The values of a row that has every field, in the order of the columns.

        A whole authority has two million of them, and of those that are kept as they are no field is asked.
        """
        return [
            value if (value := row[name]) is None or type(value) is kept else made(value)
            for name, kept, made in self.fields
        ]


@cache
def storing(table: type[Model]) -> Storing:
    """How the rows of a table are stored."""
    fields = fields_of(table)
    return Storing(
        tuple((field.name, _kept(field), field.db_value) for field in fields),
        frozenset(field.name for field in fields),
        {field.name: field.default for field in fields},
    )


def _kept(field: Field[Any]) -> type | None:
    """The type of the values that a field keeps as they are; None where it may refuse or change any."""
    if isinstance(field, ForeignKeyField):
        return _kept(field.rel_field)
    if isinstance(field, IsoDateField | UtcField):
        return None
    plain = ((TextField, str), (BooleanField, bool), (IntegerField, int), (FloatField, float))
    return next((kept for kind, kept in plain if isinstance(field, kind)), None)

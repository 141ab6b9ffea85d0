"""Rows of the store made into values, column by column name, each value checked against the type it is to have.

A column that is asked for under the name of a field fills that field; where the two differ, nothing is read at all.
What does not have its field's type was not written by this program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct
from peewee import ColumnBase, SelectBase

from db.stored import damaged

Value = TypeVar("Value", bound=Struct)


class Columns(Generic[Value]):
    """The columns that make a value: one for each of its fields, by the field's name.

    The value's class is `array_like`, so that a row is taken as it comes; the order follows from the names. Raises
    ValueError where a field has no column or a column no field.
    """

    def __init__(self, kind: type[Value], columns: Mapping[str, ColumnBase | SelectBase]) -> None:
        fields = kind.__struct_fields__
        if set(fields) != set(columns):
            raise ValueError(f"{kind.__name__} and its columns differ in {sorted(set(fields) ^ set(columns))}.")
        self.columns: tuple[Any, ...] = tuple(columns[name].alias(name) for name in fields)
        self._kind = kind

    def made_from(self, rows: Sequence[Sequence[object]]) -> list[Value]:
        """A value of each row. Raises StoreError where a row holds what its fields cannot."""
        return read_in_order(self._kind, rows)

    def made_from_batches(self, batches: Iterable[Sequence[Sequence[object]]]) -> list[Value]:
        """The same of rows that come some at a time, which are let go as soon as they are values."""
        return [value for rows in batches for value in read_in_order(self._kind, rows)]


def read_as(kind: type[Value], names: Sequence[str], rows: Sequence[Sequence[object]]) -> list[Value]:
    """A value of each row, whose columns have these names. Raises StoreError as above."""
    places = [place for place, name in enumerate(names) if name in _truths(kind)]
    try:
        return [msgspec.convert(dict(zip(names, row, strict=True)), kind) for row in _with_truths(rows, places)]
    except msgspec.ValidationError:
        raise damaged("a record") from None


def read_in_order(kind: type[Value], rows: Sequence[Sequence[object]]) -> list[Value]:
    """A value of each row, whose columns are in the order of the fields of an `array_like` kind. Raises StoreError."""
    many: Any = list[kind]  # type: ignore[valid-type]
    places = _places_of_truths(kind)
    try:
        made: list[Value] = msgspec.convert(_with_truths(rows, places), many)
    except msgspec.ValidationError:
        raise damaged("a record") from None
    return made


@cache
def _truths(kind: type[Struct]) -> frozenset[str]:
    """The fields that are true or false."""
    hints = get_type_hints(kind)
    return frozenset(name for name in kind.__struct_fields__ if bool in (hints[name], *get_args(hints[name])))


@cache
def _places_of_truths(kind: type[Struct]) -> tuple[int, ...]:
    return tuple(place for place, name in enumerate(kind.__struct_fields__) if name in _truths(kind))


def _with_truths(rows: Sequence[Sequence[object]], places: Sequence[int]) -> Sequence[Sequence[object]]:
    """The rows with True and False at these places, for which SQLite has 1 and 0.

    To let msgspec take numbers for them would let it take the word "null" for a date as well, and a number for a time.
    """
    if not places:
        return rows
    changed = [list(row) for row in rows]
    for row in changed:
        for place in places:
            row[place] = _TRUTH.get(row[place], row[place])
    return changed


_TRUTH: Mapping[object, object] = {1: True, 0: False}

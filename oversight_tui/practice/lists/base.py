"""What a table for other programs is: a name, what its rows are, and columns that follow from the type of a row."""

from __future__ import annotations

import types
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

CellKind = Literal["text", "date", "moment", "number", "yes_no"]
Cell = str | int | float | bool | date | datetime | None
_KINDS: tuple[tuple[type, CellKind], ...] = (
    (bool, "yes_no"),
    (datetime, "moment"),
    (date, "date"),
    (int, "number"),
    (float, "number"),
    (str, "text"),
)


class Column(Struct, frozen=True):
    """A column by its heading, which is the name of the field and stays; a moment is in UTC."""

    heading: str
    kind: CellKind


class Listing(Struct, frozen=True):
    """One table. `says` is what it holds, in a sentence; every row is a `row`; rows are gone through once."""

    name: str
    says: str
    row: type[Struct]
    rows: Iterable[Struct]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in the order of the fields."""
        return columns_of(self.row)


@cache
def columns_of(row: type[Struct]) -> tuple[Column, ...]:
    """The columns that the fields of a row are. Raises TypeError for a field that is no cell."""
    hints = get_type_hints(row)
    return tuple(Column(name, _kind_of(hints[name])) for name in row.__struct_fields__)


def _kind_of(hint: object) -> CellKind:
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) in (Union, types.UnionType):
        return next(_kind_of(one) for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is Literal:
        return "text"
    found = next((kind for known, kind in _KINDS if isinstance(hint, type) and issubclass(hint, known)), None)
    if found is None:
        raise TypeError(f"{hint} is no cell of a table")
    return found


def cells_of(row: Struct) -> tuple[Cell, ...]:
    """The cells of a row, in the order of its columns."""
    return tuple(getattr(row, name) for name in row.__struct_fields__)

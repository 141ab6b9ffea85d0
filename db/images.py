"""What the journal says of a row: every column of it, by the name of its field, without those that hold nothing.

An image is made from the tables alone, so that no column is left out, and of the values as they are stored: a line that
is written and a row that is held against it are told in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from peewee import BooleanField, FloatField

from db import models
from db.models import fields_of, table_of
from oversight_tui.practice.records import Content
from oversight_tui.practice.records.parts import Part

Image = dict[str, object]

# A row of the spine is told in these words; its number, kind, time and author are the line's own.
_SPINE = {"happened_on": "on", "happened_at": "at"}
_OF_THE_LINE = ("id", "kind", "recorded_at", "recorded_by")
_TRUTH: Mapping[object, object] = {0: False, 1: True}


class Told(Struct, frozen=True):
    """The columns of a table that an image has, each with its place among all columns, its name in the image and what
    it holds where that is not what SQLite answers with.
    """

    columns: tuple[tuple[int, str, type[Any]], ...]

    @property
    def names(self) -> frozenset[str]:
        """The names that an image of the table may have."""
        return frozenset(name for _, name, _ in self.columns)

    def image(self, row: Sequence[object]) -> Image:
        """The image of a row, whose values are in the order of the table's columns."""
        return {name: _as_written(row[place], kind) for place, name, kind in self.columns if row[place] is not None}


def _as_written(value: object, kind: type[Any]) -> object:
    """SQLite has 1 for True, and a whole number where a fraction has nothing behind the point."""
    if kind is BooleanField:
        return _TRUTH.get(value, value) if isinstance(value, int) else value
    return float(value) if kind is FloatField and isinstance(value, int) else value


@cache
def spine() -> Told:
    """Of the spine of an entry."""
    return _told(models.Entry, _SPINE, without=_OF_THE_LINE)


@cache
def detail(content: type[Content]) -> Told:
    """Of what an entry of a kind says besides."""
    return _told(table_of(content), {}, without=("entry",))


@cache
def part(kind: type[Part]) -> Told:
    """Of a row that is no entry."""
    return _told(table_of(kind), {"id": kind.number_as}, without=())


def _told(table: type[models.Record], called: Mapping[str, str], without: Sequence[str]) -> Told:
    return Told(
        tuple(
            (place, called.get(field.name, field.name), type(field))
            for place, field in enumerate(fields_of(table))
            if field.name not in without
        )
    )


def entry(content: type[Content], row: Sequence[object]) -> Image:
    """The whole of an entry of a kind, with what its own line says besides; `row` has the columns of the spine, then
    those of the kind's table.
    """
    number = len(fields_of(models.Entry))
    of_the_line = {name: row[place] for place, name in _places_of_the_line()}
    return of_the_line | spine().image(row) | detail(content).image(row[number:])


@cache
def _places_of_the_line() -> tuple[tuple[int, str], ...]:
    fields = enumerate(fields_of(models.Entry))
    return tuple((place, field.name) for place, field in fields if field.name in _OF_THE_LINE and field.name != "id")


@cache
def every_part() -> tuple[type[Part], ...]:
    """The kinds of row that are no entries."""
    return tuple(Part.__subclasses__())

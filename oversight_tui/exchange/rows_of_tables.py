"""Tabs that are tables of a database: known by the names of their columns, read cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.headings import Layout, data_rows, find_layout, heading_key
from oversight_tui.exchange.tables import Remark, Tab, Value, cell_name, shown


class TableRow(Struct, frozen=True):
    """One row: what its columns hold, by the names of the layout; a column it has not holds nothing."""

    texts: Mapping[str, str]
    days: Mapping[str, date]
    places: Mapping[str, str]
    place: str


def table(name: str, columns: Mapping[str, str], needs: tuple[str, ...]) -> Layout:
    """A table whose `columns` are called so in the database, by what the program calls them."""
    return Layout(name, {field: (heading_key(column),) for field, column in columns.items()}, needs)


def rows_of(tab: Tab, layout: Layout, days: Collection[str], refused: list[Remark]) -> Iterator[TableRow]:
    """The rows that hold anything. A cell that cannot be read is added to `refused` and left blank."""
    found = find_layout(tab, (layout,))
    if found is None:
        return
    for row in data_rows(tab, found):
        texts: dict[str, str] = {}
        read: dict[str, date] = {}
        places = {field: cell_name(tab.name, row.number, column) for field, column in found.columns.items()}
        for field, column in found.columns.items():
            value = row.value(column)
            try:
                if field in days:
                    if (day := cells.day(value)) is not None:
                        read[field] = day
                elif (text := _text(value)) is not None:
                    texts[field] = text
            except cells.CellProblem as problem:
                refused.append(Remark(places[field], shown(value), str(problem)))
        if texts or read:
            yield TableRow(texts, read, places, places[layout.needs[0]])


def _text(value: Value) -> str | None:
    """The cell as text; -1 is what a database writes for nobody and for nothing."""
    found = cells.text(value)
    return None if found == "-1" else found

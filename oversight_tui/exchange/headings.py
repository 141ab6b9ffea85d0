"""Which columns a tab has, found by its headings: case, spaces, quotes and punctuation do not count.

The wordings are those of Ofsted's template (update of August 2019), of the layout seen in January 2024, and of the
column names that databases give (`ChildUniqueID`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from oversight_tui.exchange.tables import Remark, Row, Tab, Value, cell_name

ROWS_SEARCHED = 10
_MOST_SHOWN = 8  # rows that repeat the headings, before the rest is only said


def heading_key(value: Value) -> str:
    """The letters and digits of a heading, folded."""
    if not isinstance(value, str):
        return ""
    return "".join(character for character in unicodedata.normalize("NFKC", value).casefold() if character.isalnum())


class Layout(Struct, frozen=True):
    """One kind of tab: `fields` maps what the program wants to the wordings it may have.

    A tab is of this kind where it has every field of `needs`, at least one of each group of `one_of`, and no heading
    that begins with one of `speaks_of_others`: that is a table of somebody else.
    """

    name: str
    fields: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    speaks_of_others: tuple[str, ...] = ()


class Found(Struct, frozen=True):
    """A layout found in a tab: where its heading row is, and the column of each field it has."""

    layout: Layout
    heading_row: int
    columns: Mapping[str, int]


def find_layout(tab: Tab, layouts: tuple[Layout, ...]) -> Found | None:
    """The layout of a tab, looked for in its first rows; of several, the one with most of its fields there.

    A tab's name decides only between layouts that fit equally well.
    """
    best: tuple[tuple[int, bool], Found] | None = None
    for row in tab.rows[:ROWS_SEARCHED]:
        keys: dict[str, int] = {}
        for column, value in enumerate(row.values):
            keys.setdefault(heading_key(value), column)
        for layout in layouts:
            columns = _columns(layout, keys)
            if not all(field in columns for field in layout.needs):
                continue
            if layout.one_of and not any(field in columns for field in layout.one_of):
                continue
            if layout.speaks_of_others and any(key.startswith(layout.speaks_of_others) for key in keys):
                continue
            fit = (len(columns), heading_key(tab.name) == heading_key(layout.name))
            if best is None or fit > best[0]:
                best = (fit, Found(layout, row.number, columns))
        if best is not None:
            return best[1]
    return None


def data_rows(tab: Tab, found: Found) -> tuple[Row, ...]:
    """The rows below the headings, but for those that repeat them."""
    repeated = _repeated(tab, found)
    return tuple(row for row in tab.rows if row.number > found.heading_row and row.number not in repeated)


def repeated_headings(tab: Tab, found: Found) -> tuple[Remark, ...]:
    """That rows below the headings repeat them, as on every page of a printed list; nothing where none does."""
    numbers = list(_repeated(tab, found))
    if not numbers:
        return ()
    shown = ", ".join(map(str, numbers[:_MOST_SHOWN])) + (" and more" if len(numbers) > _MOST_SHOWN else "")
    rows = f"row {shown} repeats" if len(numbers) == 1 else f"rows {shown} repeat"
    said = f"{rows} the headings, or what stands above them, and {'is' if len(numbers) == 1 else 'are'} passed over"
    return (Remark(cell_name(tab.name, numbers[0], 0), "the headings again", said),)


def _repeated(tab: Tab, found: Found) -> Mapping[int, None]:
    above = {_filled(row) for row in tab.rows if row.number < found.heading_row}
    below = (row for row in tab.rows if row.number > found.heading_row)
    return {row.number: None for row in below if _are_headings(row, found) or _filled(row) in above}


def _are_headings(row: Row, found: Found) -> bool:
    """Whether most cells of a row, and those without which it would be none, are wordings of their own heading."""

    def is_heading(field: str) -> bool:
        return heading_key(row.value(found.columns[field])) in found.layout.fields[field]

    if not all(map(is_heading, found.layout.needs)):
        return False  # nearly every row there is, so the other cells are not looked at
    filled = sum(row.value(column) is not None for column in found.columns.values())
    return sum(map(is_heading, found.columns)) * 2 > filled


def _filled(row: Row) -> tuple[Value, ...]:
    """The cells of a row that hold anything."""
    return tuple(value for value in row.values if value is not None)


def _columns(layout: Layout, keys: Mapping[str, int]) -> dict[str, int]:
    columns = {}
    for field, wordings in layout.fields.items():
        for wording in wordings:
            if wording in keys:
                columns[field] = keys[wording]
                break
    return columns

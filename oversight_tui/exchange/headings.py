"""Which columns a tab has, found by its headings: case, spaces, quotes and punctuation do not count.

The wordings are those of Ofsted's template (update of August 2019), of the layout seen in January 2024, and of the
column names that databases give (`ChildUniqueID`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from oversight_tui.exchange.tables import Row, Tab, Value

ROWS_SEARCHED = 10


def heading_key(value: Value) -> str:
    """The letters and digits of a heading, folded."""
    if not isinstance(value, str):
        return ""
    return "".join(character for character in unicodedata.normalize("NFKC", value).casefold() if character.isalnum())


class Layout(Struct, frozen=True):
    """One kind of tab: `fields` maps what the program wants to the wordings it may have.

    A tab is of this kind where it has every field of `needs`, and at least one of each group of `one_of`.
    """

    name: str
    fields: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    one_of: tuple[str, ...] = ()


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
            fit = (len(columns), heading_key(tab.name) == heading_key(layout.name))
            if best is None or fit > best[0]:
                best = (fit, Found(layout, row.number, columns))
        if best is not None:
            return best[1]
    return None


def data_rows(tab: Tab, found: Found) -> tuple[Row, ...]:
    """The rows below the headings."""
    return tuple(row for row in tab.rows if row.number > found.heading_row)


def _columns(layout: Layout, keys: Mapping[str, int]) -> dict[str, int]:
    columns = {}
    for field, wordings in layout.fields.items():
        for wording in wordings:
            if wording in keys:
                columns[field] = keys[wording]
                break
    return columns

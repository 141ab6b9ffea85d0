"""Which columns a tab has, found by its headings: case, spaces, quotes and punctuation do not count.

Headings may stand in any row, and over two or three of them, so that `Allocated` above `Worker` is one heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from oversight_tui.exchange.tables import Remark, Row, Tab, Unreadable, Value, cell_name, shown

MOST_HEADING_ROWS = 3
ROWS_SEARCHED = 10  # for the headings of a table whose headings are common words
ANYWHERE = 1 << 30
_SHORTEST_PART = 3  # letters of a part of a heading that stands in a row of its own
_MOST_SHOWN = 8  # rows that repeat the headings, before the rest is only said
_LONGEST_HEADING = 150  # characters; a longer text is no heading
_MOVED = "this row has more cells than there are headings, so which is which is not known; export it with quotes"
_LIST_NUMBER = re.compile(r"list0*(\d{1,2})(?!\d)")


def heading_key(value: Value) -> str:
    """The letters and digits of a heading, folded."""
    return _key(value) if isinstance(value, str) and len(value) <= _LONGEST_HEADING else ""


@lru_cache(maxsize=4_096)
def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


class Layout(Struct, frozen=True):
    """One kind of tab: `fields` maps what the program wants to the wordings it may have.

    A tab is of this kind where it has every field of `needs`, at least one of each group of `one_of`, and no heading
    that begins with one of `speaks_of_others`: that is a table of somebody else. `loose` are wordings that many tables
    have, and that count only beside one of the fields `loose_with`. `titles` are names that its tab may have, and its
    headings begin `within` so many rows.
    """

    name: str
    fields: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    speaks_of_others: tuple[str, ...] = ()
    loose: Mapping[str, tuple[str, ...]] = {}
    loose_with: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    within: int = ROWS_SEARCHED

    def lacks(self, columns: Mapping[str, int]) -> tuple[str, ...]:
        """The fields without which a tab with these columns is not of this kind; of `one_of` the last is said."""
        missing = tuple(field for field in self.needs if field not in columns)
        return missing if not self.one_of or any(one in columns for one in self.one_of) else (*missing, self.one_of[-1])

    def is_meant_by(self, tab_name: str) -> bool:
        """Whether a tab or a file is called like this: `List_6`, `List 6 - June`, `Children in Need`."""
        key = heading_key(tab_name)
        number = _LIST_NUMBER.search(key)
        if number is not None:
            return f"list{number[1]}" == heading_key(self.name)
        return any(title in key for title in (heading_key(self.name), *self.titles))


class Found(Struct, frozen=True):
    """A layout found in a tab: the rows of its headings, first and last, and the column of each field it has."""

    layout: Layout
    heading_row: int
    columns: Mapping[str, int]
    first_heading_row: int = 0


class Near(Struct, frozen=True):
    """The layout that a tab without one comes nearest to: its row of headings, and the fields that it lacks."""

    layout: Layout
    row: int
    columns: Mapping[str, int]
    lacks: tuple[str, ...]


def find_layout(tab: Tab, layouts: tuple[Layout, ...]) -> Found | None:
    """The layout of a tab, by the first of its rows that has the headings of any; of several layouts, the one with most
    of its fields there. A tab's name decides only between layouts that fit equally well.
    """
    endings = _endings(layouts)
    last = max(layout.within for layout in layouts) + MOST_HEADING_ROWS - 1
    for place, row in enumerate(tab.rows):
        if row.number > last:
            break
        best = _best(tab, place, layouts) if _may_be_headings(row, endings) else None
        if best is None:
            continue
        for lower in range(place + 1, min(place + MOST_HEADING_ROWS, len(tab.rows))):
            joined = _best(tab, lower, layouts)
            if joined is not None and len(joined.columns) > len(best.columns):
                best = joined
        return best
    return None


def find_nearest(tab: Tab, layouts: tuple[Layout, ...], beside: Sequence[str]) -> Near | None:
    """The layout that a tab comes nearest to, with a row that has two of its fields, and one of those of `beside` or a
    name that means it.
    """
    endings = _endings(layouts)
    best: tuple[tuple[int, int], Near] | None = None
    for row in tab.rows:
        if not _may_be_headings(row, endings):
            continue
        keys = _keys([row])
        for layout in layouts:
            columns = _columns(layout, keys)
            lacks = layout.lacks(columns)
            if len(columns) < 2 or not (layout.is_meant_by(tab.name) or any(one in columns for one in beside)):
                continue
            fit = (len(columns), -len(lacks))
            if best is None or fit > best[0]:
                best = fit, Near(layout, row.number, columns, lacks)
    return best[1] if best is not None else None


@lru_cache(maxsize=64)
def _endings_of(wordings: frozenset[str]) -> frozenset[str]:
    return frozenset(one[start:] for one in wordings for start in range(max(1, len(one) - _SHORTEST_PART + 1)))


def _endings(layouts: tuple[Layout, ...]) -> frozenset[str]:
    """What the lowest cell of a heading may hold: a wording, or the end of one."""
    groups = [one for layout in layouts for one in (*layout.fields.values(), *layout.loose.values())]
    return _endings_of(frozenset(wording for group in groups for wording in group))


def _may_be_headings(row: Row, endings: frozenset[str]) -> bool:
    """Whether any cell may be one; nearly every row there is holds none, and is left at once."""
    return any(heading_key(value) in endings for value in row.values if value is not None)


def _best(tab: Tab, place: int, layouts: tuple[Layout, ...]) -> Found | None:
    """The layout that the headings ending in this row fit best, alone or with one or two rows above them."""
    best: tuple[tuple[int, int, bool], Found] | None = None
    for first in range(place, max(-1, place - MOST_HEADING_ROWS), -1):
        rows = tab.rows[first : place + 1]
        if rows[-1].number - rows[0].number >= MOST_HEADING_ROWS:
            break
        keys = _keys(rows)
        for layout in layouts:
            columns = _columns(layout, keys)
            if len(columns) == 1 and not _stands_first(tab, first):
                continue
            if rows[0].number > layout.within or layout.lacks(columns) or not _all_say_some(rows, columns):
                continue
            if layout.speaks_of_others and any(key.startswith(layout.speaks_of_others) for key in keys):
                continue
            fit = (len(columns), first, layout.is_meant_by(tab.name))
            if best is None or fit > best[0]:
                best = fit, Found(layout, rows[-1].number, columns, rows[0].number)
    return best[1] if best is not None else None


def _stands_first(tab: Tab, place: int) -> bool:
    """Whether a row has one cell only, or none above it has more than a title: one word that is a heading elsewhere may
    be what a cell says, as `Social Worker` under `Post`.
    """

    def filled(row: Row) -> int:
        return sum(value is not None for value in row.values)

    return filled(tab.rows[place]) == 1 or all(filled(row) < 2 for row in tab.rows[:place])


def _all_say_some(rows: Sequence[Row], columns: Mapping[str, int]) -> bool:
    """Whether each of several rows is one of headings: it holds a part of two of them at least."""
    if len(rows) == 1:
        return True
    places = set(columns.values())
    return all(sum(isinstance(row.value(column), str) for column in places) > 1 for row in rows)


def _keys(rows: Sequence[Row]) -> dict[str, int]:
    """Every heading that these rows may make, with its column: what the lowest says alone goes first, then with each
    row above it, then with cells above it that are meant for several columns.
    """
    found: dict[str, int] = {}
    width = max(len(row.values) for row in rows)
    own = [[heading_key(row.value(column)) for column in range(width)] for row in rows]
    ways = [own[first:] for first in range(len(rows) - 1, -1, -1)]
    if len(rows) > 1:
        spread = [*(_spread(keys) for keys in own[:-1]), own[-1]]
        ways += [spread[first:] for first in range(len(rows) - 2, -1, -1)]
    for way in ways:
        for column in range(width):
            key = "".join(keys[column] for keys in way)
            if key:
                found.setdefault(key, column)
    return found


def _spread(keys: Sequence[str]) -> list[str]:
    """Each heading also for the empty cells to the right of it, as merged cells have it."""
    spread: list[str] = []
    for key in keys:
        spread.append(key or (spread[-1] if spread else ""))
    return spread


def _columns(layout: Layout, keys: Mapping[str, int]) -> dict[str, int]:
    columns = _of_wordings(layout.fields, keys)
    if layout.loose and any(field in columns for field in layout.loose_with):
        columns = {**_of_wordings(layout.loose, keys), **columns}
    return columns


def _of_wordings(fields: Mapping[str, tuple[str, ...]], keys: Mapping[str, int]) -> dict[str, int]:
    return {
        field: keys[wording]
        for field, wordings in fields.items()
        if (wording := next((one for one in wordings if one in keys), None)) is not None
    }


class Below(Struct, frozen=True):
    """The rows below the headings of a tab: those of the list, those that repeat the headings, and those under other
    headings, which are of another list.
    """

    data: tuple[Row, ...]
    repeated: tuple[int, ...] = ()
    under_others: tuple[int, ...] = ()


def rows_below(tab: Tab, found: Found) -> Below:
    """The rows below the headings, told apart."""
    above = {_filled(row) for row in tab.rows if row.number <= found.heading_row}
    key_column = found.columns[found.layout.needs[0]]
    key_wordings = _wordings(found.layout, found.layout.needs[0])
    data: list[Row] = []
    repeated: list[int] = []
    under_others: list[int] = []
    width = _width(tab, found)
    for row in tab.rows:
        if row.number <= found.heading_row:
            continue
        is_key = heading_key(row.value(key_column)) in key_wordings
        if (is_key and _are_headings(row, found)) or _filled(row) in above:
            repeated.append(row.number)
        elif under_others or (is_key and found.layout.loose):
            under_others.append(row.number)
        else:
            data.append(_as_far_as_sure(row, width))
    return Below(tuple(data), tuple(repeated), tuple(under_others))


def _width(tab: Tab, found: Found) -> int:
    """How many columns the headings of delimited text have; any number in a spreadsheet, which keeps places."""
    rows = [row for row in tab.rows if found.first_heading_row <= row.number <= found.heading_row]
    return max((len(_trimmed(row)) for row in rows), default=ANYWHERE) if tab.delimited else ANYWHERE


def _as_far_as_sure(row: Row, width: int) -> Row:
    """A row with more cells than headings, as of a name with a comma in it: which cell is which is not known after the
    first of them.
    """
    values = _trimmed(row)
    if len(values) <= width:
        return row
    return Row(row.number, (values[0], *(value and Unreadable(shown(value), _MOVED) for value in values[1:])))


def _trimmed(row: Row) -> tuple[Value, ...]:
    end = next((place for place in range(len(row.values), 0, -1) if row.values[place - 1] is not None), 0)
    return row.values[:end]


def data_rows(tab: Tab, found: Found) -> tuple[Row, ...]:
    """The rows below the headings, but for those that repeat them."""
    return rows_below(tab, found).data


def repeated_headings(tab: Tab, found: Found) -> tuple[Remark, ...]:
    """That rows below the headings repeat them, as on every page of a printed list; nothing where none does."""
    return said_repeated(tab, rows_below(tab, found))


def said_repeated(tab: Tab, below: Below) -> tuple[Remark, ...]:
    """The same of rows that were told apart already."""
    numbers = below.repeated
    if not numbers:
        return ()
    shown = ", ".join(map(str, numbers[:_MOST_SHOWN])) + (" and more" if len(numbers) > _MOST_SHOWN else "")
    rows = f"row {shown} repeats" if len(numbers) == 1 else f"rows {shown} repeat"
    said = f"{rows} the headings, or what stands above them, and {'is' if len(numbers) == 1 else 'are'} passed over"
    return (Remark(cell_name(tab.name, numbers[0], 0), "the headings again", said),)


def _wordings(layout: Layout, field: str) -> tuple[str, ...]:
    return (*layout.fields[field], *layout.loose.get(field, ()))


def _are_headings(row: Row, found: Found) -> bool:
    """Whether most cells of a row, and those without which it would be none, are wordings of their own heading."""

    def is_heading(field: str) -> bool:
        return heading_key(row.value(found.columns[field])) in _wordings(found.layout, field)

    if not all(map(is_heading, found.layout.needs)):
        return False  # nearly every row there is, so the other cells are not looked at
    filled = sum(row.value(column) is not None for column in found.columns.values())
    return sum(map(is_heading, found.columns)) * 2 > filled


def _filled(row: Row) -> tuple[Value, ...]:
    """The cells of a row that hold anything."""
    return tuple(value for value in row.values if value is not None)

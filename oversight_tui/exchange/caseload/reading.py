"""The rows of caseload tables, each cell checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.caseload.columns import CASELOAD, Columns
from oversight_tui.exchange.caseload.fields import Field
from oversight_tui.exchange.extract import Extract, ListRow
from oversight_tui.exchange.headings import data_rows, repeated_headings
from oversight_tui.exchange.not_read import columns_not_read
from oversight_tui.exchange.tables import Remark, Row, Tab, Value, cell_name, shown

_DATES: tuple[Field, ...] = (
    *("date_of_birth", "status_since", "allocated_from", "allocated_until", "closed_on", "last_seen"),
)
_FLAGS: tuple[Field, ...] = ("looked_after", "protection_plan")
_HOLDERS: tuple[Field, ...] = ("worker", "adviser")
_OF_THE_NAME: tuple[Field, ...] = ("name", "forename", "surname")


class Table(Struct, frozen=True):
    """A tab that is a caseload table, with what is known of its columns."""

    tab: Tab
    columns: Columns
    counts_from_1904: bool = False


def read_caseload(tables: Iterable[Table]) -> Extract:
    """The rows of these tables, of the list `Caseload`."""
    rows: list[ListRow] = []
    refused: list[Remark] = []
    not_read: list[Remark] = []
    not_taken: list[Remark] = []
    is_there = False
    for table in tables:
        is_there = True
        found = table.columns.found
        refused += repeated_headings(table.tab, found)
        not_read += _not_read(table)
        reading = _Reading(table, refused, not_taken)
        rows += [read for row in data_rows(table.tab, found) if (read := reading.row(row)) is not None]
    lists = (CASELOAD,) if is_there else ()
    return Extract(lists, lists if rows else (), tuple(rows), tuple(refused), (), tuple(not_read), tuple(not_taken))


def _not_read(table: Table) -> Iterator[Remark]:
    """Columns that are passed over: those that are kept by hand each with its reason, the others together."""
    kept = {one.where: one for one in columns_not_read(table.tab, table.columns.found)}
    names = {table.columns.found.columns[field] for field in _OF_THE_NAME if table.columns.has(field)}
    yield from (kept[one.where] for one in table.columns.headings if one.where in kept and one.place not in names)
    others = [one for one in table.columns.passed_over if one.where not in kept]
    if others:
        headings = ", ".join(one.heading for one in others)
        yield Remark(
            others[0].where,
            headings,
            "not understood as anything that is kept here; --map 'HEADING=FIELD' says what it is",
        )


class _Reading:
    """Reads the rows of one table, and notes the cells that are dropped and the rows that are no child's."""

    def __init__(self, table: Table, refused: list[Remark], not_taken: list[Remark]) -> None:
        self._tab, self._found, self._from_1904 = table.tab, table.columns.found, table.counts_from_1904
        self._refused, self._not_taken = refused, not_taken

    def row(self, row: Row) -> ListRow | None:
        """The row with each cell checked; None where it is no child's."""
        columns = self._found.columns
        filled = [field for field, place in columns.items() if not cells.is_blank(row.value(place))]
        if not filled:
            return None
        where = cell_name(self._tab.name, row.number, columns["reference"])
        if filled == ["reference"]:
            reason = "nothing stands beside it, so it is taken for no child"
            self._not_taken.append(Remark(where, shown(row.value(columns["reference"])), reason))
            return None
        unread: set[str] = set()
        values = {field: self._cell(row, field, place, unread) for field, place in columns.items()}
        reference = values.pop("reference")
        if not isinstance(reference, str):
            self._refused.append(Remark(where, "", "no child's reference; the row was left out"))
            return None
        places = {field: cell_name(self._tab.name, row.number, place) for field, place in columns.items()}
        return ListRow(CASELOAD, reference, values, places, where, frozenset(unread))

    def _cell(self, row: Row, field: str, place: int, unread: set[str]) -> str | date | None:
        value = row.value(place)
        try:
            return self._read(field, value)
        except cells.CellProblem as problem:
            self._refused.append(Remark(cell_name(self._tab.name, row.number, place), shown(value), str(problem)))
            unread.add(field)
            return None

    def _read(self, field: str, value: Value) -> str | date | None:
        if field in _DATES:
            return cells.day(value, counts_from_1904=self._from_1904)
        if field in _HOLDERS:
            return cells.holder(value)
        if field in _FLAGS and isinstance(value, bool):
            return "yes" if value else "no"
        if field in _FLAGS and isinstance(value, date):
            return "yes"  # since when is a yes too
        return cells.text(value)


def name_of(row: ListRow) -> str | None:
    """The child's name as the row has it, first name first."""
    parts: Sequence[str | None] = (row.text("forename"), row.text("surname"))
    if any(parts):
        return " ".join(part for part in parts if part)
    return row.text("name")

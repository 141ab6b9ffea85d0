"""The rows of one tab of a caseload list, each cell checked, and each row that is no child's named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, Protocol

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.date_order import DateColumn, doubted_columns
from oversight_tui.exchange.extract import ListRow
from oversight_tui.exchange.headings import Found, rows_below, said_repeated
from oversight_tui.exchange.left_out import RowsLeftOut, ranges
from oversight_tui.exchange.lines_below import begins_one, is_a_number, is_a_sentence, is_a_total
from oversight_tui.exchange.not_read import columns_not_read
from oversight_tui.exchange.tables import Remark, Row, Tab, Value, cell_name, column_letters, shown
from oversight_tui.exchange.twins import one_of_twins, twins
from oversight_tui.words.dates import count


class Reads(Struct, frozen=True):
    """How the cells of a kind of list are read: `dates` are the fields that hold one, `readers` those of the others.

    Of `of_a_child` a child has at least one, and a line below the list none.
    """

    readers: Mapping[str, Callable[[Value], str | None]]
    dates: tuple[str, ...]
    of_a_child: tuple[str, ...]


ANNEX_A: Final = Reads(
    {
        "reference": cells.reference,
        "age": cells.text,
        "team": cells.text,
        "worker": cells.holder,
        "adviser": cells.holder,
        "end_reason": cells.text,
        "status": cells.text,
        "eligibility": cells.text,
    },
    dates=("date_of_birth", "starts", "last_seen", "ends"),
    of_a_child=("date_of_birth", "status", "starts", "eligibility"),
)
_NO_ID = "no child's id; the row was left out"
_WIDE = 5  # columns of a list, in which a row that has an id alone says nothing of a child
_ROWS_ABOVE = 3  # a title, a day and a blank-looking line; more of them are said


class Orders(Protocol):
    """The columns of which it was said whether the month or the day comes first."""

    @property
    def month_first(self) -> frozenset[str]:
        """Those with the month first."""

    @property
    def day_first(self) -> frozenset[str]:
        """Those with the day first."""


class TabReader:
    """Reads the rows of one tab, once, and notes what it has to drop or leave out."""

    def __init__(self, tab: Tab, found: Found, counts_from_1904: bool, orders: Orders, reads: Reads = ANNEX_A) -> None:
        self.tab, self.found, self.from_1904, self.orders, self.reads = tab, found, counts_from_1904, orders, reads
        self.below = rows_below(tab, found)
        said = dict.fromkeys((*orders.month_first, *orders.day_first), "")
        self._doubts = dict(doubted_columns(tab, found, self.below.data, reads.dates, said))
        self._month_first = {
            field
            for field, column in found.columns.items()
            if f"{tab.name}!{column_letters(column)}" in orders.month_first
        }
        self._letters = {field: f"{tab.name}!{column_letters(column)}" for field, column in found.columns.items()}
        self._twins = twins(tab, found)
        self._left_out = RowsLeftOut(tab)
        self._rows_read: set[int] = set()
        self._repeated = said_repeated(tab, self.below)
        self.refused: list[Remark] = [*self._repeated, *(one.remark() for one in self._doubts.values())]

    def rows(self) -> list[ListRow]:
        """The rows of children."""
        read = [row for line in self.below.data if (row := self._row(line)) is not None]
        for line in self.tab.rows:
            if line.number in self.below.under_others:
                self._left_out.add(line, "under other headings; a list in a tab of its own is read")
        return read

    @property
    def doubted(self) -> tuple[DateColumn, ...]:
        """The columns of dates of which it is to be said what comes first."""
        return tuple(self._doubts.values())

    @property
    def not_read(self) -> Iterator[Remark]:
        """The columns that are passed over though the store keeps what they hold."""
        return columns_not_read(self.tab, self.found, self.below.data)

    @property
    def not_taken(self) -> Iterator[Remark]:
        """Rows that are no child's."""
        yield from self._repeated
        above = [row.number for row in self.tab.rows if row.number < self.found.first_heading_row]
        if len(above) > _ROWS_ABOVE:
            yield Remark(cell_name(self.tab.name, above[0], 0), "", f"rows {ranges(above)} stand above the headings")
        yield from self._left_out.remarks()

    @property
    def warnings(self) -> Iterator[Remark]:
        """That rows or columns were read which the spreadsheet does not show."""
        hidden = sorted(self.tab.hidden_rows & self._rows_read)
        if hidden:
            by = " by a filter" if self.tab.filtered else ""
            rows = f"{count(len(hidden), 'row')} hidden{by}"
            were = "was" if len(hidden) == 1 else "were"
            yield Remark(cell_name(self.tab.name, hidden[0], 0), "", f"{rows} {were} read too ({ranges(hidden)})")
        heading = next(row for row in self.tab.rows if row.number == self.found.heading_row)
        for column in sorted(set(self.found.columns.values()) & self.tab.hidden_columns):
            where = cell_name(self.tab.name, heading.number, column)
            yield Remark(where, shown(heading.value(column)), "a hidden column, which was read too")

    def _row(self, row: Row) -> ListRow | None:
        """The row with each cell checked; None where it is no child's."""
        columns = self.found.columns
        if all(cells.is_blank(row.value(column)) for column in columns.values()):
            if not all(cells.is_blank(value) for value in row.values):
                self._left_out.add(row, "nothing in any column of the list")
            return None
        if self._is_below_the_list(row):
            self._left_out.add(row, "a line beside the list and no child")
            return None
        unread: dict[str, str] = {}
        values = {field: self._cell(row, field, column, unread) for field, column in columns.items()}
        reference = values.pop("reference")
        if not isinstance(reference, str):
            if "reference" not in unread:
                self.refused.append(Remark(f"{self._letters['reference']}{row.number}", "", _NO_ID))
            self._left_out.add(row, unread.get("reference", _NO_ID))
            return None
        self._rows_read.add(row.number)
        places = {field: f"{letters}{row.number}" for field, letters in self._letters.items()}
        name = self.found.layout.name
        return ListRow(name, reference, values, places, places["reference"], frozenset(unread))

    def _is_below_the_list(self, row: Row) -> bool:
        """Whether a row is a total, a note or the like: it begins so, or with a sentence or with words and nothing
        beside them, and says nothing that a list says of every child.
        """
        columns = self.found.columns
        first = row.value(columns["reference"])
        says = [value for one in self.reads.of_a_child if one in columns and (value := row.value(columns[one]))]
        if any(map(is_a_total, row.values)):
            return all(cells.is_blank(value) or is_a_number(value) or is_a_total(value) for value in says)
        if not all(map(cells.is_blank, says)):
            return False
        alone = sum(not cells.is_blank(row.value(column)) for column in columns.values()) == 1
        if alone and len(columns) >= _WIDE and not cells.is_blank(first):
            return True
        is_word = isinstance(first, str) and not any(one.isdigit() for one in first) and not cells.is_blank(first)
        has_no_one = all(row.value(columns[one]) is None for one in ("worker", "adviser") if one in columns)
        return begins_one(first) or is_a_sentence(first) or (is_word and has_no_one and len(columns) >= _WIDE)

    def _cell(self, row: Row, field: str, column: int, unread: dict[str, str]) -> str | date | None:
        value = row.value(column)
        try:
            value = one_of_twins(row, column, self._twins.get(column, ()))
            if field not in self.reads.dates:
                return self.reads.readers[field](value)
            if field in self._doubts and cells.order(value) in ("either", "month"):
                unread[field] = "the month may come first"
                return None
            return cells.day(value, counts_from_1904=self.from_1904, month_first=field in self._month_first)
        except cells.CellProblem as problem:
            unread[field] = str(problem)
            self.refused.append(Remark(f"{self._letters[field]}{row.number}", shown(value), str(problem)))
            return None

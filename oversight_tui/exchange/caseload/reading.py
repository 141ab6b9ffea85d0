"""The rows of caseload tables, each cell checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.annex_rows import Orders, Reads, TabReader
from oversight_tui.exchange.caseload.columns import CASELOAD, Columns
from oversight_tui.exchange.caseload.fields import FIELDS, Field
from oversight_tui.exchange.extract import Extract, ListRow
from oversight_tui.exchange.tables import Remark, Tab, Value

_DATES: Final[tuple[Field, ...]] = (
    *("date_of_birth", "status_since", "allocated_from", "allocated_until", "closed_on", "last_seen"),
)
_OF_THE_NAME: Final[tuple[Field, ...]] = ("name", "forename", "surname")


class Table(Struct, frozen=True):
    """A tab that is a caseload table, with what is known of its columns."""

    tab: Tab
    columns: Columns
    counts_from_1904: bool = False


def read_caseload(tables: Sequence[Table], orders: Orders) -> Extract:
    """The rows of these tables, of the list `Caseload`."""
    readers = [TabReader(one.tab, one.columns.found, one.counts_from_1904, orders, _READS) for one in tables]
    rows = tuple(row for reader in readers for row in reader.rows())
    lists = (CASELOAD,) if tables else ()
    return Extract(
        lists=lists,
        filled=lists if rows else (),
        rows=rows,
        refused=tuple(one for reader in readers for one in reader.refused),
        warnings=tuple(one for reader in readers for one in reader.warnings),
        not_read=tuple(_not_read(zip(tables, readers, strict=True))),
        not_taken=tuple(one for reader in readers for one in reader.not_taken),
        doubted=tuple(one for reader in readers for one in reader.doubted),
    )


def _flag(value: Value) -> str | None:
    """Yes, no, or the day since when it is so, which is a yes too."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "yes" if isinstance(value, date) else cells.text(value)


_READS: Final = Reads(
    {
        **{field: cells.text for field in FIELDS if field not in _DATES},
        "reference": cells.reference,
        "worker": cells.holder,
        "adviser": cells.holder,
        "looked_after": _flag,
        "protection_plan": _flag,
    },
    dates=_DATES,
    of_a_child=(*_DATES, *_OF_THE_NAME, "status", "worker", "legal_status", "open_or_closed"),
)


def _not_read(read: Iterable[tuple[Table, TabReader]]) -> Iterator[Remark]:
    """Columns that are passed over: those that are kept by hand each with its reason, the others together."""
    for table, reader in read:
        columns = table.columns
        kept = {one.where: one for one in reader.not_read}
        names = {columns.found.columns[field] for field in _OF_THE_NAME if columns.has(field)}
        yield from (kept[one.where] for one in columns.headings if one.where in kept and one.place not in names)
        others = [one for one in columns.passed_over if one.where not in kept]
        if others:
            headings = ", ".join(one.heading for one in others)
            reason = "not understood as anything that is kept here; --map 'HEADING=FIELD' says what it is"
            yield Remark(others[0].where, headings, reason)


def name_of(row: ListRow) -> str | None:
    """The child's name as the row has it, first name first."""
    parts: Sequence[str | None] = (row.text("forename"), row.text("surname"))
    if any(parts):
        return " ".join(part for part in parts if part)
    return row.text("name")

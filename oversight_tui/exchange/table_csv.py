"""Tables as CSV: UTF-8 with a byte-order mark, so that Excel reads names right; a comma between, CRLF after each row.

The last columns of each row are the day the figures are of, that of the newest list, and the marking: a file that
is copied out of its folder still says them, and files of several weeks can be read one under the other.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from oversight_tui.exchange.table_cells import for_csv
from oversight_tui.practice.lists.base import Cell, Listing, cells_of

_ROWS_AT_ONCE = 500
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()


def csv_file(listing: Listing, last_columns: Mapping[str, Cell], counted: dict[str, int]) -> Iterator[bytes]:
    """The file, some rows at a time; `counted` is told how many there were."""
    yield _MARK + _rows([(*(column.heading for column in listing.columns), *last_columns)])
    counted[listing.name] = 0
    for some in _in_batches(cells_of(row) for row in listing.rows):
        counted[listing.name] += len(some)
        yield _rows((*cells, *last_columns.values()) for cells in some)


def _rows(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([_spelled(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _spelled(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, date):
        return cell.isoformat()
    return for_csv(cell) if isinstance(cell, str) else cell


def _in_batches(rows: Iterable[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    some: list[tuple[Cell, ...]] = []
    for row in rows:
        some.append(row)
        if len(some) == _ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some

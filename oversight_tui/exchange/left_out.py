"""What was not taken of a file, row by row and tab by tab, told in as few remarks as say everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_tui.exchange.tables import Remark, Row, Tab, Value, cell_name, shown

_EACH = 8  # rows of one reason, before they are told in one remark
_RANGES = 12


class RowsLeftOut:
    """The rows of one tab that were not taken, by reason."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self._rows: dict[str, list[tuple[int, int, Value]]] = {}

    def add(self, row: Row, reason: str) -> None:
        """Note a row, and why it was not taken."""
        column = next((column for column, value in enumerate(row.values) if value is not None), 0)
        self._rows.setdefault(reason, []).append((row.number, column, row.value(column)))

    def remarks(self) -> Iterator[Remark]:
        """A remark for each row, or one for many of one reason."""
        for reason, rows in self._rows.items():
            if len(rows) <= _EACH:
                yield from (Remark(cell_name(self.tab.name, row, at), shown(value), reason) for row, at, value in rows)
            else:
                row, at, _ = rows[0]
                said = f"{len(rows):,} rows ({ranges([number for number, *_ in rows])}): {reason}"
                yield Remark(cell_name(self.tab.name, row, at), "", said)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers of rows in few words: `3, 5-9, 12`."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    said = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:_RANGES]]
    return ", ".join(said) + (" and more" if len(runs) > _RANGES else "")

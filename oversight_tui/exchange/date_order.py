"""Columns of dates that were written month first: one date that can be nothing else casts doubt on all the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.headings import Found
from oversight_tui.exchange.tables import Remark, Row, Tab, column_letters

_SLIP = 10  # so many dates that are day first only make one that is month first only a slip of the pen
_SHOWN = 3


class DateColumn(Struct, frozen=True):
    """A column in which some dates can only be read month first: its name (`List_6!I`), its heading, how many dates
    can be read either way, and a few of both kinds with their rows.
    """

    name: str
    heading: str
    either: int
    month_only: tuple[tuple[int, str], ...]
    examples: tuple[tuple[int, str], ...]

    @property
    def says(self) -> str:
        """The doubt, in a sentence."""
        row, written = self.month_only[0]
        some = f"{self.either:,} others can be read either way" if self.either > 1 else "another can be read either way"
        others = f", and {some}, as {self.examples[0][1]} in row {self.examples[0][0]}" if self.either else ""
        return f"{self.heading} ({self.name}): {written} in row {row} has the month first{others}."

    def remark(self) -> Remark:
        """That none of these dates is read until it is said which comes first."""
        row, written = self.month_only[0]
        reason = f"{self.says} None of these dates is read until it is said which comes first"
        return Remark(f"{self.name}{row}", written, reason)


def doubted_columns(
    tab: Tab, found: Found, rows: Sequence[Row], fields: Sequence[str], said: Mapping[str, str]
) -> Iterator[tuple[str, DateColumn]]:
    """The fields of a tab whose dates are doubted, but for the columns of which it was said what comes first."""
    for field in fields:
        column = found.columns.get(field)
        if column is None or (name := f"{tab.name}!{column_letters(column)}") in said:
            continue
        written = [(row.number, row.value(column)) for row in rows]
        kinds = [(cells.order(value), number, str(value)) for number, value in written if isinstance(value, str)]
        month = [(number, value) for kind, number, value in kinds if kind == "month"]
        either = [(number, value) for kind, number, value in kinds if kind == "either"]
        if month and sum(kind == "day" for kind, *_ in kinds) < _SLIP * len(month):
            yield (
                field,
                DateColumn(
                    name, _heading(tab, found, column), len(either), tuple(month[:_SHOWN]), tuple(either[:_SHOWN])
                ),
            )


def _heading(tab: Tab, found: Found, column: int) -> str:
    """The heading as it is written, over however many rows."""
    rows = [row for row in tab.rows if found.first_heading_row <= row.number <= found.heading_row]
    return " ".join(str(value).strip() for row in rows if (value := row.value(column)) is not None)

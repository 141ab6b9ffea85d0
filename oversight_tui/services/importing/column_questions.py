"""What is asked of a table before it is read: whether its rows are children or workers, and what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from oversight_tui.exchange.caseload.columns import Said, Unsure
from oversight_tui.exchange.caseload.fields import FIELDS
from oversight_tui.exchange.kinds import EachRow, Unclear
from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, quoted
from oversight_tui.services.importing.column_maps import NOTHING
from oversight_tui.services.importing.sorting import AskedOf


def column_questions(asked: Sequence[AskedOf]) -> Iterator[ImportQuestion]:
    """Each question in its turn; an answer may bring the next."""
    for table in asked:
        if table.rows is not None:
            yield _whose_rows(table, table.rows)
        elif table.columns is not None:
            for unsure in table.columns.unsure:
                yield _which(table, unsure) if len(unsure.columns) > 1 or _is_needed(unsure) else _what(table, unsure)


def _is_needed(unsure: Unsure) -> bool:
    """Whether it is asked where a thing is, and not what a column holds."""
    return unsure.fields in (("reference",), ("worker",))


def _whose_rows(table: AskedOf, unclear: Unclear) -> ImportQuestion:
    def each(row: EachRow) -> Callable[[ImportOptions], ImportOptions]:
        return lambda asked: asked.__replace__(columns=asked.columns.with_table(table.keys, {}, row))

    choices = (
        Choice("1", "A child", "a child, so it is a caseload table", each("child"), "--each-row child"),
        Choice("2", "A worker", "a worker, so it is a roster", each("worker"), "--each-row worker"),
    )
    says = f"{table.file} may be a table of children or one of workers. What does each row stand for?"
    return ImportQuestion("rows", says, choices, rows=unclear.rows, must=True, about=table.file)


def _what(table: AskedOf, unsure: Unsure) -> ImportQuestion:
    """What one column holds."""
    (column,) = unsure.columns
    fields: tuple[Said, ...] = (*unsure.fields, "nothing")
    choices = tuple(
        _column(table, str(number), _label(field), _means(field), {column.key: field}, f"{column.heading}={field}")
        for number, field in enumerate(fields, 1)
    )
    says = f"What is in the column '{column.heading}' of {table.file}?"
    return ImportQuestion("column", says, choices, rows=unsure.rows, must=True, about=says)


def _which(table: AskedOf, unsure: Unsure) -> ImportQuestion:
    """Which column holds a thing."""
    (field,) = unsure.fields
    ways = [
        _column(table, str(number), one.heading, f"'{one.heading}'", {one.key: field}, f"{one.heading}={field}")
        for number, one in enumerate(unsure.columns, 1)
    ]
    none: dict[str, Said] = {one.key: "nothing" for one in unsure.columns}
    ways.append(_column(table, str(len(ways) + 1), "None", "none of these", none, ""))
    says = f"Which column of {table.file} holds {FIELDS[field].means}?"
    return ImportQuestion("column", says, tuple(ways), rows=unsure.rows, must=True, about=says)


def _column(table: AskedOf, key: str, label: str, does: str, columns: dict[str, Said], option: str) -> Choice:
    def then(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(columns=asked.columns.with_table(table.keys, columns, None))

    return Choice(key, label, does, then, f"--map {quoted(option)}" if option else "")


def _label(field: Said) -> str:
    return field.replace("_", " ").capitalize()


def _means(field: Said) -> str:
    return "nothing of these" if field == NOTHING else FIELDS[field].means

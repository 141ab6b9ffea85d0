"""Columns of one tab that have the same heading: where they say different things, neither is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from oversight_tui.exchange import cells
from oversight_tui.exchange.headings import Found, heading_key
from oversight_tui.exchange.tables import Row, Tab, Value, shown
from oversight_tui.words.text import match_key


def twins(tab: Tab, found: Found) -> Mapping[int, tuple[int, ...]]:
    """By each column that is read, the others with its heading; columns are counted from 0."""
    rows = [row for row in tab.rows if found.first_heading_row <= row.number <= found.heading_row]
    headed: dict[str, list[int]] = defaultdict(list)
    for column in range(max((len(row.values) for row in rows), default=0)):
        key = "".join(heading_key(row.value(column)) for row in rows)
        if key:
            headed[key].append(column)
    read = set(found.columns.values())
    return {
        column: tuple(one for one in columns if one != column)
        for columns in headed.values()
        if len(columns) > 1
        for column in columns
        if column in read
    }


def one_of_twins(row: Row, column: int, others: tuple[int, ...]) -> Value:
    """What the columns of one heading say of a row. Raises CellProblem where they say different things."""
    said = {match_key(shown(value)): value for one in (column, *others) if not cells.is_blank(value := row.value(one))}
    if others and len(said) > 1:
        ways = " and ".join(shown(value) for value in said.values())
        raise cells.CellProblem(f"two columns have this heading and say {ways}; take out the one that is not meant")
    return next(iter(said.values()), row.value(column)) if others else row.value(column)

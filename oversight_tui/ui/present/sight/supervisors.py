"""Those who supervise, by name: whom they hold, what they were to hold and held, and their own support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.sight.values import Supervisor
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.words.dates import count, short_day

SUPERVISORS = (
    Column(18, title="supervisor"),
    Column(7, "right", title="workers", apart=True),
    Column(8, "right", title="children", apart=True),
    Column(9, "right", title="held", apart=True),
    Column(20, title="own supervision", wraps_from=1),
    Column(title="programme", wraps_from=1, goes_on_under=2),
)


def supervisor_rows(supervisors: Sequence[Supervisor], today: date, names: Names) -> Iterator[Line]:
    """A row each. Sessions are those of the last thirteen weeks."""
    for place, one in enumerate(supervisors):
        yield Line(
            str(place),
            (
                Cell(names.worker(one.name), "strong"),
                Cell(str(one.workers)),
                Cell(str(one.children)),
                Cell(f"{one.held} of {one.to_hold}" if one.to_hold else "none"),
                Cell(_own(one, today), "plain" if one.own_last else "never"),
                Cell(_programme(one, today, names), "plain" if one.programme else "quiet"),
            ),
        )


def _own(one: Supervisor, today: date) -> str:
    if one.worker is None:
        return "not known here"
    if one.own_last is None:
        return "none recorded"
    days = f", {count(one.own_days, 'day')} ago" if one.own_days is not None else ""
    return f"{short_day(one.own_last, today)}{days}"


def _programme(one: Supervisor, today: date, names: Names) -> str:
    if one.programme is None:
        return "none"
    began = f"from {short_day(one.programme_from, today)}" if one.programme_from else ""
    until = f"until {short_day(one.programme_until, today)}" if one.programme_until else ""
    done = (
        {True: "completed", False: "not completed"}.get(one.programme_completed)
        if one.programme_completed is not None
        else ""
    )
    dated = " ".join(filter(None, (began, until)))
    return ", ".join(filter(None, (names.text(one.programme), dated, done)))

"""The days away in a calendar: what comes again is followed for a year, days that go over into each other are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

from msgspec import Struct

from oversight_tui.exchange.leave_calendar import COLUMNS, TAB
from oversight_tui.exchange.recurring import days_of_rule
from oversight_tui.exchange.tables import Row, Value, Workbook
from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.words.dates import long_day

_A_DAY = timedelta(days=1)
PAST = timedelta(days=366)
AHEAD = timedelta(days=366)

AN_ENTRY = "entry of "  # before its day: the place of what a calendar says, which has no rows that anybody sees


class Leave(Struct, frozen=True):
    """Days away, both included. `names` are those that the entry gives, the likeliest first; `named`: the entry says
    itself whose it is, in its title, and not only who is invited or what the calendar is called.
    """

    names: tuple[str, ...]
    first_day: date
    last_day: date
    reason: AbsenceReason
    place: str
    named: bool = False


def is_leave_calendar(workbook: Workbook) -> bool:
    """Whether it was made of a calendar."""
    first = workbook.tabs[0] if workbook.tabs else None
    return first is not None and first.name == TAB and bool(first.rows) and first.rows[0].values == COLUMNS


def leave_of(workbook: Workbook, today: date) -> Iterator[Leave]:
    """Every stretch of days away, from a year ago to a year ahead, in order; the days of one person that go over into
    each other are one stretch.
    """
    newest: dict[tuple[str, date | None], Row] = {}
    for row in workbook.tabs[0].rows[1:]:
        key = (str(row.values[0]), _as_day(row.values[9]))
        if key not in newest or _number(row.values[1]) >= _number(newest[key].values[1]):
            newest[key] = row
    moved: dict[str, set[date]] = {}
    for uid, on in newest:
        if on is not None:
            moved.setdefault(uid, set()).add(on)
    owner = workbook.tabs[1].name
    found = [
        one
        for (uid, on), row in newest.items()
        if row.values[10] is None
        for one in _of_row(row, owner, today, set() if on is not None else moved.get(uid, set()))
    ]
    yield from _joined(found)


def _of_row(row: Row, owner: str, today: date, moved: set[date]) -> Iterator[Leave]:
    first, last = cast(date, row.values[5]), cast(date, row.values[6])
    names = [str(row.values[2])] if row.values[2] else []
    if not names:
        names = [*str(row.values[3] or "").split("; "), owner]
    reason = cast(AbsenceReason, row.values[4])
    length, earliest, latest = last - first, today - PAST, today + AHEAD
    starts: Iterable[date] = (first,)
    if row.values[7] is not None:
        starts = days_of_rule(str(row.values[7]), first, earliest - length, latest)
    without = moved | {date.fromisoformat(one) for one in str(row.values[8] or "").split(",") if one}
    for day in starts:
        if day not in without and earliest <= day + length and day <= latest:
            said = tuple(one for one in names if one)
            yield Leave(said, day, day + length, reason, f"{AN_ENTRY}{long_day(day)}", bool(row.values[2]))


def _joined(found: Iterable[Leave]) -> Iterator[Leave]:
    before: Leave | None = None
    for one in sorted(found, key=lambda each: (each.names, each.reason, each.first_day)):
        if before is not None and _goes_on(before, one):
            before = before.__replace__(last_day=max(before.last_day, one.last_day))
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _goes_on(before: Leave, one: Leave) -> bool:
    is_same = (one.names, one.reason) == (before.names, before.reason)
    return is_same and one.first_day <= before.last_day + _A_DAY


def _as_day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _number(value: Value) -> int:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else 0

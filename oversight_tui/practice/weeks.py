"""The next weeks as a calendar: sessions planned, who is away, and the days on which nobody works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from oversight_tui.practice.board import Board
from oversight_tui.practice.calendar import bank_holidays, covers
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId, WorkerId

_DAY = timedelta(days=1)


class PlannedSession(Struct, frozen=True):
    """A session on a day (`on`) and at a time (HH:MM), None where none was said, with a worker; `while_away` where the
    worker is away on it.
    """

    entry_id: EntryId
    on: date
    worker_id: WorkerId
    worker: str
    kind: SessionKind
    while_away: bool
    at: str | None = None


class HeldToday(Struct, frozen=True):
    """Supervision that took place today, with a worker."""

    worker_id: WorkerId
    worker: str


class DayPlan(Struct, frozen=True):
    """One working day: its sessions, who is away, and whether it is a bank holiday; of today also what was held."""

    on: date
    sessions: tuple[PlannedSession, ...]
    away: tuple[str, ...]
    holiday: bool
    held: tuple[HeldToday, ...] = ()


class AwayInWeek(Struct, frozen=True):
    """Somebody away on working days of one week, from one to another."""

    who: str
    first: date
    last: date
    all_week: bool


def away_by_week(days: Sequence[DayPlan]) -> Mapping[date, tuple[AwayInWeek, ...]]:
    """Who is away in each week, by its Monday: day after day of one person together."""
    found: dict[date, list[AwayInWeek]] = {}
    for monday, week in groupby(days, key=lambda day: day.on - day.on.weekday() * _DAY):
        working = [day for day in week if day.on.weekday() < 5]
        away: list[AwayInWeek] = []
        for who in dict.fromkeys(name for day in working for name in day.away):
            for is_away, stretch in groupby(working, key=lambda day: who in day.away):
                on = [day.on for day in stretch]
                if is_away:
                    away.append(AwayInWeek(who, on[0], on[-1], len(on) == len(working)))
        found[monday] = sorted(away, key=lambda one: (one.first, one.who))
    return {monday: tuple(away) for monday, away in found.items() if away}


def days_ahead(board: Board, weeks: int, also: Collection[date] = ()) -> tuple[DayPlan, ...]:
    """Each Monday to Friday from this week's Monday on, for so many weeks; weekends only with something planned, and
    the days that are asked for besides.
    """
    monday = board.as_of - board.as_of.weekday() * _DAY
    found = []
    for number in range(weeks * 7):
        day = monday + number * _DAY
        holiday, held = day in bank_holidays(day.year), tuple(_held(board)) if day == board.as_of else ()
        plan = DayPlan(day, tuple(_sessions(board, day)), tuple(_away(board, day)), holiday, held)
        if day.weekday() < 5 or plan.sessions or day in also:
            found.append(plan)
    return tuple(found)


def sessions_between(board: Board, first: date, last: date) -> Iterable[PlannedSession]:
    """The sessions planned for a day from `first` to `last`, both included, in the order of each day."""
    return (one for number in range((last - first).days + 1) for one in _sessions(board, first + number * _DAY))


def _sessions(board: Board, day: date) -> Iterable[PlannedSession]:
    names = {row.worker.id: row.worker.name for row in board.everybody}
    for item in sorted(board.planned, key=lambda one: (one.at is None, one.at or "")):
        if item.due_on == day and item.worker_id in names and item.session_kind is not None:
            away = any(one.worker_id == item.worker_id and covers(one, day) for one in board.absences)
            yield PlannedSession(item.id, day, item.worker_id, names[item.worker_id], item.session_kind, away, item.at)


def _held(board: Board) -> Iterable[HeldToday]:
    """Each worker once, however many sessions there were."""
    held = {one.worker_id for one in board.diary.sessions if one.held_on == board.as_of and not one.under_way}
    return (HeldToday(row.worker.id, row.worker.name) for row in board.everybody if row.worker.id in held)


def _away(board: Board, day: date) -> Iterable[str]:
    """Each once, however many absences a day falls into; nobody before their first day here or after the last."""
    away = {one.worker_id for one in board.absences if covers(one, day)}
    here = (row.worker for row in board.everybody if row.worker.has_begun(day) and not row.worker.has_left(day))
    return (worker.name for worker in here if worker.id in away)

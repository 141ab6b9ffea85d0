"""A month of a team reckoned in the plainest way from the raw rows of the store: day by day, entry by entry, in Python.

It shares nothing with the program but the tables, and knows only what the histories of `tests.fuzz.months` hold: teams
of workers that stay theirs, the default policy, no absence, no own limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from dateutil.relativedelta import relativedelta

from db.engine import Store
from db.whole_rows import tables

DAY = timedelta(days=1)
# Of a child the limit by risk, of a worker the limit of supervision.
LIMITS = {
    "low": relativedelta(months=3),
    "medium": relativedelta(months=3),
    None: relativedelta(months=3),
    "high": relativedelta(months=1),
    "very_high": relativedelta(weeks=2),
}
SUPERVISION = relativedelta(months=1)


@dataclass(frozen=True)
class PlainMonth:
    """The main figures of a month."""

    children: int
    discussed: int
    discussed_of: int
    supervised: int
    supervised_of: int
    worries_open: int
    held: int
    cancelled: int
    new: int
    closed: int
    transferred_in: int
    transferred_out: int


@dataclass(frozen=True)
class Stands:
    """An entry that stands: the number of its first version, and what its newest version says."""

    root: int
    kind: str
    child: int | None
    worker: int | None
    on: date | None
    says: dict[str, Any]

    @property
    def order(self) -> tuple[date, int]:
        """By the day, of one day by the order of typing."""
        assert self.on is not None
        return self.on, self.root


_TABLES = {
    "allocation": "allocation",
    "allocation_end": "allocation_end",
    "discussion": "discussion",
    "session_held": "session_held",
    "session_plan": "session_plan",
    "session_cancelled": "session_cancelled",
    "not_discussed": "not_discussed",
    "worry": "worry",
    "worry_close": "worry_close",
    "risk": "risk_rating",
    "worker": "worker_details",
    "extract": "extract_row",
}


class Plainly:
    """Everything that stands in a store."""

    def __init__(self, store: Store) -> None:
        with store.reading():
            self._entries = list(_standing(store))
            self._listed = store.rows("SELECT session_id, child_id FROM session_child")
            self._first_lists = {
                team: date.fromisoformat(day)
                for team, day in store.rows(
                    "SELECT t.team_id, min(t.as_at) FROM snapshot_team t WHERE t.snapshot_id NOT IN"
                    " (SELECT undone_id FROM import_undone) GROUP BY t.team_id"
                )
            }

    def month(self, team: int, last: date) -> PlainMonth:
        """One month of a team, by its last day."""
        first, held = last.replace(day=1), {child: self.holder(child, last) for child in self._children()}
        children = [child for child, (_, of) in held.items() if of == team]
        workers = [
            one.worker for one in self._of("worker", last) if one.says["team_id"] == team and one.worker is not None
        ]
        talked = _known(self._discussed(child, last) for child in children)
        supervised = _known(self._supervised(worker, last) for worker in dict.fromkeys(workers))
        moves = [move for child in self._children() for move in self._moves(child, team, first, last)]
        closed = {one.says["worry_id"] for one in self._of("worry_close", last)}
        return PlainMonth(
            children=len(children),
            discussed=sum(talked),
            discussed_of=len(talked),
            supervised=sum(supervised),
            supervised_of=len(supervised),
            worries_open=sum(
                one.root not in closed and self._last_team(one.child, last) == team for one in self._of("worry", last)
            ),
            held=sum(
                one.worker in workers and one.on is not None and one.on >= first for one in self._one_to_ones(last)
            ),
            cancelled=sum(one.worker in workers for one in self._cancelled(first, last)),
            **{kind: moves.count(kind) for kind in ("new", "closed", "transferred_in", "transferred_out")},
        )

    def _of(self, kind: str, last: date = date.max) -> list[Stands]:
        return [one for one in self._entries if one.kind == kind and (one.on is None or one.on <= last)]

    def _children(self) -> set[int]:
        return {one.child for one in self._of("allocation") if one.child is not None}

    def _turns(self, child: int) -> list[tuple[tuple[date, int], Stands | None]]:
        """Who is given the child, in order; None where nobody is any more."""
        leads = [one for one in self._of("allocation") if one.child == child and one.says["role"] == "lead"]
        theirs = {one.root for one in leads}
        ends = [one for one in self._of("allocation_end") if one.says["allocation_id"] in theirs]
        turns = [(one.order, one) for one in leads] + [(one.order, None) for one in ends]
        return sorted(turns, key=lambda turn: turn[0])

    def holder(self, child: int, day: date) -> tuple[bool, int | None]:
        """Whether anybody has the child at the end of a day, and in which team."""
        found: Stands | None = None
        for (on, _), turn in self._turns(child):
            if on <= day:
                found = turn
        return (True, found.says["team_id"]) if found is not None else (False, None)

    def _last_team(self, child: int | None, day: date) -> int | None:
        """The team that has the child, or had the child last."""
        teams = [turn.says["team_id"] for (on, _), turn in self._turns(child or 0) if turn is not None and on <= day]
        return teams[-1] if teams else None

    def _moves(self, child: int, team: int, first: date, last: date) -> Iterator[str]:
        turns = self._turns(child)
        day = first
        while day <= last:
            (_, was), (is_held, now) = self.holder(child, day - DAY), self.holder(child, day)
            of_today = [turn for (on, _), turn in turns if on == day]
            seen_first = bool(turns) and turns[0][0][0] == day
            by_list = bool(of_today) and of_today[-1] is not None and of_today[-1].says["seen_by"] is not None
            was_there = seen_first and by_list and now in self._first_lists and day <= self._first_lists[now]
            if was != now and not was_there:
                if now == team:
                    yield "new" if was is None else "transferred_in"
                if was == team:
                    yield "transferred_out" if is_held else "closed"
            day += DAY

    def _discussed(self, child: int, day: date) -> bool | None:
        """Whether in time; None of a child not discussed yet whose first limit is to come."""
        days = [one.on for one in self._of("discussion", day) if one.child == child and not one.says["asked_for"]]
        sessions = {one.root: one.on for one in self._of("session_held", day)}
        taken_off = {one.says["session_id"] for one in self._of("not_discussed") if one.child == child}
        days += [
            sessions[session] for session, of in self._listed if of == child and session in sessions.keys() - taken_off
        ]
        risks = sorted((one for one in self._of("risk", day) if one.child == child), key=lambda one: one.order)
        limit = LIMITS[risks[-1].says["rating"] if risks else None]
        known = [on for on in days if on is not None]
        if known:
            return day <= max(known) + limit
        return None if day <= self._came(child, day) + limit else False

    def _came(self, child: int, day: date) -> date:
        """On the first list, or with the first entry, whichever is earlier."""
        turns = [one for one in self._of("allocation", day) if one.child == child]
        days = [date.fromisoformat(one.says["seen_by"]) for one in turns if one.says["seen_by"] is not None]
        days += [one.on for one in self._of("extract", day) if one.child == child and one.on is not None]
        first = min(turns, key=lambda one: one.root)
        if first.says["seen_by"] is None and first.on is not None:
            days.append(first.on)
        return min(days)

    def _one_to_ones(self, day: date) -> list[Stands]:
        return [
            one
            for one in self._of("session_held", day)
            if one.says["session_kind"] == "one_to_one" and not one.says["opening"] and one.says["counts"] != 0
        ]

    def _supervised(self, worker: int | None, day: date) -> bool | None:
        """Whether in time; None of a worker not supervised yet whose first limit is to come."""
        days = [one.on for one in self._one_to_ones(day) if one.worker == worker and one.on is not None]
        if days:
            return day <= max(days) + SUPERVISION
        (came,) = {one.says["seen_by"] for one in self._of("worker", day) if one.worker == worker}
        return None if day <= date.fromisoformat(came) + SUPERVISION else False

    def _cancelled(self, first: date, last: date) -> Iterable[Stands]:
        cancelled = {one.says["plan_id"] for one in self._of("session_cancelled")}
        held = {one.says["plan_id"] for one in self._of("session_held")}
        for one in self._of("session_plan"):
            planned = date.fromisoformat(one.says["planned_for"])
            if one.root in cancelled - held and first <= planned <= last and one.says["session_kind"] == "one_to_one":
                yield one


def _known(those: Iterable[bool | None]) -> list[bool]:
    return [one for one in those if one is not None]


def _standing(store: Store) -> Iterator[Stands]:
    """The newest version that stands of every entry that stands."""
    withdrawals: Sequence[tuple[int, int]] = store.rows("SELECT entry_id, withdrawn_id FROM withdrawal")

    def is_back(entry: int) -> bool:
        return any(of == entry and not is_back(by) for by, of in withdrawals)

    rows = store.rows(
        "SELECT COALESCE(corrects_id, id), id, kind, child_id, worker_id, happened_on FROM entry ORDER BY 1, 2"
    )
    says = {kind: _contents(store, table) for kind, table in _TABLES.items()}
    for root, versions in groupby(rows, key=lambda row: row[0]):
        there = [row for row in versions if not is_back(row[1])]
        if there and not is_back(root) and there[-1][2] in says:
            _, number, kind, child, worker, on = there[-1]
            yield Stands(root, kind, child, worker, date.fromisoformat(on) if on else None, says[kind][number])


def _contents(store: Store, table: str) -> dict[int, dict[str, Any]]:
    names = tables()[table]
    asked = ", ".join(f'"{name}"' for name in names)
    return {row[0]: dict(zip(names, row, strict=True)) for row in store.rows(f'SELECT {asked} FROM "{table}"')}

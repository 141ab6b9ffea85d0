"""Why a worker was not supervised in time: what came between, beside each red figure.

Wokingham's members asked for the reason beside a red one. What happened last on the way tells it: a session cancelled,
cut short without counting, or planned with nothing recorded; else that the worker was away when one fell due; else that
none was booked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.board import Clock
from oversight_tui.practice.facts import Absence, OpenItem, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.sight.values import LateReason, WhyLate

# Of two things of one day the one that still asks for a word comes first.
_FIRST: Sequence[WhyLate] = ("not_recorded", "cut_short", "cancelled")


class Sessions:
    """What is open of the one-to-ones of each worker: those planned, and the last one cancelled since one was held."""

    def __init__(self, items: Iterable[OpenItem]) -> None:
        self._of: dict[WorkerId, list[OpenItem]] = {}
        for item in items:
            if item.session_kind == "one_to_one" and item.worker_id is not None:
                self._of.setdefault(item.worker_id, []).append(item)

    def of(self, worker: Worker) -> Sequence[OpenItem]:
        """Those of one worker."""
        return self._of.get(worker.id, ())


def late_reason(
    worker: Worker, clock: Clock, sessions: Sequence[OpenItem], absences: Sequence[Absence], today: date
) -> LateReason:
    """Why a worker whose clock is overdue, or was never set back, is not supervised in time. `sessions` and `absences`
    are theirs.
    """
    began = worker.last_held or worker.starts or worker.seen_by
    happened = sorted(_happened(worker, sessions, began, today), key=lambda one: (one[0], -_FIRST.index(one[1])))
    to_come = [one.due_on for one in sessions if one.kind == "session_planned" and one.due_on and one.due_on >= today]
    booked = min(to_come, default=None)
    if happened:
        since, why = happened[-1]
        return LateReason(worker.id, why, since, booked)
    away = _away_when_due(clock, absences, today)
    if away is not None:
        return LateReason(worker.id, "away", away.first_day, booked)
    return LateReason(worker.id, "never_supervised" if clock.state == "never" else "not_booked", began, booked)


def _happened(
    worker: Worker, sessions: Iterable[OpenItem], began: date | None, today: date
) -> Iterator[tuple[date, WhyLate]]:
    if worker.cut_short_on is not None:
        yield worker.cut_short_on, "cut_short"
    for one in sessions:
        if one.due_on is None or (began is not None and one.due_on <= began and worker.last_held is not None):
            continue
        if one.kind == "session_planned" and one.due_on < today:
            yield one.due_on, "not_recorded"
        elif one.kind == "session_not_rebooked":
            yield min(one.due_on, one.since or today), "cancelled"


def _away_when_due(clock: Clock, absences: Iterable[Absence], today: date) -> Absence | None:
    """The last absence of a day on which a session was due already, or the day before it fell due."""
    if clock.ideal_by is None:
        return None
    due = [one for one in absences if one.first_day <= today and (one.last_day or today) >= clock.ideal_by]
    return max(due, key=lambda one: one.first_day, default=None)


def reasons_among(
    clocks: Mapping[WorkerId, Clock],
    workers: Iterable[Worker],
    sessions: Sessions,
    absences: Mapping[WorkerId, Sequence[Absence]],
    today: date,
) -> tuple[LateReason, ...]:
    """The reason of each of these workers who is past the limit, also where none was ever held, in their order. Who has
    left has no clock here.
    """
    return tuple(
        late_reason(worker, clocks[worker.id], sessions.of(worker), absences.get(worker.id, ()), today)
        for worker in workers
        if worker.id in clocks and _is_late(clocks[worker.id], today)
    )


def _is_late(clock: Clock, today: date) -> bool:
    return clock.state in ("overdue", "never") and days_late(clock.limit_by, today) is not None

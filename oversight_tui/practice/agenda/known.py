"""What is known of a worker's next sessions: plans, what was said of each, and what the last session left over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.agenda.to_come import ToCome, sessions_to_come
from oversight_tui.practice.agenda.wishes import Begun, LastTime, PlannedAhead, Wish, left_over, with_wishes
from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.records.sessions import AgendaStep


class KnownAhead(Struct, frozen=True):
    """The sessions planned, what was said of each, by the day a session was held the days its plan was for, and the
    last session that was held.
    """

    planned: Sequence[PlannedAhead] = ()
    wishes: Sequence[Wish] = ()
    held_plans: Mapping[date, frozenset[date]] = {}
    last: LastTime | None = None


def looked_at(
    worker: Worker,
    absences: Sequence[Absence],
    policy: Policy,
    known: KnownAhead,
    begun: Begun | None,
    number: int,
    today: date,
) -> ToCome:
    """So many of the worker's sessions to come, each with what the manager wants of it."""
    found = sessions_to_come(worker, absences, policy, begun, known.planned, number, today)
    spent = {day for days in known.held_plans.values() for day in days}
    since = known.last.on if known.last is not None else None
    slots = with_wishes(found.slots, found.plan_days, known.wishes, since, spent)
    return found.__replace__(slots=tuple(slots))


def left_over_of(known: KnownAhead, rows: Iterable[ChildRow]) -> dict[ChildId, AgendaStep]:
    """Which of these children the last session left over, and how."""
    return left_over(known.wishes, known.last, {row.child.id: row.discussion.last for row in rows})

"""The agenda of some sessions, with what becomes of the cycle by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight_tui.practice.agenda.limits import limit_at, must_be_in, passes
from oversight_tui.practice.agenda.placing import Talks, all_come_in_time, placed
from oversight_tui.practice.agenda.saying import Outlook, cycle_of
from oversight_tui.practice.agenda.values import (
    Agenda,
    AgendaItem,
    AgendaSession,
    Candidate,
    FallsOut,
    PutOff,
    SessionSlot,
)
from oversight_tui.practice.facts import Absence

_DAY = timedelta(days=1)


def plan(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    minutes_per_child: int,
    today: date,
    until: date,
    away: Sequence[Absence] = (),
    *,
    last_day: date | None = None,
    fall_out: Sequence[FallsOut] = (),
) -> Agenda:
    """The agenda of these sessions, in the order of their days; `until` is the day of the session after the last, and
    where there can be none `date.max`.

    A child has so many minutes wherever the session does not say otherwise. `away` are the days on which the worker is
    not here: a session more, which might keep the cycle, is thought of on a day on which it can be. `last_day` is the
    worker's: nobody is reached after it, and where not everybody can come once more, those come first whose limit is
    before its end. `fall_out` are planned sessions that will not be held; they are none of `slots`.
    """
    slots = sorted(slots, key=lambda slot: slot.on)
    ends = until if last_day is None else min(until, last_day + _DAY)
    everybody = last_day is None or all_come_in_time(candidates, slots, until, minutes_per_child)
    talks = placed(candidates, slots, until if everybody else ends, minutes_per_child)
    by_need = sorted(candidates, key=lambda child: child.need)
    missed = tuple(child for child in by_need if passes(child, talks[child.child_id], slots, until) is not None)
    sessions = tuple(
        AgendaSession(
            slot,
            _items(place, by_need, talks, slots, ends, minutes_per_child),
            _put_off(place, by_need, talks, slots, ends),
        )
        for place, slot in enumerate(slots)
    )
    put_off = sessions[0].put_off if sessions else ()
    outlook = Outlook(today, until, ends, minutes_per_child, tuple(away), last_day, put_off, tuple(fall_out))
    cycle = cycle_of(candidates, slots, talks, missed, outlook)
    return Agenda(cycle, sessions, missed, tuple(fall_out))


def _items(
    place: int, by_need: Sequence[Candidate], talks: Talks, slots: Sequence[SessionSlot], ends: date, usual: int
) -> tuple[AgendaItem, ...]:
    """In the order of need, brothers and sisters one after the other."""
    there = [child for child in by_need if place in talks[child.child_id]]
    ordered: dict[Candidate, None] = {}
    for child in there:
        ordered[child] = None
        if child.family is not None:
            ordered |= dict.fromkeys(one for one in there if one.family == child.family)
    return tuple(
        AgendaItem(child, slots[place].each(usual), must_be_in(child, place, talks[child.child_id], slots, ends))
        for child in ordered
    )


def _put_off(
    place: int, by_need: Sequence[Candidate], talks: Talks, slots: Sequence[SessionSlot], ends: date
) -> tuple[PutOff, ...]:
    """Who was taken off a session by hand, in the order of need."""
    return tuple(
        PutOff(
            child,
            limit_at(child, place, talks[child.child_id], slots),
            next((slots[one].on for one in sorted(talks[child.child_id]) if one > place), None),
            must_be_in(child, place, talks[child.child_id], slots, ends),
        )
        for child in by_need
        if not slots[place].takes(child.child_id)
    )

"""The agenda of some sessions, with what becomes of the cycle by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight_tui.practice.agenda.limits import must_be_in, passes
from oversight_tui.practice.agenda.placing import Talks, placed
from oversight_tui.practice.agenda.saying import cycle_of
from oversight_tui.practice.agenda.values import Agenda, AgendaItem, AgendaSession, Candidate, SessionSlot
from oversight_tui.practice.facts import Absence


def plan(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    minutes_per_child: int,
    today: date,
    until: date,
    away: Sequence[Absence] = (),
) -> Agenda:
    """The agenda of these sessions, in the order of their days; `until` is the day of the session after the last.

    A child has so many minutes wherever the session does not say otherwise. `away` are the worker's absences: a session
    more, which might keep the cycle, is thought of on a day on which it can be.
    """
    slots = sorted(slots, key=lambda slot: slot.on)
    talks = placed(candidates, slots, until, minutes_per_child)
    missed = tuple(
        child
        for child in sorted(candidates, key=lambda child: child.need)
        if passes(child, talks[child.child_id], slots, until) is not None
    )
    sessions = tuple(
        AgendaSession(slot, _items(place, candidates, talks, slots, until, minutes_per_child))
        for place, slot in enumerate(slots)
    )
    cycle = cycle_of(candidates, slots, talks, missed, until, minutes_per_child, today, away)
    return Agenda(cycle, sessions, missed)


def _items(
    place: int, candidates: Sequence[Candidate], talks: Talks, slots: Sequence[SessionSlot], until: date, usual: int
) -> tuple[AgendaItem, ...]:
    """In the order of need, brothers and sisters one after the other."""
    there = sorted((child for child in candidates if place in talks[child.child_id]), key=lambda child: child.need)
    ordered: dict[Candidate, None] = {}
    for child in there:
        ordered[child] = None
        if child.family is not None:
            ordered |= dict.fromkeys(one for one in there if one.family == child.family)
    return tuple(
        AgendaItem(child, slots[place].each(usual), must_be_in(child, place, talks[child.child_id], slots, until))
        for child in ordered
    )

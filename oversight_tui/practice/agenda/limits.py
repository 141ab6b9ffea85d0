"""A child's limits held against the days of some sessions: when the child passes one, and how the child comes up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from oversight_tui.practice.agenda.rounds import Turns
from oversight_tui.practice.agenda.values import Candidate, SessionSlot


def passes(child: Candidate, talks: Iterable[int], slots: Sequence[SessionSlot], until: date) -> date | None:
    """The limit that a child passes first, with talks in these sessions and none before `until`; None for none.

    The limit of an urgent child is the first session where it is not sooner, also where the manager took the child off.
    """
    limit = _first_limit(child, slots)
    for place in sorted(talks):
        if limit is not None and slots[place].on > limit:
            return limit
        limit = child.due_after(slots[place].on)
    return limit if limit is not None and limit < until else None


def limit_at(child: Candidate, place: int, talks: Iterable[int], slots: Sequence[SessionSlot]) -> date | None:
    """The limit that runs when a session comes, after the talks in those before it; None where the child can wait."""
    before = max((one for one in talks if one < place), default=None)
    return _first_limit(child, slots) if before is None else child.due_after(slots[before].on)


def must_be_in(child: Candidate, place: int, talks: Iterable[int], slots: Sequence[SessionSlot], until: date) -> bool:
    """Whether a child who is left out of a session passes a limit before the next one that takes the child."""
    following = next((slot.on for slot in slots[place + 1 :] if slot.takes(child.child_id)), until)
    limit = limit_at(child, place, talks, slots)
    return limit is not None and limit < following


def turns_of(child: Candidate, slots: Sequence[SessionSlot], until: date) -> Turns:
    """How a child comes up again after a talk in each of the sessions.

    Where no session is in time for the next talk, the next session that takes the child is.
    """
    return Turns(
        tuple(_in_time(child, slots, until, child.due_after(slot.on), place) for place, slot in enumerate(slots)),
        added=frozenset(place for place, slot in enumerate(slots) if child.child_id in slot.added),
        dropped=frozenset(place for place, slot in enumerate(slots) if not slot.takes(child.child_id)),
    )


def first_turns(child: Candidate, slots: Sequence[SessionSlot], until: date) -> tuple[int, ...]:
    """The last session in time for a child's first talk; for one who cannot wait the first session that takes the
    child, then, where there is no room, the next ones in turn.
    """
    if cannot_wait(child, slots):
        return tuple(place for place, slot in enumerate(slots) if slot.takes(child.child_id))
    return (_in_time(child, slots, until, child.last_day, -1),)


def cannot_wait(child: Candidate, slots: Sequence[SessionSlot]) -> bool:
    """Whether a child comes before all others: urgent, or past the limit by being put off by hand."""
    following = next((slot for slot in slots if slot.takes(child.child_id)), None)
    if following is None:
        return False
    put_off = child.put_off or following is not slots[0]
    return child.urgent or (put_off and child.last_day is not None and child.last_day < following.on)


def _first_limit(child: Candidate, slots: Sequence[SessionSlot]) -> date | None:
    if child.urgent and slots:
        return min(child.last_day or slots[0].on, slots[0].on)
    return child.last_day


def _in_time(child: Candidate, slots: Sequence[SessionSlot], until: date, limit: date | None, after: int) -> int:
    """The last session after `after` that takes the child and is in time, the next one where none is; the number of
    the sessions where the child can wait.
    """
    if limit is None or limit >= until:
        return len(slots)
    to_come = [place for place in range(after + 1, len(slots)) if slots[place].takes(child.child_id)]
    in_time = [place for place in to_come if slots[place].on <= limit]
    return in_time[-1] if in_time else next(iter(to_come), len(slots))

"""Who comes in which session: whoever needs it most first, as long as nobody later passes a limit for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight_tui.practice.agenda.limits import cannot_wait, first_turns, turns_of
from oversight_tui.practice.agenda.rounds import Rounds, Turns
from oversight_tui.practice.agenda.values import Candidate, SessionSlot
from oversight_tui.practice.ids import ChildId

# The places of a child's talks among the sessions, by child.
Talks = dict[ChildId, list[int]]


def placed(candidates: Sequence[Candidate], slots: Sequence[SessionSlot], until: date, usual_minutes: int) -> Talks:
    """The talks about each child in these sessions, which are in the order of their days."""
    placing = _Placing(candidates, slots, until, usual_minutes)
    for at in range(len(slots)):
        placing.fill(at)
    return placing.talks


def all_come_in_time(
    candidates: Sequence[Candidate], slots: Sequence[SessionSlot], until: date, usual_minutes: int
) -> bool:
    """Whether everybody who can be reached in time at all is, and whoever cannot as soon as can be."""
    return _Placing(candidates, slots, until, usual_minutes).all_in_time


class _Placing:
    """Fills one session after the other. `_last` is the last session in time for each child's next talk."""

    def __init__(
        self, candidates: Sequence[Candidate], slots: Sequence[SessionSlot], until: date, usual_minutes: int
    ) -> None:
        self.talks: Talks = {child.child_id: [] for child in candidates}
        self._children = sorted(candidates, key=lambda child: child.need)
        self._cannot_wait = {child.child_id for child in candidates if cannot_wait(child, slots)}
        self._turns = {child.child_id: turns_of(child, slots, until) for child in candidates}
        self._none = len(slots)
        self._once = (self._none,) * self._none
        added = [sum(at in turns.added for turns in self._turns.values()) for at in range(self._none)]
        rooms = [max(0, slot.places(usual_minutes) - there) for slot, there in zip(slots, added, strict=True)]
        self._rounds = Rounds(rooms)
        self._wishes = {child.child_id: first_turns(child, slots, until) for child in candidates}
        self._last = {child_id: wishes[0] for child_id, wishes in self._wishes.items()}
        self._used = dict(self._turns)
        self.all_in_time = self._comes_out_before(0)
        if not self.all_in_time:
            self._choose()

    def _choose(self) -> None:
        """Not everybody can be reached in time: those who can, whoever needs it most first.

        Of who cannot be reached again and again the next talk at least is kept in time. Who cannot wait comes once,
        as soon as there is room, before anybody comes again or anybody else comes at all.
        """
        self._last = dict.fromkeys(self._last, self._none)
        for child in self._children:
            key = child.child_id
            self._used[key] = self._turns[key].__replace__(again=self._once)
            if key in self._cannot_wait:
                self._take_first_way(key, [(wish, self._used[key]) for wish in self._wishes[key]])
        for child in self._children:
            key = child.child_id
            known = self._turns[key]
            wishes = (self._last[key],) if key in self._cannot_wait else self._wishes[key]
            self._take_first_way(key, [(wish, turns) for wish in wishes for turns in (known, self._used[key])])

    def _take_first_way(self, key: ChildId, ways: Sequence[tuple[int, Turns]]) -> None:
        """The first of some ways to reach a child, as (last session in time, how the child comes up), that harms no
        other; none where there is no such way.
        """
        before = self._used[key]
        for self._last[key], self._used[key] in ways:
            if self._comes_out_before(0):
                return
        self._last[key], self._used[key] = self._none, before

    def fill(self, at: int) -> None:
        """Who is on it whatever comes, who must be, then whoever needs it most and can be without harm to others."""
        here: set[ChildId] = set()
        for child in self._children:
            if at in self._turns[child.child_id].added:
                self._talk(child.child_id, at, here)
        room = self._rounds.rooms[at]
        for child in self._children:
            if self._last[child.child_id] == at and room and child.child_id not in here:
                self._talk(child.child_id, at, here)
                room -= 1
        for child in sorted(self._children, key=lambda child: not self._was_put_off(child, at)):
            waits = not self.talks[child.child_id] or self._was_put_off(child, at)
            if room and waits and child.child_id not in here and self._can_take(child.child_id, at, room, here):
                room -= 1
        coming_up = sorted(self._children, key=lambda child: self._last[child.child_id])
        for child in coming_up:
            if not room or self._comes_out_before(at + 1):
                break
            if child.child_id not in here and self._can_take(child.child_id, at, room, here):
                room -= 1

    def _was_put_off(self, child: Candidate, at: int) -> bool:
        """Whether the child was taken off a session by hand and not talked about since, when a session comes."""
        talks, dropped = self.talks[child.child_id], self._turns[child.child_id].dropped
        last = max(talks, default=-1)
        return (child.put_off and last < 0) or any(last < one < at for one in dropped)

    def _can_take(self, child_id: ChildId, at: int, room: int, here: set[ChildId]) -> bool:
        """Take the child into a session, where everybody who can be reached in time still can be after it."""
        turns = self._turns[child_id]
        if at in turns.dropped:
            return False
        before, used = self._last[child_id], self._used[child_id]
        for to_use in dict.fromkeys((turns, used)):
            self._last[child_id], self._used[child_id] = to_use.again[at], to_use
            if self._rounds.come_out(self._waiting(), at, room - 1):
                self.talks[child_id].append(at)
                here.add(child_id)
                return True
        self._last[child_id], self._used[child_id] = before, used
        return False

    def _talk(self, child_id: ChildId, at: int, here: set[ChildId]) -> None:
        self.talks[child_id].append(at)
        self._last[child_id] = self._used[child_id].again[at]
        here.add(child_id)

    def _comes_out_before(self, at: int) -> bool:
        """Whether everybody is reached in time from the beginning of a session on."""
        if at >= self._none:
            return all(last >= self._none for last in self._last.values())
        there = {key: self._used[key].again[at] for key in self._last if at in self._turns[key].added}
        return self._rounds.come_out(self._waiting(there), at, self._rounds.rooms[at])

    def _waiting(self, there: dict[ChildId, int] | None = None) -> dict[Turns, list[int]]:
        waiting: dict[Turns, list[int]] = {}
        for child_id, last in {**self._last, **(there or {})}.items():
            if last < self._none:
                waiting.setdefault(self._used[child_id], []).append(last)
        return waiting

"""Which children a worker's next sessions take, in what order and why, and whether the cycle can be kept at all.

Every child gets a turn within the cycle (the child's limit), and attention goes by risk (CYP Now, 24 June 2019).
Each child takes as long as any other and has a last session in which the cycle is still kept: a schedule of equal
tasks with deadlines. Of all sets of children whose deadlines can be met, taking them by their points and leaving out
who does not fit gives one that is largest in number and in points at once.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import Factor
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.words.dates import count, short_day


class Candidate(Struct, frozen=True):
    """A child who may be on an agenda.

    `last_day` is the last day on which the cycle is kept, None where the child can wait for any session. `because` are
    the named reasons; their sum says how much the child needs the talk. `family` keeps brothers and sisters together.
    """

    child_id: ChildId
    reference: str
    last_day: date | None
    because: tuple[Factor, ...]
    family: str | None = None
    open_actions: int = 0
    open_worries: int = 0

    @property
    def points(self) -> float:
        """The sum of the reasons."""
        return sum(one.points for one in self.because)


class SessionSlot(Struct, frozen=True):
    """A session to come: its day, its minutes, and who is on it whatever comes (`added`) or not at all (`dropped`)."""

    on: date
    minutes: int
    added: frozenset[ChildId] = frozenset()
    dropped: frozenset[ChildId] = frozenset()
    plan_id: EntryId | None = None


class AgendaItem(Struct, frozen=True):
    """A child on an agenda. `must`: left out of this session, the child misses the cycle."""

    child: Candidate
    minutes: int
    must: bool


class AgendaSession(Struct, frozen=True):
    """One session with its children, in the order in which they are to be talked about."""

    slot: SessionSlot
    items: tuple[AgendaItem, ...]


class Cycle(Struct, frozen=True):
    """Whether the sessions reach every child in time; `short_by` children are not reached."""

    sessions: int
    kept: bool
    short_by: int
    says: str


class Agenda(Struct, frozen=True):
    """The plan for a worker's next sessions, and who is not reached."""

    cycle: Cycle
    sessions: tuple[AgendaSession, ...]
    not_reached: tuple[Candidate, ...]


def plan(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    minutes_per_child: int,
    today: date,
    until: date | None = None,
) -> Agenda:
    """The agenda of these sessions, in the order of their days.

    `until` is the day of the session after the last of them: a child whose cycle ends before it has to be reached in
    these. Who should have been talked about already belongs into the first. Who cannot be reached in time is reached
    late where there is room.
    """
    slots = sorted(slots, key=lambda slot: slot.on)
    rooms = [max(0, slot.minutes // max(1, minutes_per_child)) for slot in slots]
    fixed: list[list[Candidate]] = [[] for _ in slots]
    free = []
    for child in sorted(candidates, key=_by_need):
        place = next((at for at, slot in enumerate(slots) if child.child_id in slot.added), None)
        if place is not None:
            fixed[place].append(child)
        else:
            free.append(child)
    left = [max(0, room - len(held)) for room, held in zip(rooms, fixed, strict=True)]
    lasts = {child.child_id: _last_session(child, slots, until) for child in candidates}
    fitting = _that_fit(free, lasts, left)
    ends = {child.child_id: lasts[child.child_id] if child in fitting else len(slots) for child in free}
    placed = [[*held, *some] for held, some in zip(fixed, _placed(free, ends, left, slots), strict=True)]
    reached = {child.child_id: at for at, session in enumerate(placed) for child in session}
    short = [
        child
        for child in sorted(candidates, key=_by_need)
        if lasts[child.child_id] < len(slots) and reached.get(child.child_id, len(slots)) > lasts[child.child_id]
    ]
    sessions = tuple(
        AgendaSession(slot, _items(at, session, lasts, minutes_per_child))
        for at, (slot, session) in enumerate(zip(slots, placed, strict=True))
    )
    return Agenda(_cycle(candidates, slots, rooms, short, len(reached), today), sessions, tuple(short))


def _by_need(child: Candidate) -> tuple[float, date, str]:
    return -child.points, child.last_day or date.max, child.reference


def _last_session(child: Candidate, slots: Sequence[SessionSlot], until: date | None) -> int:
    """The place of the last session in which the cycle is kept; the number of sessions where the child can wait."""
    if child.last_day is None or (until is not None and child.last_day >= until):
        return len(slots)
    in_time = [at for at, slot in enumerate(slots) if slot.on <= child.last_day]
    if until is None and slots and len(in_time) == len(slots):
        return len(slots)
    return in_time[-1] if in_time else 0


def _that_fit(children: Iterable[Candidate], lasts: dict[ChildId, int], rooms: Sequence[int]) -> set[Candidate]:
    """The children with a deadline whom the sessions can take in time, chosen by need."""
    until = [sum(rooms[: at + 1]) for at in range(len(rooms))]
    used = [0] * len(rooms)  # how many of those chosen have to be reached by each session
    fitting = set()
    for child in children:
        last = lasts[child.child_id]
        if last < len(rooms) and all(used[at] < until[at] for at in range(last, len(rooms))):
            fitting.add(child)
            for at in range(last, len(rooms)):
                used[at] += 1
    return fitting


def _placed(
    children: Sequence[Candidate], lasts: dict[ChildId, int], rooms: Sequence[int], slots: Sequence[SessionSlot]
) -> list[list[Candidate]]:
    """Who comes in which session: at each place whoever needs it most, as long as nobody later misses the cycle."""
    ends = len(rooms) + 1
    heaps: list[list[tuple[float, date, str, int]]] = [[] for _ in range(ends)]
    for number, child in enumerate(children):
        heapq.heappush(heaps[lasts[child.child_id]], (*_by_need(child), number))
    placed: list[list[Candidate]] = []
    for at, room in enumerate(rooms):
        here: list[Candidate] = []
        set_aside: list[tuple[int, tuple[float, date, str, int]]] = []
        for place in range(room):
            limit = _must_be_by(heaps, rooms, at, place)
            found = min(((heap[0], last) for last, heap in enumerate(heaps[: limit + 1]) if heap), default=None)
            while found is not None and children[found[0][3]].child_id in slots[at].dropped:
                set_aside.append((found[1], heapq.heappop(heaps[found[1]])))
                limit = _must_be_by(heaps, rooms, at, place)
                found = min(((heap[0], last) for last, heap in enumerate(heaps[: limit + 1]) if heap), default=None)
            if found is None:
                break
            heapq.heappop(heaps[found[1]])
            here.append(children[found[0][3]])
        for last, entry in set_aside:
            heapq.heappush(heaps[min(max(last, at + 1), ends - 1)], entry)
        placed.append(here)
    return placed


def _must_be_by(heaps: Sequence[Sequence[object]], rooms: Sequence[int], at: int, place: int) -> int:
    """The nearest session by which every place left is needed; beyond the last where there is room to spare."""
    waiting = sum(len(heap) for heap in heaps[:at])
    places = -place
    for last in range(at, len(rooms)):
        waiting += len(heaps[last])
        places += rooms[last]
        if waiting >= places:
            return last
    return len(rooms)


def _items(at: int, children: Sequence[Candidate], lasts: dict[ChildId, int], minutes: int) -> tuple[AgendaItem, ...]:
    """In the order of need, brothers and sisters one after the other."""
    ordered: list[Candidate] = []
    for child in sorted(children, key=_by_need):
        if child in ordered:
            continue
        ordered.append(child)
        if child.family is not None:
            ordered += [one for one in sorted(children, key=_by_need) if one.family == child.family and one != child]
    return tuple(AgendaItem(child, minutes, lasts.get(child.child_id, at) <= at) for child in ordered)


_ALL_REACHED = "every child is reached in time"


def _cycle(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    rooms: Sequence[int],
    short: Sequence[Candidate],
    reached: int,
    today: date,
) -> Cycle:
    have = f"{count(len(candidates), 'child', 'children')}, {_sessions(slots)}"
    if not short:
        later = len(candidates) - reached
        waits = f"no child misses the cycle, {later} can wait for a later session" if later else _ALL_REACHED
        return Cycle(len(slots), True, 0, f"{have}: {waits}.")
    room = max(rooms, default=0)
    missed = f"{len(short)} will not be reached in time"
    if not room:
        return Cycle(len(slots), False, len(short), f"{have}: {missed}; no child fits into so few minutes.")
    more = -(-len(short) // room)
    days = [child.last_day for child in short if child.last_day is not None and child.last_day >= today]
    before = f" by {short_day(min(days), today)}" if days else " at once"
    keeps = f"{count(more, 'more session')}{before} {'keeps' if more == 1 else 'keep'} it"
    return Cycle(len(slots), False, len(short), f"{have}: {missed}; {keeps}.")


def _sessions(slots: Sequence[SessionSlot]) -> str:
    lengths = {slot.minutes for slot in slots}
    of = f" of {next(iter(lengths))} minutes" if len(lengths) == 1 else ""
    return f"{count(len(slots), 'session')}{of}"

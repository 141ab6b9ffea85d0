"""Whether sessions with so many places can take every child in time, again and again where a child comes up again.

It knows places, numbers and no names: session 0 is the first, `len(rooms)` stands for "none of these". Each child takes
one place of a session whichever it is, and has a last session in time; a talk in a session gives the next one. Who
comes up once is a schedule of equal tasks with deadlines, for which the earliest deadline first is exact. Who comes up
again is not: a talk held early is due again early. So the ways that can still come out are tried, the earliest
deadline first, children who come up alike as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

# How many states are looked at before no way counts as found: far beyond what the sessions of half a year ask for.
MOST_STATES = 20_000


class Turns(Struct, frozen=True, cache_hash=True):
    """How a child comes up: after a talk in each session the last one in time for the next talk; the sessions whose
    agenda holds the child whatever comes (`added`), and those that do not take the child (`dropped`).
    """

    again: tuple[int, ...]
    added: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()


# By how they come up, the last session in time of each child who has to be reached, earliest first.
Waiting = Mapping[Turns, Sequence[int]]


class Rounds:
    """The places of some sessions that are free for whoever is not on them whatever comes."""

    def __init__(self, rooms: Sequence[int]) -> None:
        self.rooms = tuple(rooms)
        self._late: dict[tuple[Turns, int], tuple[int, ...]] = {}
        self._no_way: set[tuple[object, ...]] = set()
        self._states = 0

    def come_out(self, waiting: Waiting, at: int, room: int) -> bool:
        """Whether everybody who waits can be reached in time, with `room` places left in session `at` and all of those
        after it.
        """
        self._no_way.clear()
        self._states = 0
        return self._come_out(_sorted(waiting, len(self.rooms)), at, room)

    def _come_out(self, waiting: Waiting, at: int, room: int) -> bool:
        if not waiting:
            return True
        if not self._enough_places(waiting, at, room):
            return False
        if all(not (turns.dropped or turns.added) and turns.again[at] >= len(self.rooms) for turns in waiting):
            return True  # each comes up once, and places up to each deadline are all that is asked for
        state = (at, room, frozenset((turns, tuple(lasts)) for turns, lasts in waiting.items()))
        if state in self._no_way or self._states >= MOST_STATES:
            return False
        self._states += 1
        if any(
            self._come_out(self._into(after, at + 1), at + 1, self._room(at + 1)) for after in _ways(waiting, at, room)
        ):
            return True
        self._no_way.add(state)
        return False

    def _room(self, at: int) -> int:
        return self.rooms[at] if at < len(self.rooms) else 0

    def _into(self, waiting: Waiting, at: int) -> Waiting:
        """Those who wait when a session begins: who is on it whatever comes has been talked about."""
        if not any(at in turns.added for turns in waiting):
            return waiting
        none = len(self.rooms)
        return _sorted(
            {
                turns: [max(last, turns.again[at]) for last in lasts] if at in turns.added else lasts
                for turns, lasts in waiting.items()
            },
            none,
        )

    def _enough_places(self, waiting: Waiting, at: int, room: int) -> bool:
        """Whether up to each session there are places for all that has to be said by then at the latest."""
        needed = [0] * len(self.rooms)
        for turns, lasts in waiting.items():
            for last in lasts:
                if last < at:
                    return False
                for place in self._as_late_as_can_be(turns, at, last):
                    needed[place] += 1
        free = room
        for place in range(at, len(self.rooms)):
            free += self.rooms[place] if place > at else 0
            free -= needed[place]
            if free < 0:
                return False
        return True

    def _as_late_as_can_be(self, turns: Turns, at: int, last: int) -> tuple[int, ...]:
        """The sessions of a child's talks where each waits for the last one in time."""
        if turns.added:
            return self._past_added(turns, at, last)
        known = self._late.get((turns, last))
        if known is None:
            known = self._late[turns, last] = self._past_added(turns, at, last)
        return known

    def _past_added(self, turns: Turns, at: int, last: int) -> tuple[int, ...]:
        found, after = [], at
        while last < len(self.rooms):
            free = next((place for place in sorted(turns.added) if after < place <= last), None)
            if free is None:
                found.append(last)
            after = last if free is None else free
            last = max(last if free is not None else 0, turns.again[after])
        return tuple(found)


def _sorted(waiting: Waiting, none: int) -> Waiting:
    found = {turns: tuple(sorted(last for last in lasts if last < none)) for turns, lasts in waiting.items()}
    return {turns: lasts for turns, lasts in found.items() if lasts}


def _ways(waiting: Waiting, at: int, room: int) -> Iterator[Waiting]:
    """Who may still wait after session `at`, for each choice of whom it takes: the earliest deadlines first."""
    must = {turns: sum(last == at for last in lasts) for turns, lasts in waiting.items()}
    room -= sum(must.values())
    if room < 0:
        return
    may = {
        turns: sum(at < last < turns.again[at] for last in lasts) if at not in turns.dropped else 0
        for turns, lasts in waiting.items()
    }
    kinds = list(waiting)
    room = min(room, sum(may.values()))
    nearest = sorted(
        (last, -turns.again[at], number)
        for number, turns in enumerate(kinds)
        for last in waiting[turns][must[turns] : must[turns] + may[turns]]
    )[:room]
    first = tuple(sum(number == one for _, _, one in nearest) for number in range(len(kinds)))
    yield _after(waiting, kinds, must, first, at)
    for chosen in _shared(room, [may[turns] for turns in kinds]):
        if chosen != first:
            yield _after(waiting, kinds, must, chosen, at)


def _after(
    waiting: Waiting, kinds: Sequence[Turns], must: Mapping[Turns, int], chosen: Sequence[int], at: int
) -> Waiting:
    found = {}
    for turns, more in zip(kinds, chosen, strict=True):
        talked = must[turns] + more
        lasts = tuple(sorted((*waiting[turns][talked:], *[turns.again[at]] * talked)))
        left = tuple(last for last in lasts if last < len(turns.again))
        if left:
            found[turns] = left
    return found


def _shared(places: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to share so many places among kinds of which each takes no more than its most."""
    if not most:
        if not places:
            yield ()
        return
    for here in range(min(places, most[0]), max(0, places - sum(most[1:])) - 1, -1):
        for others in _shared(places - here, most[1:]):
            yield (here, *others)

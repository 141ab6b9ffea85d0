"""A child who may be on an agenda, a session to come, and the plan that is made of them, as plain values."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import Factor
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.possible_days import NotHere


class Candidate(Struct, frozen=True):
    """A child who may be on an agenda.

    `last_day` is the last day on which the cycle is kept, None where the child can wait for any session; `again` is how
    long the next talk can wait after one, None where one is enough. `because` are the named reasons; their sum says how
    much the child needs the talk. An `urgent` one belongs into the first session; one who was `put_off`, taken off the
    last session by hand, comes before all who can wait. `family` keeps brothers and sisters together.
    """

    child_id: ChildId
    reference: str
    last_day: date | None
    because: tuple[Factor, ...]
    family: str | None = None
    open_actions: int = 0
    open_worries: int = 0
    again: Interval | None = None
    urgent: bool = False
    put_off: bool = False

    @property
    def points(self) -> float:
        """The sum of the reasons."""
        return sum(one.points for one in self.because)

    @property
    def need(self) -> tuple[bool, float, date, str]:
        """What puts one child before another: the urgent first, then by points, then who is due sooner."""
        return not self.urgent, -self.points, self.last_day or date.max, self.reference

    def due_after(self, talk: date) -> date | None:
        """The last day for the next talk after one; None where one is enough."""
        return self.again.after(talk) if self.again is not None else None


class SessionSlot(Struct, frozen=True):
    """A session to come: its day, its minutes, and who is on it whatever comes (`added`) or not at all (`dropped`).

    `children` is how many its minutes are shared among, where the manager says so.
    """

    on: date
    minutes: int
    added: frozenset[ChildId] = frozenset()
    dropped: frozenset[ChildId] = frozenset()
    plan_id: EntryId | None = None
    children: int | None = None

    def each(self, usual: int) -> int:
        """The minutes for each child, where usually a child gets so many."""
        return self.minutes // self.children if self.children else usual

    def places(self, usual: int) -> int:
        """How many children it has room for, where each usually gets so many minutes."""
        return self.children if self.children else max(0, self.minutes // max(1, usual))

    def takes(self, child_id: ChildId) -> bool:
        """Whether the manager has not taken the child off it."""
        return child_id in self.added or child_id not in self.dropped


class AgendaItem(Struct, frozen=True):
    """A child on an agenda. `must`: left out of this session, the child misses the cycle."""

    child: Candidate
    minutes: int
    must: bool


class PutOff(Struct, frozen=True):
    """A child taken off a session by hand: the limit that runs then, and the day of the session `to` which the talk is
    put off, None where it is none of these. `must`: by that the child misses the cycle.
    """

    child: Candidate
    limit: date | None
    to: date | None
    must: bool


_NEXT = 2  # sessions that are told of though nobody is left for them


class AgendaSession(Struct, frozen=True):
    """One session with its children, in the order in which they are to be talked about, and who was taken off it."""

    slot: SessionSlot
    items: tuple[AgendaItem, ...]
    put_off: tuple[PutOff, ...] = ()


class FallsOut(Struct, frozen=True):
    """A session that is planned for a day on which the worker is not here: it will not be held, and counts as none."""

    on: date
    why: NotHere


class Cycle(Struct, frozen=True):
    """Whether by these sessions no child passes their limit; `short_by` children do."""

    sessions: int
    kept: bool
    short_by: int
    says: str


class Agenda(Struct, frozen=True):
    """The plan for a worker's next sessions, and who misses the cycle by it: late already, late then, or left out.

    `fall_out` are sessions that are planned and will not be held.
    """

    cycle: Cycle
    sessions: tuple[AgendaSession, ...]
    missed: tuple[Candidate, ...]
    fall_out: tuple[FallsOut, ...] = ()

    @property
    def told(self) -> tuple[AgendaSession, ...]:
        """The sessions of which there is something to say: the next two, and of the others those that are planned, take
        a child or had one taken off.
        """
        return tuple(
            one
            for place, one in enumerate(self.sessions)
            if place < _NEXT or one.items or one.put_off or one.slot.plan_id is not None
        )

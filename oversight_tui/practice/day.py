"""The brief of a morning, worker by worker: who is on duty, what is booked and when, what is due, who is away and back
when, and what nobody has yet.

Nothing of anybody's supervision is on it but the time of a session: it is made to be shared on a wall or in a call.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.board import Board, ChildRow, WorkerRow
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.facts import DutyTurn, OpenItem
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.same_time import is_elsewhere
from oversight_tui.words.labels import BUCKET, words_for
from oversight_tui.words.text import match_key

AppointmentKind = Literal["visit", "meeting", "court", "other", "session", "handover"]
_DAY = timedelta(days=1)


class Appointment(Struct, frozen=True):
    """Something at a time of the day, None where none was said: what it is, with or about which child, where, who goes.

    `minutes` is how long it takes, where that was said. `needs_somebody`: who goes is not here today. `stands_in` is
    who does instead, unless somebody else is told to, or they have something else then. `with_worker` is whom they
    supervise in it, `held` that a session has been. A child is handed over to `with_worker`, or where `text` says.
    """

    entry_id: EntryId
    kind: AppointmentKind
    at: str | None
    minutes: int | None
    text: str
    child_id: ChildId | None
    child: str | None
    place: str | None
    who: str | None
    needs_somebody: bool = False
    stands_in: str | None = None
    stand_in_is_elsewhere: bool = False
    with_worker: str | None = None
    held: bool = False

    @property
    def nobody_goes(self) -> bool:
        """Whether somebody is still to be found who goes."""
        return self.needs_somebody and (self.stands_in is None or self.stand_in_is_elsewhere)


class DueToday(Struct, frozen=True):
    """A report or another piece of work that is due today, or was: about which child, from whom, since when."""

    entry_id: EntryId
    text: str
    child_id: ChildId | None
    child: str | None
    who: str | None
    due_on: date


class WorkerDay(Struct, frozen=True):
    """One worker's day. `away` says that they are not here, `back_on` is the working day on which they are, None where
    that is not known; `covered_by` who sees to their children.
    """

    worker_id: WorkerId
    name: str
    on_duty: bool
    away: bool
    back_on: date | None
    covered_by: str | None
    appointments: tuple[Appointment, ...]
    due: tuple[DueToday, ...]


class Turn(Struct, frozen=True):
    """Who is on duty, from when to when, both days included."""

    worker: str
    first: date
    last: date


class Arrival(Struct, frozen=True):
    """A referral that is not decided yet."""

    entry_id: EntryId
    child_id: ChildId | None
    child: str | None
    came_on: date | None
    at: str | None
    for_its_day: bool


class Day(Struct, frozen=True):
    """The brief. `duty` are the turns of this week; `elsewhere` what is booked for somebody who is nobody of the team,
    and `due_elsewhere` what is due from such a one. `waiting`, `on_duty` and `held_by_manager` count children whom no
    worker holds.
    """

    on: date
    teams: tuple[str, ...]
    duty: tuple[Turn, ...]
    workers: tuple[WorkerDay, ...]
    elsewhere: tuple[Appointment, ...]
    due_elsewhere: tuple[DueToday, ...]
    arrivals: tuple[Arrival, ...]
    waiting: int
    on_duty: int
    held_by_manager: int

    @property
    def on_duty_today(self) -> tuple[str, ...]:
        """The names of who is on duty today."""
        return tuple(dict.fromkeys(turn.worker for turn in self.duty if turn.first <= self.on <= turn.last))

    @property
    def booked(self) -> int:
        """How much is booked and planned: what stands with two people once."""
        rows = (*(one for row in self.workers for one in row.appointments), *self.elsewhere)
        return len({one.entry_id for one in rows})

    @property
    def to_go_to(self) -> tuple[Appointment, ...]:
        """What is booked for today and nobody has yet."""
        return tuple(one for row in self.workers for one in row.appointments if one.nobody_goes)


def day_of(board: Board) -> Day:
    """The brief of a board's day."""
    booked = _grouped(board, _bookings(board))
    due = defaultdict[WorkerId | None, list[DueToday]](list)
    for item in board.open_items:
        if item.kind == "work_due" and item.due_on is not None and item.due_on <= board.as_of:
            due[_known(board, item.owner_id)].append(_due(board, item))
    workers = tuple(_worker(board, row, booked, due) for row in board.everybody if _is_shown(board, row, booked))
    return Day(
        on=board.as_of,
        teams=board.teams,
        duty=tuple(_turns(board)),
        workers=workers,
        elsewhere=tuple(booked.get(None, ())),
        due_elsewhere=tuple(due.get(None, ())),
        arrivals=tuple(_arrival(board, item) for item in board.open_items if item.kind == "referral"),
        waiting=board.counts.waiting,
        on_duty=board.counts.on_duty,
        held_by_manager=board.counts.held_by_manager,
    )


def _worker(
    board: Board,
    row: WorkerRow,
    booked: Mapping[WorkerId | None, Sequence[Appointment]],
    due: Mapping[WorkerId | None, Sequence[DueToday]],
) -> WorkerDay:
    turns = (turn for turn in board.duty if turn.worker_id == row.worker.id)
    return WorkerDay(
        worker_id=row.worker.id,
        name=row.worker.name,
        on_duty=any(turn.first_day <= board.as_of <= turn.last_day for turn in turns),
        away=not _is_here(board, row),
        back_on=_back_on(row),
        covered_by=row.covered_by,
        appointments=tuple(booked.get(row.worker.id, ())),
        due=tuple(due.get(row.worker.id, ())),
    )


def _is_here(board: Board, row: WorkerRow) -> bool:
    return row.absence is None and row.worker.has_begun(board.as_of) and not row.worker.has_left(board.as_of)


def _is_shown(board: Board, row: WorkerRow, booked: Mapping[WorkerId | None, Sequence[Appointment]]) -> bool:
    """Whether a worker is of the day: not who has left, or is still to come, unless something is booked for them."""
    here = row.worker.has_begun(board.as_of) and not row.worker.has_left(board.as_of)
    return here or row.worker.id in booked


def _back_on(row: WorkerRow) -> date | None:
    """The first working day after an absence; None where no end is known, or nobody is away."""
    if row.absence is None or row.absence.last_day is None:
        return row.worker.starts if row.absence is None else None
    day = row.absence.last_day + _DAY
    while not is_working_day(day):
        day += _DAY
    return day


def _bookings(board: Board) -> Iterator[tuple[WorkerId | None, Appointment]]:
    """What is booked for today and the sessions of today, each with who goes."""
    for item in board.open_items:
        if item.kind == "booking" and item.due_on == board.as_of:
            yield _known(board, item.owner_id), _appointment(board, item)
    for item in board.planned:
        if item.due_on == board.as_of and item.worker_id is not None:
            one = Appointment(item.id, "session", item.at, item.minutes, "", None, None, None, None)
            yield from _both_in(board, one, item.worker_id, item.owner)
    for held in board.diary.sessions:
        if held.held_on == board.as_of and not held.opening:
            one = Appointment(held.id, "session", held.at, held.minutes, "", None, None, None, None)
            yield from _both_in(board, one.__replace__(held=not held.under_way), held.worker_id, held.supervisor)
    for item in board.open_items:
        if item.kind == "handover_planned" and item.due_on == board.as_of:
            yield from _handover(board, item)


def _both_in(
    board: Board, session: Appointment, supervised: WorkerId, leader: str | None
) -> Iterator[tuple[WorkerId, Appointment]]:
    """A session with whom is supervised and with whom supervises: the manager, where nobody is named."""
    yield supervised, session
    manager = board.manager
    name = leader or (manager.manager.name if manager is not None else "")
    row, theirs = board.worker_row(supervised), match_key(name)
    leads = next((one for one in board.everybody if match_key(one.worker.name) == theirs), None)
    if leads is not None and row is not None and leads.worker.id != supervised:
        yield leads.worker.id, session.__replace__(with_worker=row.worker.name)


def _handover(board: Board, item: OpenItem) -> Iterator[tuple[WorkerId | None, Appointment]]:
    """A child who is to be handed over, with whom they leave and with whom they come to."""
    child, to = _child(board, item), board.worker_row(item.owner_id)
    held = child.child.worker_id if child is not None else None
    into = "" if to is not None else f"to {words_for(BUCKET, item.who, 'another team')}"
    reference = child.child.reference if child is not None else None
    one = Appointment(item.id, "handover", item.at, None, into, item.child_id, reference, None, None)
    one = one.__replace__(with_worker=to.worker.name if to is not None else None)
    for who in dict.fromkeys((_known(board, held), to.worker.id if to is not None else None)):
        if who is not None:
            yield who, one


def _known(board: Board, worker: WorkerId | None) -> WorkerId | None:
    """The worker, where the board has them."""
    return worker if board.worker_row(worker) is not None else None


def _appointment(board: Board, item: OpenItem) -> Appointment:
    goes, row = board.worker_row(item.owner_id), _child(board, item)
    missing = goes is not None and not _is_here(board, goes)
    stands_in = goes.covered_by if goes is not None and missing else None
    people = (one.worker for one in board.everybody)
    kind: BookingKind = _KINDS.get(item.which or "", "other")
    return Appointment(
        entry_id=item.id,
        kind=kind,
        at=item.at,
        minutes=item.minutes,
        text=item.shown,
        child_id=item.child_id,
        child=row.child.reference if row is not None else None,
        place=item.place,
        who=item.who,
        needs_somebody=missing,
        stands_in=stands_in,
        stand_in_is_elsewhere=stands_in is not None and is_elsewhere(stands_in, item, board.open_items, people),
    )


_KINDS: Mapping[str, BookingKind] = {"visit": "visit", "meeting": "meeting", "court": "court", "other": "other"}


def _child(board: Board, item: OpenItem) -> ChildRow | None:
    return board.child_row(item.child_id)


def _due(board: Board, item: OpenItem) -> DueToday:
    row = _child(board, item)
    reference = row.child.reference if row is not None else None
    assert item.due_on is not None
    return DueToday(item.id, item.shown, item.child_id, reference, item.who, item.due_on)


def _arrival(board: Board, item: OpenItem) -> Arrival:
    row = _child(board, item)
    reference = row.child.reference if row is not None else None
    return Arrival(item.id, item.child_id, reference, item.since, item.at, item.which == "same_day")


def _grouped(
    board: Board, found: Iterable[tuple[WorkerId | None, Appointment]]
) -> Mapping[WorkerId | None, Sequence[Appointment]]:
    """What is booked by who goes, in the order of the day; what has no time comes last."""
    grouped: dict[WorkerId | None, list[Appointment]] = defaultdict(list)
    for who, one in sorted(found, key=lambda each: (each[1].at is None, each[1].at or "", each[1].entry_id)):
        grouped[who].append(one)
    return grouped


def _turns(board: Board) -> Iterator[Turn]:
    """The turns on duty that touch this week, from its Monday to its Sunday."""
    monday = board.as_of - board.as_of.weekday() * _DAY
    for turn in board.duty:
        row = board.worker_row(turn.worker_id)
        if row is not None and _touches(turn, monday, monday + 6 * _DAY):
            yield Turn(row.worker.name, turn.first_day, turn.last_day)


def _touches(turn: DutyTurn, first: date, last: date) -> bool:
    return turn.first_day <= last and turn.last_day >= first

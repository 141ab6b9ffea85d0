"""The morning board as one frozen value: every pane, command and report is drawn from it.

It holds facts together with what the rules say of them on one day, and no words for a screen.
`oversight_tui.practice.morning.build_board` makes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from msgspec import Struct

from oversight_tui.practice.attention_kinds import AttentionKind as AttentionKind
from oversight_tui.practice.facts import Absence, Child, DutyTurn, Manager, OpenItem, OpenKind, Session, Setting, Worker
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId, under
from oversight_tui.practice.possible_days import NotHere
from oversight_tui.practice.said import Said
from oversight_tui.practice.then import Then
from oversight_tui.words.lacking import Lacking

# What somebody goes to, writes or takes over, who need not be the child's worker.
_GONE_TO: frozenset[OpenKind] = frozenset({"booking", "work_due", "handover_planned"})
Key = TypeVar("Key")
Row = TypeVar("Row")

ClockState = Literal["never", "in_time", "due", "overdue", "paused"]
AttentionState = Literal["overdue", "due", "never", "open"]
TalkState = Literal["open", "held", "not_on_file"]
Tier = Literal["urgent", "in_order"]
# Where in the sentence a factor is said: of whom the row is, what it is, how late it is.
FactorPart = Literal["who", "what", "late"]


class Clock(Struct, frozen=True, gc=False):
    """Where one clock stands: a worker's supervision or a child's discussion.

    `last` is the day it was last set back, `days_since` whole days from then (never moved by absence).
    `ideal_by` and `limit_by` are the last days in time and within the limit. `days_over` is days past
    `limit_by`, None until overdue. `lacking` is what is said where there is no `last`, and None where there is one.
    """

    state: ClockState
    last: date | None
    days_since: int | None
    ideal_by: date | None
    limit_by: date | None
    days_over: int | None
    lacking: Lacking | None = None


class Coverage(Struct, frozen=True, gc=False):
    """How many children stand in each state of the discussion clock; the four add up to `children`."""

    children: int
    in_time: int
    due: int
    overdue: int
    never: int


class Factor(Struct, frozen=True, gc=False):
    """One named reason for a place on the morning list, and the points it brings.

    `says` are its words in the sentence that says why the row is there, None where they are those of its name; empty
    where another factor says it. `part` is where in the sentence they stand.
    """

    factor: str
    points: float
    says: str | None = None
    part: FactorPart = "what"


class MissingCover(Struct, frozen=True, gc=False):
    """Who was to see to an absent worker's children, and why they do not."""

    by: str
    because: NotHere


class WorkerRow(Struct, frozen=True, gc=False):
    """One worker on the team pane. `absence` is the one that covers today, `away_since` the first day of being away
    without a break. `covered_by` is who sees to their children; where that one is not there, `missing_cover` says so.
    """

    worker: Worker
    children: int
    supervision: Clock
    coverage: Coverage
    worries_open: int
    actions_overdue: int
    absence: Absence | None
    newly_qualified: bool
    decided_today: bool
    covered_by: str | None = None
    missing_cover: MissingCover | None = None
    away_since: date | None = None


class ChildRow(Struct, frozen=True, gc=False):
    """One child on a caseload. `worker` is the worker's name, None where nobody holds the child; `worker_left` says
    that the worker has left and holds the child still.
    """

    child: Child
    worker: str | None
    discussion: Clock
    risk_used: str
    uncovered: bool
    worries_open: int
    actions_overdue: int
    decided_today: bool
    worker_left: bool = False


class WorryRow(Struct, frozen=True, gc=False):
    """One open worry, worst and latest first."""

    item: OpenItem
    child: Child | None
    worker: str | None
    state: AttentionState
    days_over: int | None


class ActionRow(Struct, frozen=True, gc=False):
    """One open action, late first. `worker` is the child's worker by name, or with no child the worker it is about.

    The owner stands in the item; `late_for` is for whom it is late.
    """

    item: OpenItem
    child: Child | None
    worker: str | None
    state: AttentionState
    days_over: int | None
    late_for: WorkerId | None = None

    def owner_besides(self, name: str) -> str | None:
        """Who owns it, where that is somebody else than who has this name; None too where it is about a worker."""
        return self.item.who if self.item.who != name and not self.item.behind_the_wall else None


class TalkRow(Struct, frozen=True, gc=False):
    """One discussion: `open` was asked for and not yet held, `held` took place today, `not_on_file` took place and is
    still to be put on the child's file (`working_days` ago), which waits for those in supervision too.
    """

    id: EntryId
    state: TalkState
    child: Child | None
    worker: str | None
    on: date | None
    at: str | None
    text: str
    decision: str | None
    working_days: int | None
    setting: Setting = "same_day"


class AttentionRow(Struct, frozen=True, gc=False):
    """One line of the morning list. `score` is the sum of the points of `because`; no score lifts it over its `tier`.

    `id` is the entry the row is about, None where the row is about a worker's or child's clock. `worker_id` and
    `child_id` are the store's ids, `worker` a name and `child` a reference. `reason` says in a sentence why it is
    there; it holds nothing that anybody typed. `due_on` is the last day in time; `days_over` whole days past it, None
    until overdue. `count` is the number of things one line stands for (children of `uncovered`, of `opening_dates`...),
    else None; `children` are whom a line about no one child stands for, where they are named nowhere else.
    `decided_today` says that a decision of today about its child or worker answers it, so that `n` passes
    over it. `owner` is who owns the worry or the action it is.
    """

    rank: int
    tier: Tier
    kind: AttentionKind
    state: AttentionState
    id: EntryId | None
    worker_id: WorkerId | None
    worker: str | None
    child_id: ChildId | None
    child: str | None
    summary: str
    reason: str
    due_on: date | None
    days_over: int | None
    score: float
    because: tuple[Factor, ...]
    decided_today: bool = False
    count: int | None = None
    children: tuple[ChildId, ...] = ()
    owner: str | None = None


class Counts(Struct, frozen=True, gc=False):
    """What the top line counts. `unallocated` are all children without a worker: `waiting` for one, held `on_duty`, and
    `held_by_manager`. `urgent` counts the rows of that tier of the morning list, in whatever state;
    `overdue`, `due` and `never` its rows in that state, of either tier.
    """

    workers: int
    children: int
    families: int | None
    unallocated: int
    urgent: int
    overdue: int
    due: int
    never: int
    waiting: int = 0
    on_duty: int = 0
    held_by_manager: int = 0

    def of_rows(self, attention: Iterable[AttentionRow]) -> Counts:
        """These counts with those of these rows of the morning list."""
        rows = tuple(attention)
        states = [row.state for row in rows]
        return self.__replace__(
            urgent=sum(row.tier == "urgent" for row in rows),
            overdue=states.count("overdue"),
            due=states.count("due"),
            never=states.count("never"),
        )


class Diary(Struct, frozen=True, gc=False):
    """Today: sessions planned or held today, and who is away."""

    sessions: tuple[Session, ...]
    away: tuple[Absence, ...]


class ManagerRow(Struct, frozen=True, gc=False):
    """The manager's own place: who, whether confirmed, and their own supervision.

    `row` is the manager as a worker who is supervised too, None where no worker of that name is known.
    """

    manager: Manager
    supervision: Clock
    row: WorkerRow | None = None


class StatutoryDate(Struct, frozen=True, gc=False):
    """A day that a statutory clock of a child reaches: `what` it is, and where the clock stands then."""

    child_id: ChildId
    on: date
    what: str
    text: str


class Board(Struct, frozen=True, dict=True):
    """A team on one morning.

    `teams` are the teams shown (all of them where `whole_authority`). `data_as_at` is the as-at date of
    the newest import that covers them, None where nothing was imported. `limits` are the policy's, for whoever asks
    what falls due later; `dates` are what no list carries, by child and kind; `closed` are children whom a list has
    closed and of whom something is open still: lines of the list, and in no caseload and no count of children. What
    `then` stands where something happened since: it is a day that has passed, as it is looked at now. `tried` counts,
    where that was read, the attempts to see each child whose visit is late since the child was seen last. What keys
    look up is put in order when it is first looked up, and kept, so that no key goes through a whole authority.
    """

    as_of: date
    teams: tuple[str, ...]
    whole_authority: bool
    data_as_at: date | None
    manager: ManagerRow | None
    counts: Counts
    workers: tuple[WorkerRow, ...]
    children: tuple[ChildRow, ...]
    worries: tuple[WorryRow, ...]
    talks: tuple[TalkRow, ...]
    attention: tuple[AttentionRow, ...]
    diary: Diary
    actions: tuple[ActionRow, ...] = ()
    planned: tuple[OpenItem, ...] = ()
    absences: tuple[Absence, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    closed: tuple[ChildRow, ...] = ()
    limits: Mapping[str, int] = {}
    dates: Mapping[ChildId, Said] = {}
    then: Then | None = None
    duty: tuple[DutyTurn, ...] = ()
    tried: Mapping[ChildId, int] = {}

    @cached_property
    def everybody(self) -> tuple[WorkerRow, ...]:
        """The workers and, last, the manager, who is supervised and away like any of them."""
        own = self.manager.row if self.manager is not None else None
        return self.workers if own is None else (*self.workers, own)

    def worker_row(self, worker_id: WorkerId | None) -> WorkerRow | None:
        """The row of the worker or manager with this id."""
        return under(self._workers_by_id, worker_id)

    def child_row(self, child_id: ChildId | None) -> ChildRow | None:
        """The row of the child with this id."""
        return under(self._children_by_id, child_id)

    def children_with(self, worker_id: WorkerId | None) -> Sequence[ChildRow]:
        """The children of a worker, of the manager those held by the manager; with no worker those no worker holds."""
        return self._children_by_worker.get(worker_id, ())

    def attention_to_entry(self, entry_id: EntryId | None) -> Sequence[AttentionRow]:
        """The lines of the morning list that are about an entry; with none, those that are about no entry."""
        return self._attention_by_entry.get(entry_id, ())

    def attention_to_child(self, child_id: ChildId | None) -> Sequence[AttentionRow]:
        """The lines of the morning list that are about a child; with none, those that are about no child."""
        return self._attention_by_child.get(child_id, ())

    def attention_of_worker(self, worker_id: WorkerId) -> Sequence[AttentionRow]:
        """The lines of the morning list about a worker, about a child of theirs, late for them as an owner, or of what
        is booked for them, due from them or coming to them.
        """
        return self._attention_by_worker.get(worker_id, ())

    def lacks_reason(self, entry_id: EntryId | None) -> bool:
        """Whether an entry is a decision whose reason is still to be said, also where its review is due."""
        return entry_id in self._without_reason

    def is_returned(self, entry_id: EntryId | None) -> bool:
        """Whether an entry is work that was returned and is not handed in again yet."""
        return any(item.id == entry_id and item.kind == "work_returned" for item in self.open_items)

    @cached_property
    def _without_reason(self) -> frozenset[EntryId]:
        return frozenset(item.id for item in self.open_items if item.kind == "decision_without_because")

    @cached_property
    def dates_missing(self) -> bool:
        """Whether any child was never discussed, or anybody never supervised, as far as is known."""
        return any(row.discussion.last is None for row in self.children) or any(
            row.supervision.last is None for row in self.everybody
        )

    @cached_property
    def late_for_the_first_time(self) -> frozenset[AboutWorker | AboutChild]:
        """Who was never supervised, or never discussed, and is a line of the morning list for it: those whom the number
        of `never` counts. Of everybody else to whom it was never done it is not late yet, or not known.
        """
        rows = [row for row in self.attention if row.state == "never"]
        workers = (AboutWorker(row.worker_id) for row in rows if row.child_id is None and row.worker_id is not None)
        return frozenset((*workers, *(AboutChild(row.child_id) for row in rows if row.child_id is not None)))

    @cached_property
    def _workers_by_id(self) -> Mapping[WorkerId, WorkerRow]:
        return {row.worker.id: row for row in reversed(self.everybody)}

    @cached_property
    def _children_by_id(self) -> Mapping[ChildId, ChildRow]:
        return {row.child.id: row for row in reversed((*self.children, *self.closed))}

    @cached_property
    def _children_by_worker(self) -> Mapping[WorkerId | None, Sequence[ChildRow]]:
        own = self.manager.row.worker.id if self.manager is not None and self.manager.row is not None else None
        held = [row for row in self.children if own is not None and row.child.bucket == "held_by_manager"]
        return _grouped((*((row.child.worker_id, row) for row in self.children), *((own, row) for row in held)))

    @cached_property
    def _attention_by_entry(self) -> Mapping[EntryId | None, Sequence[AttentionRow]]:
        return _grouped((row.id, row) for row in self.attention)

    @cached_property
    def _attention_by_child(self) -> Mapping[ChildId | None, Sequence[AttentionRow]]:
        return _grouped((row.child_id, row) for row in self.attention)

    @cached_property
    def _attention_by_worker(self) -> Mapping[WorkerId, Sequence[AttentionRow]]:
        theirs = {row.item.id: row.late_for for row in self.actions}
        theirs |= {item.id: item.owner_id for item in self.open_items if item.kind in _GONE_TO}
        of = ((one, row) for row in self.attention for one in self._whose(row, theirs.get(row.id or EntryId(0))))
        return _grouped((one, row) for one, row in of if one is not None)

    def _whose(self, row: AttentionRow, owner: WorkerId | None) -> set[WorkerId | None]:
        """Whose list a line is on; one of something that was given to somebody stays on that of the child's worker."""
        child = self.child_row(row.child_id) if owner is not None else None
        return {row.worker_id, owner, child.child.worker_id if child is not None else None}


def _grouped(pairs: Iterable[tuple[Key, Row]]) -> Mapping[Key, Sequence[Row]]:
    found: dict[Key, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return found

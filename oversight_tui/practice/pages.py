"""The page of one child and the page of one worker, as frozen values that a screen and a command are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from oversight_tui.practice.accountable import Accountable
from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import ActionRow, AttentionRow, ChildRow, WorkerRow
from oversight_tui.practice.facts import Absence, Allocation, Entry, OpenItem, Session
from oversight_tui.practice.handovers import HandOverToCome
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId
from oversight_tui.practice.records import WaitingLook
from oversight_tui.practice.retention_facts import Hold
from oversight_tui.practice.then import Then


class ChildPage(Struct, frozen=True):
    """A child: who they are and where they stand today, every allocation, and every entry, oldest first.

    `row` is the child as the board has them; `timescales` says where the statutory clocks stand, `drift` what has not
    moved, each with its evidence; `open_items` is everything open about the child, `hold` the legal hold that stands on
    them, `ahead` what falls due about the child within a year, `accountable` which manager was when, `waits` the line
    about a child whom no worker holds. `then` stands where something happened since the day of the page, `left_out` is
    how many entries are not shown for that. Holds nothing of any worker's personal record.
    """

    row: ChildRow
    allocations: tuple[Allocation, ...]
    entries: tuple[Entry, ...]
    timescales: tuple[str, ...] = ()
    drift: tuple[str, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    hold: Hold | None = None
    ahead: tuple[AheadRow, ...] = ()
    accountable: tuple[Accountable, ...] = ()
    then: Then | None = None
    left_out: int = 0
    waits: AttentionRow | None = None

    @property
    def worries(self) -> tuple[OpenItem, ...]:
        """Why we are worried: the open worries, worst first."""
        found = (one for one in self.open_items if one.kind == "worry")
        return tuple(sorted(found, key=lambda one: (-(one.severity or 0), one.id)))

    @property
    def actions(self) -> tuple[OpenItem, ...]:
        """What is to be done, late first."""
        found = (one for one in self.open_items if one.kind == "action")
        return tuple(sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id)))

    @property
    def last_look(self) -> Entry | None:
        """How a child whom no worker holds was looked at last; None where nobody has."""
        looks = [one for one in self.entries if one.record == WaitingLook.kind.name]
        standing = [one for one in looks if not (one.withdrawn or one.replaced)]
        return max(standing, key=lambda one: (one.happened_on or date.min, one.id), default=None)

    @property
    def waiting(self) -> tuple[OpenItem, ...]:
        """What else waits to be answered: work handed in, what was taken further or asked, a talk, a reason."""
        return tuple(one for one in self.open_items if one.kind not in ("worry", "action"))

    @property
    def about(self) -> AboutChild:
        """Whose page it is."""
        return AboutChild(self.row.child.id)


class WorkerPage(Struct, frozen=True):
    """A worker: where they stand today, their sessions and entries oldest first, absences, and their children.

    `entries` are what was decided or taken further about the worker; nothing of their personal record. `actions` are
    those that are the worker's to do, also about other workers' children, late first; `open_items` is what is open
    about the worker and about no child, `accountable` which manager was when; `handovers` are planned, of the worker's
    children and of those who are to come to them. `then` stands where something happened since the day of the page,
    `left_out` is how many entries and sessions are not shown for that.
    """

    row: WorkerRow
    sessions: tuple[Session, ...]
    entries: tuple[Entry, ...]
    absences: tuple[Absence, ...]
    children: tuple[ChildRow, ...]
    hold: Hold | None = None
    actions: tuple[ActionRow, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    accountable: tuple[Accountable, ...] = ()
    then: Then | None = None
    left_out: int = 0
    handovers: tuple[HandOverToCome, ...] = ()

    @property
    def about(self) -> AboutWorker:
        """Whose page it is."""
        return AboutWorker(self.row.worker.id)

    @property
    def own_sessions(self) -> tuple[Session, ...]:
        """Their own that stand, held or planned: a group session that is kept with somebody else is put right there."""
        return tuple(one for one in self.sessions if one.worker_id == self.row.worker.id and one.state != "cancelled")


class TeamSummary(Struct, frozen=True):
    """A team that can be chosen: how many workers and open children it has."""

    name: str
    workers: int
    children: int


class TeamChoices(Struct, frozen=True):
    """The teams there are to choose from, and how many open children are in none of them: those are on every board."""

    teams: tuple[TeamSummary, ...]
    of_no_team: int


class Whose(Struct, frozen=True):
    """Whose board: who the manager is, as far as known, and the teams shown when none is named.

    `name` is the confirmed name, else that of the system account. `teams` empty means the whole authority. `account` is
    the system account in whose name the same person recorded before they said who they are.
    """

    name: str
    confirmed: bool
    teams: tuple[str, ...]
    account: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names in which this person has recorded."""
        return (self.name,) if self.account is None else (self.name, self.account)

    def told_by(self, name: str) -> str:
        """Who recorded in this name, as they are called now."""
        return self.name if name in self.names else name


class EntryWords(Struct, frozen=True):
    """An entry as it was written: its own text and because, None where its kind has none, and whom it is about: a
    child's reference, or a worker's name. `is_to_come` says that its day is to come, as that of a planned session.
    `owner` is who sees to it, by name, None where nobody is named; `has_owner` that its kind may have one. `called` is
    what people call it. `comes_back` says that it may come back on a day, `look_again_on` on which it does; `by`
    is the day by which an action is to be done, None for anything else.
    """

    id: EntryId
    kind: str
    called: str
    text: str | None
    because: str | None
    on: date | None
    child: str | None
    worker: str | None = None
    is_to_come: bool = False
    owner: str | None = None
    has_owner: bool = False
    comes_back: bool = False
    look_again_on: date | None = None
    by: date | None = None


class OwnNote(Struct, frozen=True, array_like=True):
    """A manager's note to self. `about` is a child's reference, a worker's name, or empty."""

    id: EntryId
    on: date | None
    text: str
    about: str


class Change(Struct, frozen=True):
    """One thing that somebody else, or an import, has recorded. `worker` holds the child now; `at` is in UTC."""

    entry: EntryId
    what: str
    child_id: ChildId | None
    child: str | None
    worker: str | None
    text: str
    by: str
    at: datetime


class JournalLine(Struct, frozen=True):
    """One row of the journal to read. `about` is a child's reference (`about_child`) or a worker's name; `withheld`
    that what it says is not for whoever reads it.
    """

    seq: int
    at: datetime
    who: str
    what: str
    entry_id: EntryId | None
    about: str
    about_child: bool
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    withheld: bool = False

"""What is known about a team, as plain values.

Frozen values in the field's own words. They hold what was recorded or imported and nothing that was worked out from it:
lateness, rank and wording are rules' business. Dates are `datetime.date`; an unknown date is None and never a made-up
one. No value leads back to itself, so Python's search for circles passes them by (`gc=False`). What is read row by row
is `array_like`, so that the rows of the store become values in one step. Identifiers are the store's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from msgspec import Struct, json

from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.day_facts import DutyTurn as DutyTurn
from oversight_tui.practice.day_facts import Looked as Looked
from oversight_tui.practice.ids import ChildId, EntryId, Subject, TeamId, WorkerId
from oversight_tui.practice.open_kinds import SAID_OF_WORKERS
from oversight_tui.practice.open_kinds import OpenKind as OpenKind
from oversight_tui.practice.open_kinds import Which as Which
from oversight_tui.practice.then import Then
from oversight_tui.words.labels import ABOUT_A_WORKER, SENSITIVE

Status = Literal["looked_after", "protection_plan", "in_need", "assessment", "care_leaver"]
Risk = Literal["low", "medium", "high", "very_high"]
Bucket = Literal["unallocated", "duty", "held_by_manager"]
# What became of a child whom the lists leave out: with `moved`, another team or authority has them.
Gone = Literal["closed", "moved", "ours"]
AbsenceReason = Literal["leave", "sickness", "training", "other"]
SessionKind = Literal["one_to_one", "group", "observation"]
SessionState = Literal["planned", "held", "cancelled"]
Setting = Literal["supervision", "group", "same_day", "opening"]


class Team(Struct, frozen=True, gc=False):
    """A team as it is named on the authority's own lists."""

    id: TeamId
    name: str


class OwnRule(Struct, frozen=True, gc=False, array_like=True):
    """A tighter limit agreed for one worker, in force up to and including `until` (None: no end set)."""

    limit: str
    until: date | None


class Absence(Struct, frozen=True, gc=False, array_like=True):
    """One absence of a worker, both days included; `last_day` None means not known yet."""

    worker_id: WorkerId
    reason: AbsenceReason
    first_day: date
    last_day: date | None


class Cover(Struct, frozen=True, gc=False, array_like=True):
    """Who sees to a worker's children, by name, both days included; `last_day` None means until further notice."""

    worker_id: WorkerId
    covered_by: str
    first_day: date
    last_day: date | None


class Worker(Struct, frozen=True, gc=False, array_like=True):
    """A social worker, or the manager, as known today.

    `starts` is a true date of starting; `seen_by` is the as-at date of the file that first showed
    this worker here. `last_held` is the latest one-to-one session held (group sessions and
    observations do not count for this clock); `last_held_is_opening` says that it was entered as
    an opening date and not held here, `last_held_cut_short` that it was cut short and counted all the same.
    `cut_short_on` is the latest session since then that was cut short and does not count. `earlier_rules` is JSON: own
    rules that held on some day since then and were changed since.
    """

    id: WorkerId
    name: str
    team: str | None = None
    role: str | None = None
    fte: float | None = None
    newly_qualified_from: date | None = None
    agency: bool | None = None
    starts: date | None = None
    leaves: date | None = None
    supervisor: str | None = None
    second_supervisor: str | None = None
    own_limit: str | None = None
    own_until: date | None = None
    seen_by: date | None = None
    last_held: date | None = None
    last_held_is_opening: bool = False
    next_planned: date | None = None
    last_held_by: str | None = None
    earlier_rules: str | None = None
    last_held_cut_short: bool = False
    cut_short_on: date | None = None

    def has_left(self, today: date) -> bool:
        """Whether the last day here has passed."""
        return self.leaves is not None and self.leaves < today

    def has_begun(self, today: date) -> bool:
        """Whether the first day here has come; where it is not known the worker is here."""
        return self.starts is None or self.starts <= today

    @property
    def own_rule(self) -> OwnRule | None:
        """The tighter limit agreed for this worker, None where there is none."""
        return OwnRule(self.own_limit, self.own_until) if self.own_limit else None

    @property
    def own_rules(self) -> tuple[OwnRule, ...]:
        """That limit and those that held before it, each up to its last day."""
        earlier = json.decode(self.earlier_rules, type=tuple[OwnRule, ...]) if self.earlier_rules else ()
        return (*earlier, self.own_rule) if self.own_rule is not None else earlier


class Child(Struct, frozen=True, gc=False, array_like=True):
    """A child with an open allocation or waiting for one, or one whom a list has closed, as known today.

    `allocated_since` is a true date of allocation to the present worker; `seen_by` is the as-at date of the snapshot
    that first showed the child here, or with this worker. `bucket` says who holds a child that no worker holds,
    `no_worker_since` from which day none has. `last_seen_source` names the list `last_seen` came from. `missing_since`
    is the as-at date of the first list that covered this team and did not hold the child. `here_since` is the day the
    child first came into this store, `came_on_a_list` says that it was a list that brought the child. `closed_on` is
    the day of the closing, None of a child who is open; team and worker of a closed child are the last ones, where
    anything is open of the child still. `listed_on` is the day of the list that showed the child last, where newer
    lists of the team do not cover the child.
    """

    id: ChildId
    reference: str
    name: str | None = None
    date_of_birth: date | None = None
    family: str | None = None
    team: str | None = None
    worker_id: WorkerId | None = None
    bucket: Bucket | None = None
    status: Status | None = None
    status_since: date | None = None
    risk: Risk | None = None
    risk_since: date | None = None
    allocated_since: date | None = None
    no_worker_since: date | None = None
    seen_by: date | None = None
    came_from_another_worker: bool = False
    last_seen: date | None = None
    last_seen_source: str | None = None
    last_discussed: date | None = None
    last_discussed_setting: Setting | None = None
    missing_since: date | None = None
    open: bool = True
    here_since: date | None = None
    came_on_a_list: bool = False
    closed_on: date | None = None
    listed_on: date | None = None


class OpenItem(Struct, frozen=True, gc=False, array_like=True):
    """One thing that waits: a worry, an action, a decision without a because, a talk not on file...

    `since` is when it happened or was raised, of an own file the day of an agreement that lacks a signature; `at` is a
    time of day as HH:MM where one was given. `due_on` is the review date of a worry, the date of an action, the day of
    a planned or cancelled session, whose kind is `session_kind`. `carried_over` is how often that day was moved: a
    worry's or a decision's by looking at it again. `who` is the owner of an action, the person worried, whom an
    escalation went to, or who was consulted; `owner` is who owns a worry, who asked, or who leads a planned session.
    `severity` is 1 (least) to 5. The words of a `sensitive` one are not here: they are shown when it is opened on its
    page. `owner_id` is the worker whom an action or a piece of work is by, None where that is nobody known by more
    than a name. `setting` is that of a talk, `version` the number of the newest version of a planned session.
    """

    id: EntryId
    kind: OpenKind
    text: str
    since: date | None
    child_id: ChildId | None = None
    worker_id: WorkerId | None = None
    due_on: date | None = None
    at: str | None = None
    who: str | None = None
    severity: int | None = None
    carried_over: int = 0
    session_kind: SessionKind | None = None
    sensitive: bool = False
    owner_id: WorkerId | None = None
    owner: str | None = None
    setting: Setting | None = None
    version: EntryId | None = None
    which: Which | None = None
    minutes: int | None = None
    place: str | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a worry or a decision was looked at again since it was first said."""
        return self.carried_over > 0

    @property
    def seen_to_by(self) -> str | None:
        """The name of who owns an action or a worry; None of everything else, and where nobody is named."""
        return self.who if self.kind == "action" else self.owner if self.kind == "worry" else None

    @property
    def behind_the_wall(self) -> bool:
        """Whether its words are in a worker's own file: an entry of that, or what was said about the worker."""
        return self.kind in SAID_OF_WORKERS and self.child_id is None and self.worker_id is not None

    @property
    def shown(self) -> str:
        """The words of it, as far as they may stand in a list."""
        if self.behind_the_wall:
            return ABOUT_A_WORKER
        return SENSITIVE if self.sensitive else self.text

    @property
    def who_shown(self) -> str | None:
        """Who, as far as that may stand in a list; from whom a sensitive referral came may not."""
        return None if self.sensitive and self.kind == "referral" else self.who


class Unwritten(Struct, frozen=True, gc=False, array_like=True):
    """A child who was discussed in a session of a worker, with nothing written about it."""

    session_id: EntryId
    child_id: ChildId
    reference: str
    worker_id: WorkerId
    held_on: date


class Discussion(Struct, frozen=True, gc=False, array_like=True):
    """A same-day discussion held, one child to an entry. `on_file` is when it was put on the child's file."""

    id: EntryId
    child_id: ChildId
    worker_id: WorkerId | None
    happened_on: date
    at: str | None
    text: str
    decision: str | None
    on_file: date | None
    sensitive: bool = False

    @property
    def shown(self) -> str:
        """What was said, as far as it may stand in a list."""
        return SENSITIVE if self.sensitive else self.text


class Session(Struct, frozen=True, gc=False):
    """A supervision session: planned, then held or cancelled. `children` are references.

    `others` are the names of further workers at a group session. `opening` is a date entered from before this store
    began. `counts` says of one that was cut short whether it counts as supervision; None where it was not cut short.
    `under_way` says that it was begun and written in, and has not ended; `at` is the time for which one was planned.
    """

    id: EntryId
    worker_id: WorkerId
    kind: SessionKind
    state: SessionState
    planned_for: date | None
    held_on: date | None
    reason: str | None
    minutes: int | None
    supervisor: str
    children: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    opening: bool = False
    counts: bool | None = None
    under_way: bool = False
    at: str | None = None  # the time of day as HH:MM


class Allocation(Struct, frozen=True, gc=False):
    """One child with one worker (or in a bucket), from and to; None where a date is not known. `because` is why it
    ended and `given_because` why it began, where that was said. `manager` is who took the child into their own hands.
    """

    worker: str | None
    bucket: Bucket | None
    starts: date | None
    seen_by: date | None
    ends: date | None
    role: str
    because: str | None = None
    given_because: str | None = None
    manager: str | None = None


class Entry(Struct, frozen=True, gc=False):
    """One thing on a child's or worker's page.

    `happened_on` is when it took place, `recorded_at` (UTC) when it was typed.
    `withdrawn_because` is the reason where `withdrawn`; `corrects` is the id of the first version of what this is a
    newer version of. `replaced` is True for a version that a newer one has taken the place of; where that one stands on
    another child's page, its words are not here. The words of a `sensitive` entry are here only once it was opened.
    `scales` are numbers from 0 (cannot live at home) to 10 (safe enough to close), by person. `wordless` is a child
    listed in a session about whom nothing was written.
    `record` is the kind of record, as the store names it (`practice.records`). `behind_the_wall` is what was said about
    a worker: its words are here only where the worker's own file was opened. `to_the_child` are the words as the child
    will read them, without the name of whoever came with a worry, or that something is kept private here; empty where
    they stand on another child's page. `lacks_reason` is a decision for which nobody has given one, which is so of none
    whose reason is only hidden. `rating` is what a risk was rated. `from_a_list` is what nobody typed: a list
    said it, which `by` brought in. `legal_advice` is what was asked of a lawyer, and what was heard. `follows` is the
    first version of the entry that it follows.
    """

    id: EntryId
    kind: str
    happened_on: date | None
    happened_at: str | None
    recorded_at: datetime
    by: str
    text: str
    setting: str | None = None
    because: str | None = None
    on_file: date | None = None
    corrects: EntryId | None = None
    withdrawn: bool = False
    withdrawn_because: str | None = None
    replaced: bool = False
    sensitive: bool = False
    significant: bool = False
    scales: tuple[tuple[str, int], ...] = ()
    wordless: bool = False
    record: str = ""
    behind_the_wall: bool = False
    to_the_child: str = ""
    lacks_reason: bool = False
    rating: Risk | None = None
    from_a_list: bool = False
    legal_advice: bool = False
    follows: EntryId | None = None

    @property
    def is_read_by_the_child(self) -> bool:
        """Whether it tells the child something: what was said and what happened to them, and no bookkeeping. What a
        lawyer advised is between the authority and the lawyer.
        """
        if self.legal_advice:
            return False
        return self.kind not in ("allocation", "status", "timescale") or self.record == "child_date"


class Manager(Struct, frozen=True, gc=False):
    """Who sits at this screen. `confirmed` is False while only the system account is known."""

    name: str
    confirmed: bool
    worker: Worker | None = None
    teams: tuple[str, ...] = ()


class TeamFacts(Struct, frozen=True, gc=False):
    """Everything one board is built from, read in one transaction.

    `teams` are the teams shown: those chosen, or every one where `whole_authority`. `workers` does not hold the
    manager.
    `children` are the open ones of these teams and those with neither worker nor team; `closed` are those whom a list
    has closed and of whom something is open still.
    `absences` are all of each worker's, since one may have begun before the worker's last session and go on; `covers`
    are those of today. `named` are workers of elsewhere, or who have left, who stand in for one of these, supervise one
    or own an action or a worry here, or whom something open is about; their absences are here too.
    `child_dates` are in the order in which they were recorded. `decided_today` holds those about whom a decision was
    recorded for today. `unwritten` are discussed in these workers' sessions, oldest first. `children_elsewhere` are
    others' children about whom one of these workers has something to do, `colleagues` the workers of the same team
    where `workers` are not all of them. `lists_as_at` is the day of the newest list of each team, by name, `data_as_at`
    the oldest of these and of children whom only an older list shows. `then`: something happened since that day.
    `duty` are the turns on duty of this week and of the next two, `looked` how those without a worker were seen to.
    """

    teams: tuple[str, ...]
    manager: Manager | None
    workers: tuple[Worker, ...]
    children: tuple[Child, ...]
    absences: tuple[Absence, ...] = ()
    covers: tuple[Cover, ...] = ()
    named: tuple[Worker, ...] = ()
    child_dates: tuple[ChildDate, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    discussions_today: tuple[Discussion, ...] = ()
    sessions_today: tuple[Session, ...] = ()
    decided_today: frozenset[Subject] = frozenset()
    unwritten: tuple[Unwritten, ...] = ()
    children_elsewhere: tuple[Child, ...] = ()
    closed: tuple[Child, ...] = ()
    colleagues: tuple[Worker, ...] = ()
    then: Then | None = None
    data_as_at: date | None = None
    lists_as_at: Mapping[str, date] = {}
    families: int | None = None
    duty: tuple[DutyTurn, ...] = ()
    looked: tuple[Looked, ...] = ()
    whole_authority: bool = False

"""Which of the months that are kept may say something else after an event, and that they go.

A month says what was true of a team at its end, from the records as they stand today. What is recorded for today
concerns no month that is over; what is entered late, corrected or taken back concerns every month from its day on, of
every team that ever had to do with whom the event touches. Rather too many go than one too few: they are worked out
again when they are next asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from db import stored
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, TeamId, WorkerId
from oversight_tui.practice.records import Content

if TYPE_CHECKING:
    from db.engine import Store

Id = TypeVar("Id", bound=int)
ALWAYS = date.min
# What no month tells: a child's name, birthday and family, marks and notes, and what concerns supervisors or posts.
_OF_NO_MONTH = (
    *(records.ChildDetails, records.Mark, records.OwnNote, records.LegalHold, records.LegalHoldEnd),
    *(records.TeamPosts, records.Programme, records.ProgrammeEnd),
)
# What counts from the day of the entry it is about, whenever it is said: a session that was cancelled counts on the day
# for which it was planned, and who was taken off a session's list was not discussed in it.
_OF_ITS_DAY = (records.SessionCancelled, records.NotDiscussed, records.Withdrawal)
_KINDS_OF_ITS_DAY = tuple(content.kind.name for content in _OF_ITS_DAY)
_POINTS_AT = """
SELECT withdrawn_id FROM withdrawal WHERE entry_id IN ({ids})
UNION SELECT plan_id FROM session_cancelled WHERE entry_id IN ({ids})
UNION SELECT session_id FROM not_discussed WHERE entry_id IN ({ids}) AND session_id IS NOT NULL
"""
_OF_CHILDREN = (
    "SELECT DISTINCT a.team_id, a.allocated_worker_id FROM entry e JOIN allocation a ON a.entry_id = e.id"
    " WHERE e.kind = 'allocation' AND e.child_id IN ({ids})"
)
_OF_WORKERS = (
    "SELECT DISTINCT d.team_id FROM entry e JOIN worker_details d ON d.entry_id = e.id"
    " WHERE e.kind = 'worker' AND e.worker_id IN ({ids})",
    "SELECT DISTINCT team_id FROM allocation WHERE allocated_worker_id IN ({ids})",
)


class Concern:
    """Of one event: from which day on months may say something else, and for which teams besides those of the children
    and workers it touches. `at` is when it is recorded.
    """

    def __init__(self, at: datetime) -> None:
        self._today = at.date()
        self._since: date | None = None
        self._days_of: set[EntryId] = set()
        self._lists: set[SnapshotId] = set()
        self._teams: set[TeamId] = set()
        self._every_team = False
        self._first_list: date | None = None

    def add(self, content: Content, on: date | None, points_at: Collection[EntryId]) -> None:
        """An entry. One without a day is of every day; one that tells of a day to come is known from now on."""
        if isinstance(content, _OF_NO_MONTH):
            return
        if isinstance(content, _OF_ITS_DAY):
            self._days_of.update(points_at)
        self._from(min(on, self._today) if on is not None else ALWAYS)
        self._every_team |= isinstance(content, records.PolicyVersion)
        if isinstance(content, records.ImportUndone):
            self._lists.add(content.undone)

    def changes(self, entry: EntryId) -> None:
        """An entry that is said otherwise or taken back: it counted from its own day on."""
        self._days_of.add(entry)

    def list_of(self, as_at: date) -> None:
        """A list: where it is the first of all, what was put in of the policy by then is the policy from the start."""
        self._first_list = as_at if self._first_list is None else min(self._first_list, as_at)

    def covers(self, team: TeamId, as_at: date) -> None:
        """A list that covers a team: where it is the first, children who came with it were there before."""
        self._teams.add(team)
        self._from(as_at)

    def forget(self, store: Store, children: Collection[ChildId], workers: Collection[WorkerId]) -> None:
        """Let go the months concerned, of the teams these children and workers were ever with."""
        if self._since is None and self._first_list is None and not self._days_of:
            return  # of what is only opened or accepted, which an auditor does too
        (newest,) = store.row("SELECT max(last_day) FROM team_month")
        if newest is None:
            return
        self._look_up_days(store)
        if self._is_first_of_all(store):
            forget(store)
            return
        if self._since is None or self._since.isoformat() > newest:
            return
        if self._every_team:
            forget(store, self._since)
            return
        for teams in batched(self._teams | _teams_of(store, children, workers)):
            store.run(
                f"DELETE FROM team_month WHERE last_day >= ? AND team_id IN ({places(teams)})",
                (self._since.isoformat(), *teams),
            )

    def _is_first_of_all(self, store: Store) -> bool:
        as_at = self._first_list
        older = "SELECT 1 FROM snapshot WHERE as_at < ? LIMIT 1"
        return as_at is not None and store.row(older, (as_at.isoformat(),)) is None

    def _from(self, day: date) -> None:
        self._since = day if self._since is None else min(self._since, day)

    def _look_up_days(self, store: Store) -> None:
        """Take in the days of what is changed, of each of its versions, and of what that points at where it counts on
        that day.
        """
        waiting, known = self._days_of, set[EntryId]()
        while waiting:
            known |= waiting
            following: set[EntryId] = set()
            for entry, kind, on, recorded in _versions(store, waiting):
                self._from(min(stored.day(on), stored.day(recorded)) if on is not None else ALWAYS)
                self._every_team |= kind == records.PolicyVersion.kind.name
                if kind in _KINDS_OF_ITS_DAY:
                    following.add(entry)
            waiting = {EntryId(row[0]) for row in _asked(store, _POINTS_AT, following, times=3)} - known
        for team, as_at in _asked(
            store, "SELECT team_id, as_at FROM snapshot_team WHERE snapshot_id IN ({ids})", self._lists
        ):
            self.covers(team, stored.day(as_at))


def forget(store: Store, since: date = ALWAYS) -> None:
    """Let go the months of every team that end on a day or after it."""
    store.run("DELETE FROM team_month WHERE last_day >= ?", (since.isoformat(),))


def _versions(store: Store, entries: Collection[EntryId]) -> Iterable[tuple[EntryId, str, str | None, str]]:
    """Of each version of these entries: its number, kind, day, and the day on which it was typed."""
    roots = {
        row[0] for row in _asked(store, "SELECT COALESCE(corrects_id, id) FROM entry WHERE id IN ({ids})", entries)
    }
    for column in ("id", "corrects_id"):
        sql = f"SELECT id, kind, happened_on, substr(recorded_at, 1, 10) FROM entry WHERE {column} IN ({{ids}})"
        yield from _asked(store, sql, roots)


def _teams_of(store: Store, children: Collection[ChildId], workers: Collection[WorkerId]) -> set[TeamId]:
    """The teams in which these children ever were, and those of these workers and of whoever held the children."""
    found: set[TeamId | None] = set()
    known: set[WorkerId | None] = set(workers)
    for team, worker in _asked(store, _OF_CHILDREN, children):
        found.add(team)
        known.add(worker)
    for sql in _OF_WORKERS:
        found |= {row[0] for row in _asked(store, sql, [one for one in known if one is not None])}
    return {team for team in found if team is not None}


def _asked(store: Store, sql: str, ids: Collection[Id], times: int = 1) -> list[Any]:
    return [row for some in batched(ids) for row in store.rows(sql.format(ids=places(some)), some * times)]

"""How old is what the lists say: of each team, and of the children whose team no list names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from peewee import fn

from db import stored
from db.models import Snapshot, SnapshotTeam
from db.queries.in_force import still_counts
from db.question import Question, any_of
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import TeamId

if TYPE_CHECKING:
    from db.engine import Store

_AS_AT = Question(
    lambda teams: (
        SnapshotTeam.select(SnapshotTeam.team, fn.MAX(SnapshotTeam.as_at))
        .where(SnapshotTeam.team.in_(any_of("teams", teams)) & still_counts(SnapshotTeam.snapshot))
        .group_by(SnapshotTeam.team)
    )
)
_NEWEST_LIST = Question(
    lambda: Snapshot.select(fn.MAX(Snapshot.as_at)).where((Snapshot.lists != "[]") & still_counts(Snapshot.id))
)


def lists_of(store: Store, chosen: Sequence[TeamId]) -> Mapping[TeamId, date]:
    """The day of the newest list of each team that has any."""
    return {team: stored.day(as_at) for team, as_at in _AS_AT.ask(store, teams=chosen)} if chosen else {}


def oldest_of(lists: Mapping[TeamId, date]) -> date | None:
    """The oldest of the newest as-at dates of teams, None without lists: what is shown is at least as new."""
    return min(lists.values(), default=None)


def newest_list_of(store: Store, children: Iterable[Child]) -> date | None:
    """The day of the newest list, where a list brought any of these children: every list covers those of no team."""
    return newest_list(store) if any(child.came_on_a_list for child in children) else None


def newest_list(store: Store) -> date | None:
    """The day of the newest list that was imported; None without one."""
    [(as_at,)] = _NEWEST_LIST.ask(store)
    return stored.day(as_at) if as_at else None

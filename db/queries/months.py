"""The months that are kept, and what decides whether one may be: since when a team is known, what came meanwhile."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db import stored
from db.queries.first_lists import first_lists
from db.question import places
from db.reading import read_as
from oversight_tui.practice.ids import TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


class KeptMonth(Struct, frozen=True):
    """A team's month as it is kept: its figures as JSON."""

    team: TeamId
    last_day: date
    figures: str


class Seen(Struct, frozen=True):
    """How far the records went at a moment: the highest number that an entry, a list and an erasure had."""

    entry: int
    snapshot: int
    erasure: int


def kept_months(store: Store, teams: Collection[TeamId] | None, first: date, last: date) -> list[KeptMonth]:
    """The kept months of these teams, of every team where None, that end between two days, both included; by day."""
    only, ids = ("", []) if teams is None else (f" AND team_id IN ({places(list(teams))})", sorted(teams))
    if teams is not None and not teams:
        return []
    rows = store.rows(
        "SELECT team_id, last_day, figures FROM team_month WHERE last_day BETWEEN ? AND ?"
        f"{only} ORDER BY last_day, team_id",
        (first.isoformat(), last.isoformat(), *ids),
    )
    return read_as(KeptMonth, KeptMonth.__struct_fields__, rows)


def known_since(store: Store, teams: Collection[TeamId] | None) -> dict[TeamId, date]:
    """From which day on each team's children are known: its first list, or the first child typed by hand, whichever is
    earlier. A list tells since when each of its children was with the team, and nothing of those who had gone again by
    then: months before it would say too little.
    """
    only, ids = ("", []) if teams is None else (f" AND a.team_id IN ({places(list(teams))})", sorted(teams))
    rows = store.rows(
        "SELECT a.team_id, min(e.happened_on) FROM entry_in_force e JOIN allocation a ON a.entry_id = e.id"
        " WHERE e.kind = 'allocation' AND e.source <> 'import' AND e.happened_on IS NOT NULL"
        f" AND a.team_id IS NOT NULL{only} AND NOT EXISTS (SELECT 1 FROM entry_in_force o"
        " WHERE o.child_id = e.child_id AND o.kind = 'allocation' AND o.root_id < e.root_id) GROUP BY a.team_id",
        ids,
    )
    found = first_lists(store, teams)
    for team, on in rows:
        found[team] = min(stored.day(on), found.get(team, date.max))
    return found


def homes_of(store: Store) -> dict[WorkerId, TeamId]:
    """The team that is each worker's home, also of those who have left."""
    return dict(store.rows("SELECT worker_id, team_id FROM worker_now WHERE team_id IS NOT NULL"))


def seen_by_now(store: Store) -> Seen:
    """How far the records go."""
    return Seen(*(store.last_number(table) for table in ("entry", "snapshot", "erasure")))


def concerns_since(store: Store, seen: Seen, last_day: date) -> bool:
    """Whether anything came since then that may say something else of a month: rather once too often."""
    if store.last_number("erasure") != seen.erasure:
        return True
    day = last_day.isoformat()
    came = store.row(
        "SELECT 1 FROM entry WHERE id > ? AND (happened_on IS NULL OR happened_on <= ? OR corrects_id IS NOT NULL"
        " OR substr(recorded_at, 1, 10) <= ? OR kind IN ('withdrawal', 'session_cancelled', 'not_discussed',"
        " 'import_undone', 'policy')) LIMIT 1",
        (seen.entry, day, day),
    )
    return came is not None or store.last_number("snapshot") != seen.snapshot

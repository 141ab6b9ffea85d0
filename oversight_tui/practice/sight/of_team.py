"""What of the facts falls to which team, so that a team's figures are the same whoever asks for them, and with which
other teams.

A child is their team's; with none, that of the worker who holds them. A worker is the team's that is their home. What
is open is the team's of the child it is about. What is about a worker and no child has its place behind the wall, and
is in no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId


class OfTeam(Struct, gc=False):
    """The part of one team, or of no team where `name` is None. `open_items` are about its children, those too whom a
    list has closed; `owned` are actions of its workers about children of other teams. `held` is how many of the
    children each worker holds, whosever worker that is.
    """

    name: str | None
    workers: list[Worker]
    children: list[Child]
    open_items: list[OpenItem]
    owned: list[OpenItem]
    held: dict[WorkerId | None, int]


def split_by_team(facts: TeamFacts, today: date) -> tuple[OfTeam, ...]:
    """The part of each team of the facts, by team name; last that of no team, where anything falls to it."""
    parts: dict[str | None, OfTeam] = {name: OfTeam(name, [], [], [], [], {}) for name in sorted(facts.teams)}
    nobody = parts[None] = OfTeam(None, [], [], [], [], {})
    for worker in at_home(facts, today):
        parts[worker.team].workers.append(worker)
    homes = _homes(facts)
    of_children = _teams_of(facts.children, homes)
    for child in facts.children:
        part = parts.get(of_children[child.id])
        if part is not None:
            part.children.append(child)
            part.held[child.worker_id] = part.held.get(child.worker_id, 0) + 1
    _put_items(facts, parts, of_children, homes)
    if not (nobody.workers or nobody.children or nobody.open_items or nobody.owned):
        del parts[None]
    return tuple(parts.values())


def at_home(facts: TeamFacts, today: date) -> list[Worker]:
    """The workers of these teams and of none who have not left; not those who hold one of their children and are at
    home in another. Who has left is on a board while something is theirs, which follows from the teams it shows.
    """
    teams = {None, *facts.teams}
    return [worker for worker in facts.workers if worker.team in teams and not worker.has_left(today)]


def _homes(facts: TeamFacts) -> Mapping[WorkerId, str | None]:
    """The team of each worker who is known here."""
    own = facts.manager.worker if facts.manager is not None else None
    everybody = (*facts.named, *facts.colleagues, *facts.workers, *((own,) if own is not None else ()))
    return {worker.id: worker.team for worker in everybody}


def _teams_of(children: Iterable[Child], homes: Mapping[WorkerId, str | None]) -> dict[ChildId, str | None]:
    return {
        child.id: child.team if child.team is not None or child.worker_id is None else homes.get(child.worker_id)
        for child in children
    }


def _put_items(
    facts: TeamFacts,
    parts: Mapping[str | None, OfTeam],
    of_children: dict[ChildId, str | None],
    homes: Mapping[WorkerId, str | None],
) -> None:
    of_children |= _teams_of((*facts.closed, *facts.children_elsewhere), homes)
    for item in facts.open_items:
        if item.child_id is None:
            continue
        team = of_children[item.child_id]
        if team in parts:
            parts[team].open_items.append(item)
        if item.owner_id is not None and item.kind == "action":
            home = homes.get(item.owner_id, team)
            if home != team and home in parts:
                parts[home].owned.append(item)

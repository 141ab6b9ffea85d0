"""What others write into the same store while a program has it open, as far as it concerns what is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from db.queries.settings import team_names
from oversight_tui.practice.ids import EntryId, TeamId
from oversight_tui.services.identity import teams_named, whose

if TYPE_CHECKING:
    from db.engine import Store
    from db.moved import MovedTo


def teams_shown(store: Store, teams: Sequence[str], *, all_teams: bool) -> Collection[TeamId]:
    """The teams on whose board one looks: the named ones, else the manager's own, else all that can be seen."""
    with store.reading():
        chosen = () if all_teams else teams or whose(store).teams
        return frozenset(teams_named(store, chosen) if chosen else team_names(store))


def written(store: Store, teams: Collection[TeamId]) -> int:
    """A number that moves when another program has written what concerns these teams; more than that where the store
    cannot tell. Raises StoreError; ConnectionLost is one of its kinds.
    """
    return store.engine.changes(teams)


def newest_entry(store: Store) -> EntryId:
    """The number of the entry that was recorded last."""
    with store.reading():
        return EntryId(store.last_number("entry"))


def moved_meanwhile(store: Store) -> str:
    """What is to be said where the store was carried elsewhere while it was open; empty where it was not, or known."""
    if store.moved is not None:
        return ""
    with store.reading():
        store.look_whether_moved()
    moved: MovedTo | None = store.moved
    return moved.remark if moved is not None else ""

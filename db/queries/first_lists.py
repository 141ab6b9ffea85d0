"""Since when lists cover a team: it had its children before anybody counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.question import places
from db.reading import read_as
from oversight_tui.practice.ids import TeamId

if TYPE_CHECKING:
    from db.engine import Store


class _FirstList(Struct, frozen=True):
    """The day of the first list that covered a team."""

    team: TeamId
    as_at: date


def first_lists(store: Store, teams: Collection[TeamId] | None) -> dict[TeamId, date]:
    """When the first list of each of these teams was, of every team where None; none of a team of which no list came.

    An import that was undone brought no list: nothing that it said stands.
    """
    only, ids = ("", []) if teams is None else (f" WHERE t.id IN ({places(list(teams))})", sorted(teams))
    stands = (
        "NOT EXISTS (SELECT 1 FROM import_undone u JOIN entry_in_force e ON e.id = u.entry_id"
        " WHERE u.undone_id = s.snapshot_id)"
    )
    rows = store.rows(
        "SELECT * FROM (SELECT t.id, (SELECT s.as_at FROM snapshot_team s"
        f" WHERE s.team_id = t.id AND {stands} ORDER BY s.as_at LIMIT 1) AS as_at FROM team t{only}) AS listed"
        " WHERE as_at IS NOT NULL",
        ids,
    )
    return {one.team: one.as_at for one in read_as(_FirstList, _FirstList.__struct_fields__, rows)}

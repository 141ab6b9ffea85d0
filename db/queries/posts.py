"""The posts that teams have, in full-time equivalents, as they were put in by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from db.question import batched, places
from oversight_tui.practice.ids import TeamId

if TYPE_CHECKING:
    from db.engine import Store


def posts_of(store: Store, teams: Collection[TeamId], day: date) -> Mapping[TeamId, float]:
    """The FTE of each team's posts on a day: what was put in of the newest day up to it, of one day what was typed
    last. A team of which nobody put it in is left out.
    """
    found: dict[TeamId, float] = {}
    for some in batched(teams):
        for team, fte in store.rows(_POSTS.format(teams=places(some)), (*some, day.isoformat())):
            found[TeamId(team)] = float(fte)
    return found


_POSTS = """
SELECT d.team_id, d.fte FROM entry_in_force e JOIN team_posts d ON d.entry_id = e.id
WHERE e.kind = 'team_posts' AND d.team_id IN ({teams}) AND e.happened_on <= ? 
ORDER BY e.happened_on NULLS FIRST, e.root_id
"""

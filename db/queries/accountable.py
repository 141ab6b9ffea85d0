"""What is recorded of whose team it was: teams and supervisors of workers by their days, and who sat here when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from db import stored
from db.derived.live import by_worker, live
from db.derived.workers import known_by_day
from db.ends import SETTING
from db.queries.settings import team_names
from oversight_tui.practice import records
from oversight_tui.practice.accountable import TeamOf
from oversight_tui.practice.ids import WorkerId

if TYPE_CHECKING:
    from db.engine import Store

# Lines of choices are about no entry, of which there are few among those of a store.
_SAID = """
SELECT j.at, c.after FROM journal j JOIN journal_content c ON c.seq = j.seq
WHERE j.entry_id IS NULL AND j.what = ? AND c.after IS NOT NULL ORDER BY j.seq
"""


def choices_said(store: Store, key: str) -> list[tuple[datetime, Any]]:
    """Every time a choice was said, with what it was, oldest first; on a server those of the login itself."""
    lines = [(at, stored.content(text)) for at, text in store.rows(_SAID, (SETTING,))]
    return [(datetime.fromisoformat(at), said.get("content")) for at, said in lines if said.get("key") == key]


def teams_of(store: Store, workers: Sequence[WorkerId]) -> Mapping[WorkerId, tuple[TeamOf, ...]]:
    """The team and the supervisor of each of these workers from each day on, oldest first."""
    if not workers:
        return {}
    names = team_names(store)
    versions = by_worker(live(store, "worker_id", workers, records.WorkerDetails))
    return {
        worker: tuple(
            TeamOf(
                _since(one.spine.on, one.says.seen_by, one.spine.typed_on),
                names.get(known.team) if known.team is not None else None,
                known.supervisor,
            )
            for one, known in known_by_day(versions.get(worker, ()))
        )
        for worker in workers
    }


def _since(on: date | None, seen_by: date | None, typed_on: date) -> date:
    return on or seen_by or typed_on

"""What is known of workers by the days on which it was said: the team that was named, and all of it on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from db.derived.live import by_worker, live
from db.derived.workers import known_by_day
from db.queries.settings import team_names
from db.question import batched
from oversight_tui.practice import records
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import WorkerId, under

if TYPE_CHECKING:
    from db.engine import Store


def teams_said(store: Store, workers: Sequence[WorkerId]) -> dict[WorkerId, str | None]:
    """The team that was said last of each of these workers, by its day; none that only follows from who they hold."""
    names = team_names(store)
    found: dict[WorkerId, str | None] = {}
    for some in batched(workers):
        versions = by_worker(live(store, "worker_id", some, records.WorkerDetails))
        for worker in some:
            if versions[worker]:
                _, known = known_by_day(versions[worker])[-1]
                found[worker] = under(names, known.team)
    return found


def known_then(store: Store, worker: WorkerId, day: date) -> WorkerDetail:
    """All that is known of a worker on a day; before anything was said of them it is what was said first, but for a
    limit of their own.
    """
    by_day = known_by_day(live(store, "worker_id", [worker], records.WorkerDetails))
    by_then = [known for version, known in by_day if version.spine.order[0] <= day]
    known = by_then[-1] if by_then else by_day[0][1].__replace__(own_limit=None, own_until=None)
    said = {name: value for name, value in asdict(known).items() if name not in ("name_key", "team")}
    return WorkerDetail(**said, team=under(team_names(store), known.team))

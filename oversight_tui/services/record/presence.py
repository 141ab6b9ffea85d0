"""Whether who is given a child, an action or a session is here on a day: what is to be said where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import workers_with
from db.queries.entries import absences_in_force
from oversight_tui.practice.calendar import covers
from oversight_tui.practice.ids import WorkerId
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def not_here_said(store: Store, worker_id: WorkerId | None, on: date, today: date) -> str:
    """That a worker has left by a day, has not begun, or is away on it; empty where they are here, or are nobody of the
    team. It is no reason to refuse anything.
    """
    if worker_id is None:
        return ""
    return " ".join(_not_here(store, worker_id, on, today))


def _not_here(store: Store, worker_id: WorkerId, on: date, today: date) -> Iterator[str]:
    for worker in workers_with(store, [worker_id]):
        if worker.leaves is not None and worker.has_left(on):
            yield f"{worker.name} {'left' if worker.has_left(today) else 'leaves'} on {long_day(worker.leaves)}."
        elif worker.starts is not None and not worker.has_begun(on):
            yield f"{worker.name} starts on {long_day(worker.starts)}."
        elif any(covers(absence, on) for absence in absences_in_force(store, worker_id)):
            yield f"{worker.name} is away on {long_day(on)}."

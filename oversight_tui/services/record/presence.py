"""Whether who is given a child, an action or a worry is here on a day: what is to be said where they are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import workers_with
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.services.record.session_days import absences_of
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def not_here_said(store: Store, worker_id: WorkerId | None, on: date, today: date) -> str:
    """That a worker has left by a day, has not begun, or is away on it; empty where they are here, or are nobody of the
    team. It is no reason to refuse anything.
    """
    if worker_id is None:
        return ""
    (worker,) = workers_with(store, [worker_id])
    why = why_not_here(worker, absences_of(store, worker_id), on)
    if why == "left" and worker.leaves is not None:
        day = long_day(worker.leaves)
        return f"{worker.name} left on {day}." if worker.has_left(today) else f"The last day of {worker.name} is {day}."
    if why == "not_here_yet" and worker.starts is not None:
        return f"{worker.name} starts on {long_day(worker.starts)}."
    return f"{worker.name} is away on {long_day(on)}." if why == "away" else ""

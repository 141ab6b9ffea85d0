"""What is to be said of a day to come on which something is a worker's: nobody works on it, or they are not here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import workers_with
from db.queries.entries import absences_in_force
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.facts import Absence
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def session_day_said(store: Store, on: date, worker_id: WorkerId) -> str:
    """What is to be said of the day, with a space before it; empty where there is nothing. It refuses nothing."""
    (worker,) = workers_with(store, [worker_id])
    said = [] if is_working_day(on) else [f"{long_day(on)} is no working day."]
    why = why_not_here(worker, absences_of(store, worker_id), on)
    if why == "away":
        said.append(f"{worker.name} is away on {long_day(on)}.")
    elif why == "left" and worker.leaves is not None:
        said.append(f"The last day of {worker.name} is {long_day(worker.leaves)}.")
    elif worker.starts is not None and why is not None:
        said.append(f"The first day of {worker.name} is {long_day(worker.starts)}.")
    return "".join(f" {sentence}" for sentence in said)


def absences_of(store: Store, worker_id: WorkerId) -> tuple[Absence, ...]:
    """When a worker is away."""
    found = absences_in_force(store, worker_id)
    return tuple(Absence(worker_id, "other", one.first_day, one.last_day) for one in found)

"""Who leads a session: somebody of the team, whoever the lists name as the worker's supervisor, or somebody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.board import workers_with
from oversight_tui.practice.ids import WorkerId
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, optional_name
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store


def leader(store: Store, typed: str | None, worker_id: WorkerId) -> str | None:
    """The name of whoever is meant, None where nobody was typed. Raises NotFound."""
    name = optional_name(typed)
    if name is None:
        return None
    worker = workers_with(store, [worker_id])[0]
    for supervisor in (worker.supervisor, worker.second_supervisor):
        if supervisor and match_key(supervisor) == match_key(name):
            return supervisor
    return person(store, name).name


def led_by(store: Store, typed: str | None, worker_id: WorkerId) -> str | None:
    """Who leads it, None for who records it. Nobody supervises themselves: a manager's is their own manager's."""
    named = leader(store, typed, worker_id)
    worker = workers_with(store, [worker_id])[0]
    if match_key(named or author(store)) != match_key(worker.name):
        return named
    if worker.supervisor and match_key(worker.supervisor) != match_key(worker.name):
        return worker.supervisor
    raise RecordProblem("Say who supervises you: nobody supervises themselves. Nothing was recorded.")

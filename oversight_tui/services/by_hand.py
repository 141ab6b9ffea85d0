"""A team typed by hand, recorded whole or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.settings import teams_with_keys
from oversight_tui.practice.by_hand import TypedTeam, wrong_in
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import AddChild, AddWorker, KnownOfWorker
from oversight_tui.services.identity import choose
from oversight_tui.services.record import RecordProblem, add_child, add_worker
from oversight_tui.words.dates import count
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store


def start_by_hand(store: Store, typed: TypedTeam, today: date) -> str:
    """Record manager, team, workers and children; returns what was recorded. Raises RecordProblem; then nothing is."""
    manager, team = one_line(typed.manager), one_line(typed.team)
    if (wrong := wrong_in(typed)) is not None:
        raise RecordProblem(wrong.says, wrong.field)
    with store.writing():
        if not teams_with_keys(store, (match_key(team),)):
            writes.add_team(store, team, match_key(team), manager)
        choose(store, manager, [team], today)
        children = sum(_record(store, one.name, one.children, team, today) for one in typed.workers)
    workers = sum(bool(one_line(one.name)) for one in typed.workers)
    held = count(children, "child", "children")
    return f"{team}: {count(workers, 'worker')} and {held} are here now."


def _record(store: Store, name: str, references: tuple[str, ...], team: str, today: date) -> int:
    """One row; returns how many children it has."""
    worker = None
    if one_line(name):
        recorded = add_worker(store, AddWorker(name, KnownOfWorker(team=team)), today)
        worker = WorkerId(recorded.id) if recorded.id is not None else None
    for reference in references:
        add_child(store, AddChild(reference, worker_id=worker), today)
    return len(references)

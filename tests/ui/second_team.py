"""A second team beside the made-up one: two workers, one of them newly come, and five children, of whom two wait."""

from __future__ import annotations

from datetime import timedelta

from db.engine import Store
from db.writes.people import add_team
from oversight_tui.practice.ids import AboutWorker, ChildId, WorkerId
from oversight_tui.practice.requests import AddChild, AddWorker, HandOver, WorryRequest
from oversight_tui.practice.requests.people import KnownOfWorker
from oversight_tui.services import record
from oversight_tui.services.sight.months import work_out_months
from oversight_tui.words.text import match_key
from tests.made_once import MONDAY

HARBOUR, QUAY = "Harbour Team", "Quay Team"
OF_QUAY = ("Amy Adams", "Bob Brown")


def add_second_team(store: Store) -> None:
    """Put it there, and have the months worked out of both."""
    add_team(store, QUAY, match_key(QUAY), "A test")
    workers = [
        WorkerId(_id(store, AddWorker(name, KnownOfWorker(team=QUAY, fte=0.8, starts=MONDAY - timedelta(days=90)))))
        for name in OF_QUAY
    ]
    children = [ChildId(_id(store, AddChild(f"Q-000{number}", worker_id=workers[0]))) for number in range(1, 6)]
    record.record(store, HandOver(tuple(children[3:]), "unallocated", MONDAY, "No worker is free"), MONDAY)
    record.record(store, HandOver(tuple(children[2:3]), AboutWorker(workers[1]), MONDAY, "Shared out"), MONDAY)
    record.record(store, WorryRequest(children[0], "Not seen", MONDAY, severity=4), MONDAY)
    work_out_months(store, None, MONDAY)


def _id(store: Store, request: AddWorker | AddChild) -> int:
    (done,) = record.record(store, request, MONDAY)
    assert done.id is not None
    return done.id

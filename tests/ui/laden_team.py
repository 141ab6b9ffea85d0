"""The made-up team with something of everything on it: names, an own file, notes, plans, a legal hold, a draft."""

from __future__ import annotations

from db.engine import Store
from oversight_tui.practice.personal import PERSONAL, PersonalRequest
from oversight_tui.practice.requests import Holding, PlanSession
from oversight_tui.services import drafts, record
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import choose
from tests.ui.conftest import MONDAY

MANAGER = "Marguerite Oyelaran"
OWN_WORDS = ("Xylograph", "Quokka", "Zeppelin")  # in the text, the support and the next step of every entry


def with_an_own_file(store: Store) -> str:
    """Write the first worker's own file, an entry of each kind; the worker's id."""
    worker = load_board(store, MONDAY).workers[0].worker
    for kind in PERSONAL:
        text, support, step = (f"{word} {kind} {worker.name}" for word in OWN_WORDS)
        request = PersonalRequest(worker.id, kind, text, MONDAY, support_offered=support, next_step=step)
        record.personal(store, request, MONDAY)
    return worker.id


def lade(store: Store) -> str:
    """Put something of everything on the team; the id of the worker whose own file is written."""
    board = load_board(store, MONDAY)
    worker = with_an_own_file(store)
    name = board.workers[0].worker.name
    for row in board.children[:6]:
        record.name_child(store, int(row.child.id), f"Quillon{row.child.id}")
    record.plan(store, PlanSession(worker, MONDAY), MONDAY)
    record.note(store, f"Ask {name}", None, worker, MONDAY)
    record.legal_hold(store, Holding(None, worker, f"An inquiry about {name}"), MONDAY)
    drafts.keep(store, f"risk:child:{board.children[0].child.id}", {"because": f"{name} says so"})
    record.add_child(store, "C-0001", name="Quillonia", worker_id=None, today=MONDAY)
    choose(store, MANAGER, None)
    return worker


def names_on(store: Store) -> set[str]:
    """Every name there is: whole, and the last of each, which is nobody's word."""
    board = load_board(store, MONDAY)
    people = {row.worker.name for row in board.workers} | {MANAGER}
    people |= {row.worker.supervisor for row in board.workers if row.worker.supervisor}
    return people | {name.split()[-1] for name in people} | {row.child.name for row in board.children if row.child.name}

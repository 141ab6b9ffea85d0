"""The made-up team with something of everything on it: names, an own file, notes, plans, a legal hold, a draft."""

from __future__ import annotations

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.ids import AboutWorker, EntryId
from oversight_tui.practice.personal import PERSONAL
from oversight_tui.practice.requests import (
    ActionRequest,
    AddChild,
    Book,
    ConsultRequest,
    DecisionRequest,
    EscalationRequest,
    GiveReason,
    HandInWork,
    IncidentRequest,
    NameChild,
    NoteRequest,
    PersonalRequest,
    PlaceHold,
    PlanHandOver,
    PlanSession,
    SessionRecordRequest,
)
from oversight_tui.services import drafts, record
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import choose
from oversight_tui.services.session_told import last_session
from tests.made_once import MONDAY

MANAGER = "Marguerite Oyelaran"
WORKER = "Comfort Asante"
OWN_WORDS = ("Xylograph", "Quokka", "Zeppelin")  # in the text, the support and the next step of every entry
ABOUT_WORDS = (
    "Vermilion",
    "Ocarina",
    "Bandicoot",
    "Halcyon",
)  # said about the worker: decided, to do, taken further, why


def whose_own_file(store: Store) -> Worker:
    """The worker whose own file is written."""
    return next(row.worker for row in load_board(store, MONDAY).everybody if row.worker.name == WORKER)


def lade(store: Store) -> None:
    """Put something of everything on the team, most of it about one worker."""
    board = load_board(store, MONDAY)
    worker = whose_own_file(store)
    for kind in PERSONAL:
        text, support, step = (f"{word} {kind} {worker.name}" for word in OWN_WORDS)
        request = PersonalRequest(worker.id, kind, text, MONDAY, support_offered=support, next_step=step)
        record.personal(store, request, MONDAY)
    said = SessionRecordRequest(last_session(store, worker.id), "otherwise", MONDAY, " ".join(OWN_WORDS))
    record.record_of_session(store, said, MONDAY)
    say_about(store, AboutWorker(worker.id))
    for row in board.children[:6]:
        record.name_child(store, NameChild(row.child.id, f"Quillon{row.child.id}"), MONDAY)
    record.plan(store, PlanSession(worker.id, MONDAY), MONDAY)
    book(store, worker)
    elsewhere = next(row.child.id for row in board.children if row.worker not in (None, worker.name))
    record.record(store, PlanHandOver((elsewhere,), AboutWorker(worker.id), MONDAY), MONDAY)
    record.hand_in(store, HandInWork(board.children[0].child.id, "The assessment", worker.name, MONDAY), MONDAY)
    incident = IncidentRequest(board.children[1].child.id, f"A call about {worker.name}", MONDAY, legal_hold=False)
    record.record(store, incident, MONDAY)
    record.note(store, NoteRequest(f"Ask {worker.name}", AboutWorker(worker.id)), MONDAY)
    record.legal_hold(store, PlaceHold(AboutWorker(worker.id), f"An inquiry about {worker.name}"), MONDAY)
    drafts.keep(store, f"risk:child:{board.children[0].child.id}", {"because": f"{worker.name} says so"})
    record.add_child(store, AddChild("C-0001", "Quillonia"), MONDAY)
    choose(store, MANAGER, None)


def book(store: Store, worker: Worker) -> None:
    """Visits of somebody who is away, to which nobody goes yet."""
    board = load_board(store, MONDAY)
    away = next(row.worker for row in board.workers if row.absence is not None)
    theirs = [row.child.id for row in board.children if row.worker == away.name]
    for child, at in zip(theirs[:2], ("09:15", "11:00"), strict=True):
        record.record(store, Book("visit", MONDAY, at, child, minutes=45, place=f"With {worker.name}"), MONDAY)


def say_about(store: Store, worker: AboutWorker) -> None:
    """Decisions, actions, escalations, consultations about the worker; some answered, one of each still waiting."""
    decided, to_do, taken, why = ABOUT_WORDS
    before = MONDAY - timedelta(days=20)
    asked = (
        DecisionRequest(f"{decided} again", before, worker, why, review_on=MONDAY),
        DecisionRequest(f"{decided} open", before, worker),
        ActionRequest(worker, f"{to_do} once", WORKER, MONDAY, before),
        EscalationRequest(f"{taken} matter", f"{taken} office", before, worker),
        ConsultRequest(f"{taken} question", f"{taken} adviser", before, worker),
        DecisionRequest(f"{decided} waits", before, worker),
    )
    for request in asked:
        last = record.record(store, request, MONDAY)[-1]
    assert last.id is not None
    record.record(store, GiveReason(EntryId(last.id), f"{why} later", before), MONDAY)


def names_on(store: Store) -> set[str]:
    """Every name there is: whole, and the last of each, which is nobody's word."""
    board = load_board(store, MONDAY)
    people = {row.worker.name for row in board.workers} | {MANAGER}
    people |= {row.worker.supervisor for row in board.workers if row.worker.supervisor}
    return people | {name.split()[-1] for name in people} | {row.child.name for row in board.children if row.child.name}

"""An entry in a worker's own file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import PERSONAL, SAID_OF_SUPERVISION
from oversight_tui.practice.records import PersonalRecord
from oversight_tui.practice.requests import PersonalRequest, Recorded, SessionFeedback
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    must_be_to_come,
    must_have_happened,
    optional_text,
    required_text,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def feedback_of_session(
    store: Store, worker_id: WorkerId, kind: SessionKind, on: date, said: SessionFeedback | None, today: date
) -> str:
    """What a worker said of a session held on a day, put into their own file; returns that it is there, with a blank
    before it, and empty where the worker was not asked.
    """
    if said is None:
        return ""
    if kind != "one_to_one":
        raise RecordProblem(
            "Only after a one-to-one is the worker asked whether it changed something. Leave it out; nothing was "
            "recorded.",
            "feedback",
        )
    words = optional_text(said.words)
    if words is None and said.changed is None:
        raise RecordProblem("Say whether it changed something, or in a word what. Nothing was recorded.", "feedback")
    text = words or SAID_OF_SUPERVISION[bool(said.changed)]
    personal(store, PersonalRequest(worker_id, "feedback", text, on, changed=said.changed), today)
    return " What they said of it is in their own file."


@records(PersonalRequest)
def personal(store: Store, request: PersonalRequest, today: date) -> Recorded:
    """An entry in a worker's own file. A performance concern goes with the support offered and the next step."""
    if request.kind not in PERSONAL:
        raise RecordProblem(f"A worker's own file holds {', '.join(PERSONAL)}. Nothing was recorded.")
    with store.writing():
        name = the_worker(store, request.worker_id)
        must_have_happened(request.on, today, "It")
        asked = request.__replace__(
            text=required_text(request.text, "The entry", "text"),
            support_offered=optional_text(request.support_offered),
            next_step=optional_text(request.next_step),
        )
        if request.kind == "performance" and not (asked.support_offered and asked.next_step):
            raise RecordProblem(
                "A performance concern needs the support that is offered and the next step. Nothing was recorded."
            )
        for day in (request.signed_by_worker, request.signed_by_manager):
            if day is not None:
                must_have_happened(day, today, "A signature")
        if request.renew_on is not None:
            must_be_to_come(request.renew_on, request.on, "The renewal")
        if request.look_again_on is not None:
            must_be_to_come(request.look_again_on, request.on, "Looking again")
        if request.changed is not None and request.kind != "feedback":
            raise RecordProblem(
                "Whether supervision changed something is said of feedback. Record it as feedback, or leave it out; "
                "nothing was recorded."
            )
        if request.kind != "agreement" and (request.renew_on or request.signed_by_worker or request.signed_by_manager):
            raise RecordProblem(
                "Signatures and a renewal are of an agreement. Record it as an agreement; nothing was recorded."
            )
        if request.follows is not None:
            before = the_entry(store, request.follows, PersonalRecord, "entry of this file")
            if before.worker != request.worker_id:
                raise RecordProblem("That entry is in another worker's file. Nothing was recorded.")
            asked = asked.__replace__(follows=before.id)
        entry = writes.personal_record(store, asked, author(store))
    again = f" It comes back on {long_day(request.look_again_on)}." if request.look_again_on else ""
    says = f"{PERSONAL[request.kind]} recorded in the own file of {name} on {long_day(request.on)}.{again}"
    return Recorded(entry, PersonalRecord.kind.name, says)

"""What became of the record of a session: sent on to the worker, agreed by them, or seen otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.session_records import unsettled
from oversight_tui.practice.records import SessionHeld
from oversight_tui.practice.requests import PersonalRequest, Recorded, SessionRecordRequest, WaitingRecordRequest
from oversight_tui.services.record.checks import RecordProblem, optional_text, required_text, the_entry, the_worker
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.personal import personal
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import RECORD_STEP

if TYPE_CHECKING:
    from db.engine import Store


@records(SessionRecordRequest)
def record_of_session(store: Store, request: SessionRecordRequest, today: date) -> Recorded:
    """What became of the record of a held session, in the worker's own file."""
    if request.step not in RECORD_STEP:
        raise RecordProblem(f"It is one of {', '.join(RECORD_STEP)}. Nothing was recorded.", "step")
    with store.writing():
        session = the_entry(store, request.session, SessionHeld, "session")
        if session.worker is None or (session.on is not None and request.on < session.on):
            raise RecordProblem("It cannot have been before the session. Nothing was recorded.", "on")
        words = optional_text(request.text)
        if request.step == "otherwise":
            words = required_text(request.text, "How it is seen otherwise", "text")
        day = f" of {long_day(session.on)}" if session.on else ""
        said = f"Record of the session{day} {RECORD_STEP[request.step]}"
        asked = PersonalRequest(
            session.worker,
            "record",
            f"{said}: {words}" if words else said,
            request.on,
            session=session.id,
            step=request.step,
        )
        recorded = personal(store, asked, today)
        name = the_worker(store, session.worker)
    step = RECORD_STEP[request.step]
    says = f"Record of the session{day} with {name}: {step}, {long_day(request.on)}. It is in their own file."
    return recorded.__replace__(says=says)


@records(WaitingRecordRequest)
def waiting_record(store: Store, request: WaitingRecordRequest, today: date) -> list[Recorded]:
    """The same of the worker's session whose record waits, and of those before it where that is asked."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        waiting = unsettled(store, (request.worker_id,), today)
        if not waiting:
            raise RecordProblem(f"No record of a session with {name} waits. Nothing was recorded.", "of")
        if request.of is None:
            chosen = waiting[-1:] if request.all_before else waiting[:1]
        else:
            chosen = [one for one in waiting if one.held_on == request.of][-1:]
        if not chosen:
            days = ", ".join(long_day(one.held_on) for one in waiting)
            raise RecordProblem(f"The record of that day does not wait. Of {name} wait: {days}.", "of")
        if request.all_before:
            chosen = waiting[: waiting.index(chosen[0]) + 1]
        return [
            record_of_session(store, SessionRecordRequest(one.session, request.step, request.on, request.text), today)
            for one in chosen
        ]

"""Whom leaders turn to: what was asked of whom about a child or a worker, what was heard, what that changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.records import Consultation, ConsultationAnswer
from oversight_tui.practice.records.consultations import ADVISERS
from oversight_tui.practice.requests import ConsultRequest, HeardRequest, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    about_whom,
    must_have_happened,
    optional_text,
    required_text,
    still_open,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store


@records(ConsultRequest)
def consult(store: Store, request: ConsultRequest, today: date) -> Recorded:
    """Somebody is asked about a child or a worker, or kept sighted."""
    if request.adviser not in ADVISERS:
        raise RecordProblem(f"An adviser is one of {', '.join(ADVISERS)}. Nothing was recorded.")
    with store.writing():
        who = about(store, request.about)
        must_have_happened(request.on, today, "A consultation")
        asked_of = one_line(required_text(request.asked_of, "Whom you asked", "of"))
        text = required_text(request.text, "What you asked", "text")
        asked = Consultation(text, asked_of, request.adviser, request.for_information)
        entry = writes.add_about(store, asked, request.about, request.on, author(store))
    told = f"{asked_of} kept sighted" if request.for_information else f"{asked_of} asked"
    return Recorded(entry, Consultation.kind.name, f"{told} about {who} on {long_day(request.on)}.")


@records(HeardRequest)
def heard(store: Store, request: HeardRequest, today: date) -> Recorded:
    """What somebody who was asked has said, and what it changed."""
    with store.writing():
        entry = the_entry(store, request.consultation, Consultation, "consultation")
        still_open(entry, "consultation", "This consultation waits for no answer.")
        must_have_happened(request.on, today, "The answer")
        if entry.on is not None and request.on < entry.on:
            raise RecordProblem(
                f"The answer cannot have been on {long_day(request.on)}: it was asked on {long_day(entry.on)}. "
                "Nothing was recorded."
            )
        text = required_text(request.text, "What you heard", "text")
        answer = ConsultationAnswer(entry.id, text, optional_text(request.changed))
        written = writes.follow_up(store, entry, answer, request.on, author(store))
        whom = about_whom(store, entry)
    says = f"The consultation about {whom} was answered on {long_day(request.on)}."
    return Recorded(written, ConsultationAnswer.kind.name, says)

"""Files picked for audit, and what was found in each. Nobody audits a file of a child whom they hold themselves."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, get_args

from db import writes
from db.queries.single import child_facts
from db.queries.waiting import open_about
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.practice.records import Audit, AuditPick
from oversight_tui.practice.records.audits import drawn_words
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.practice.requests import AuditRequest, DrawAudit, PickAudit, Recorded
from oversight_tui.services.audits import audit_pick
from oversight_tui.services.find import Person, person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    checked_actions,
    must_be_to_come,
    must_have_happened,
    optional_text,
    required_text,
    still_open,
    the_child,
    the_entry,
    vague_wording,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import last_days_said
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store


@records(DrawAudit)
def draw_audit(store: Store, request: DrawAudit, today: date) -> list[Recorded]:
    """Files drawn out of each status in turn, and picked."""
    with store.writing():
        pick, waiting = audit_pick(store, request, today)
        recorded = pick_audit(store, pick, today)
    says = f" {drawn_words(pick.seed, None).capitalize()}."
    if waiting:
        says += f" {count(waiting, 'file')} picked before {'waits' if waiting == 1 else 'wait'} still."
    first = recorded[0]
    recorded[0] = first.__replace__(says=first.says + says, together=first.together and first.together + says)
    return recorded


@records(PickAudit)
def pick_audit(store: Store, request: PickAudit, today: date) -> list[Recorded]:
    """Children's files picked to be audited by somebody who does not hold them."""
    if not request.children:
        raise RecordProblem("No file is picked: there is none that may be. Nothing was recorded.")
    with store.writing():
        must_be_to_come(request.due_on, today, "An audit")
        auditor = person(store, required_text(request.auditor, "Who audits", "auditor"))
        recorded = []
        for place, child in enumerate(dict.fromkeys(request.children)):
            reference = the_child(store, child)
            _must_not_be_own(store, child, reference, auditor, today)
            stratum = request.strata[place] if place < len(request.strata) else None
            pick = AuditPick(auditor.name, request.due_on, request.seed, stratum)
            entry = writes.add_about(store, pick, AboutChild(child), today, author(store))
            says = f"{reference} is picked for audit by {auditor.name}, due {long_day(request.due_on)}."
            recorded.append(Recorded(entry, AuditPick.kind.name, says))
    if len(recorded) > 1:
        together = f"{count(len(recorded), 'file')} picked for {auditor.name}, due {long_day(request.due_on)}."
        recorded[0] = recorded[0].__replace__(together=together)
    return recorded


@records(AuditRequest)
def audit(store: Store, request: AuditRequest, today: date) -> Recorded:
    """A child's file audited: what was good, what must change, and the actions that come of it."""
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "An audit")
        auditor = person(store, request.auditor or "me")
        _must_not_be_own(store, request.child_id, reference, auditor, today)
        picked = request.pick if request.pick is not None else picked_file(store, request.child_id)
        if picked is not None:
            pick = the_entry(store, picked, AuditPick, "picked file")
            still_open(pick, "audit", "This file is audited already.")
            if pick.child != request.child_id:
                raise RecordProblem("That pick is of another child. Nothing was recorded.")
        found = Audit(
            required_text(request.good, "What was good", "good"),
            auditor.name,
            optional_text(request.must_change),
            picked,
        )
        actions = checked_actions(store, request.actions, request.on)
        entry = writes.audit(store, request.child_id, found, _answers(request), actions, request.on, author(store))
        also = last_days_said(store, actions, today)
    came_of_it = f", {count(len(actions), 'action')}" if actions else ""
    says = f"The file of {reference} was audited by {auditor.name} on {long_day(request.on)}{came_of_it}.{also}"
    return Recorded(entry, Audit.kind.name, says, vague_wording(actions) or _nothing_answered(request))


def picked_file(store: Store, child: ChildId) -> EntryId | None:
    """The pick of a child's file that waits to be audited; None where there is none."""
    with store.reading():
        return next((one.id for one in open_about(store, child, "audit")), None)


def _nothing_answered(request: AuditRequest) -> str | None:
    return None if request.answers else "No question was answered: this audit counts in none of what audits found."


def _answers(request: AuditRequest) -> list[tuple[str, AuditSays, str | None]]:
    """What each question was answered, cleaned; each question once."""
    answers = []
    for one in request.answers:
        if one.says not in get_args(AuditSays):
            raise RecordProblem(f"An answer is one of {', '.join(get_args(AuditSays))}. Nothing was recorded.")
        question = one_line(required_text(one.question, "The question"))
        answers.append((question, one.says, optional_text(one.words)))
    twice = [question for question, times in Counter(question for question, _, _ in answers).items() if times > 1]
    if twice:
        raise RecordProblem(f"'{twice[0]}' is answered twice. Nothing was recorded.")
    return answers


def _must_not_be_own(store: Store, child: ChildId, reference: str, auditor: Person, today: date) -> None:
    facts = child_facts(store, child, today)
    known = facts.children[0] if facts is not None else None
    held = known is not None and known.worker_id is not None and known.worker_id == auditor.worker
    by_manager = known is not None and known.bucket == "held_by_manager"
    if held or (by_manager and match_key(auditor.name) == match_key(author(store))):
        raise RecordProblem(
            f"{auditor.name} holds {reference}: somebody else audits it. Nothing was recorded.", "auditor"
        )

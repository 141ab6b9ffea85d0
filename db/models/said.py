"""Records: supervision, and what is said, decided, worried about and to be done."""

from __future__ import annotations

from typing import get_args

from peewee import BooleanField, Check, IntegerField, TextField

from db.fields import IsoDateField, is_date, one_of
from db.models.audits import Audit
from db.models.base import Numbered, Record, to
from db.models.spine import Child, Detail, Entry, Worker
from oversight_tui.practice import facts, records
from oversight_tui.practice.personal import OwnFileKind, RecordStep
from oversight_tui.practice.records import parts
from oversight_tui.practice.records.consultations import Adviser
from oversight_tui.practice.records.sessions import AgendaStep


class SessionPlan(Detail):
    """A session to come."""

    holds = records.SessionPlan
    session_kind = TextField(constraints=[one_of("session_kind", get_args(facts.SessionKind))])
    planned_for = IsoDateField(constraints=[is_date("planned_for")])
    minutes = IntegerField(null=True, constraints=[Check("minutes IS NULL OR minutes BETWEEN 1 AND 1440")])
    supervisor = TextField(null=True)


class SessionHeld(Detail):
    """A session held on the entry's date. `opening` marks a date entered from before this store began, `counts` whether
    one that was cut short counts as supervision.
    """

    holds = records.SessionHeld
    plan = to(SessionPlan, "plan_id", null=True)
    session_kind = TextField(constraints=[one_of("session_kind", get_args(facts.SessionKind))])
    minutes = IntegerField(null=True, constraints=[Check("minutes IS NULL OR minutes BETWEEN 1 AND 1440")])
    supervisor = TextField(null=True)
    opening = BooleanField(default=False)
    counts = BooleanField(null=True)


class SessionChild(Record):
    """A child discussed in a session."""

    holds = parts.SessionChild
    id = Numbered()
    session = to(SessionHeld, "session_id")
    child = to(Child, "child_id")

    class Meta:
        indexes = ((("session", "child"), True),)


class SessionWorker(Record):
    """A further worker at a group session, besides the one its entry is about."""

    holds = parts.SessionWorker
    id = Numbered()
    session = to(SessionHeld, "session_id")
    worker = to(Worker, "worker_id")

    class Meta:
        indexes = ((("session", "worker"), True),)


class NotDiscussed(Detail):
    """A child who stands in the list of a held session and was not discussed in it."""

    holds = records.NotDiscussed
    reason = TextField()
    session = to(SessionHeld, "session_id", null=True)


class AgendaChange(Detail):
    """A child put on the agenda of a worker's session, taken off it, or not reached in it. The child is the entry's."""

    holds = records.AgendaChange
    session_on = IsoDateField(constraints=[is_date("session_on")])
    change = TextField(constraints=[one_of("change", get_args(AgendaStep))])


class SessionCancelled(Detail):
    """A planned session that did not take place, and why. It sets back no clock."""

    holds = records.SessionCancelled
    plan = to(SessionPlan, "plan_id")
    reason = TextField()


class Discussion(Detail):
    """One child discussed once.

    `asked_for` is a talk asked for and not held; the talk that answers it names it in `answers`.
    """

    holds = records.Discussion
    setting = TextField(constraints=[one_of("setting", get_args(facts.Setting))])
    session = to(SessionHeld, "session_id", null=True)
    answers = to("self", "answers_id", null=True)
    asked_for = BooleanField(default=False)
    text = TextField()
    what_changed = TextField(null=True)
    worries = TextField(null=True)
    going_well = TextField(null=True)
    analysis = TextField(null=True)
    childs_view = TextField(null=True)


class ScaleReading(Record):
    """One person's number, 0 (cannot live at home) to 10 (safe enough to close), said in a talk or about a worry."""

    holds = parts.ScaleReading
    id = Numbered()
    entry = to(Entry, "entry_id")
    who = TextField()
    number = IntegerField(constraints=[Check("number BETWEEN 0 AND 10")])


class Filing(Detail):
    """A discussion put on the child's file, on the entry's date."""

    holds = records.Filing
    discussion = to(Discussion, "discussion_id")


class Decision(Detail):
    """What was decided, and because of what. `kind` is a decision kind of the policy."""

    holds = records.Decision
    text = TextField()
    because = TextField(null=True)
    decision_kind = TextField()
    review_on = IsoDateField(null=True, constraints=[is_date("review_on")])
    discussion = to(Discussion, "discussion_id", null=True)
    childs_view = TextField(null=True)


class DecisionReason(Detail):
    """The because of a decision, given later."""

    holds = records.DecisionReason
    decision = to(Decision, "decision_id")
    because = TextField()


class DecisionReview(Detail):
    """A decision looked at again: what was found, and when next; without a next day the decision is settled."""

    holds = records.DecisionReview
    decision = to(Decision, "decision_id")
    next_on = IsoDateField(null=True, constraints=[is_date("next_on")])
    reason = TextField()
    changed = BooleanField(null=True)
    overturned = BooleanField(null=True)


class Disagreement(Detail):
    """A worker sees it otherwise; stands beside the decision and changes nothing of it."""

    holds = records.Disagreement
    decision = to(Decision, "decision_id")
    who = TextField()
    text = TextField()


class Action(Detail):
    """What is to be done, by whom, by when."""

    holds = records.Action
    text = TextField()
    owner = TextField()
    due_on = IsoDateField(constraints=[is_date("due_on")])
    decision = to(Decision, "decision_id", null=True)
    owner_worker = to(Worker, "owner_worker_id", null=True)
    audit = to(Audit, "audit_id", null=True)


class ActionOutcome(Detail):
    """An action done, or not to be done and why."""

    holds = records.ActionOutcome
    action = to(Action, "action_id")
    done = BooleanField()
    reason = TextField(null=True)


class ActionCarried(Detail):
    """An action carried over to another date, with a word about why."""

    holds = records.ActionCarried
    action = to(Action, "action_id")
    due_on = IsoDateField(constraints=[is_date("due_on")])
    reason = TextField(null=True)


class WorkHandedIn(Detail):
    """A piece of work about a child, handed in to be signed off."""

    holds = records.WorkHandedIn
    text = TextField()
    author = TextField()
    author_worker = to(Worker, "author_worker_id", null=True)


class WorkHandedInAgain(Detail):
    """The same piece of work, after it was returned."""

    holds = records.WorkHandedInAgain
    work = to(WorkHandedIn, "work_id")


class WorkAnswer(Detail):
    """A piece of work approved and why, or returned with what is missing in it."""

    holds = records.WorkAnswer
    work = to(WorkHandedIn, "work_id")
    approved = BooleanField()
    reason = TextField()
    who = TextField(null=True)


class Worry(Detail):
    """Who is worried, about what, and what happens if nothing changes. `severity` is 1 (least) to 5."""

    holds = records.Worry
    text = TextField()
    who = TextField(null=True)
    if_nothing_changes = TextField(null=True)
    severity = IntegerField(null=True, constraints=[Check("severity IS NULL OR severity BETWEEN 1 AND 5")])
    owner = TextField(null=True)
    review_on = IsoDateField(null=True, constraints=[is_date("review_on")])


class WorryReview(Detail):
    """A worry looked at again, and when next."""

    holds = records.WorryReview
    worry = to(Worry, "worry_id")
    next_on = IsoDateField(constraints=[is_date("next_on")])
    reason = TextField(null=True)


class WorryClose(Detail):
    """A worry closed, and why."""

    holds = records.WorryClose
    worry = to(Worry, "worry_id")
    reason = TextField()


class Escalation(Detail):
    """A matter taken to somebody senior."""

    holds = records.Escalation
    text = TextField()
    sent_to = TextField()


class EscalationAnswer(Detail):
    """The answer to an escalation."""

    holds = records.EscalationAnswer
    escalation = to(Escalation, "escalation_id")
    text = TextField()


class Consultation(Detail):
    """What was asked of somebody, or what they are kept sighted of."""

    holds = records.Consultation
    text = TextField()
    asked_of = TextField()
    adviser = TextField(constraints=[one_of("adviser", get_args(Adviser))])
    for_information = BooleanField()


class ConsultationAnswer(Detail):
    """What was heard, and what it changed."""

    holds = records.ConsultationAnswer
    consultation = to(Consultation, "consultation_id")
    text = TextField()
    changed = TextField(null=True)


class Absence(Detail):
    """A worker away, both days included."""

    holds = records.Absence
    first_day = IsoDateField(constraints=[is_date("first_day")])
    last_day = IsoDateField(null=True, constraints=[is_date("last_day")])
    reason = TextField(constraints=[one_of("reason", get_args(facts.AbsenceReason))])
    note = TextField(null=True)

    class Meta:
        constraints = [Check("last_day IS NULL OR last_day >= first_day")]


class AbsenceEnd(Detail):
    """The last day of an absence whose end was not known, or has changed."""

    holds = records.AbsenceEnd
    absence = to(Absence, "absence_id")
    last_day = IsoDateField(constraints=[is_date("last_day")])


class Cover(Detail):
    """Who sees to an absent worker's children, or to an absent manager's team: both days included."""

    holds = records.Cover
    covered_by = TextField()
    first_day = IsoDateField(constraints=[is_date("first_day")])
    last_day = IsoDateField(null=True, constraints=[is_date("last_day")])

    class Meta:
        constraints = [Check("last_day IS NULL OR last_day >= first_day")]


class OwnNote(Detail):
    """The manager's note to self. Whom it is about stands here and not in the spine, so that no page asks for it."""

    holds = records.OwnNote
    about_child = to(Child, "about_child_id", null=True)
    about_worker = to(Worker, "about_worker_id", null=True)
    text = TextField()


class PersonalRecord(Detail):
    """The worker's own file. Nothing outside `worker --personal` may read this table.

    `follows` is the goal, course or concern that an entry tells more of. An agreement has the days of both signatures
    and the day on which it is to be renewed.
    """

    holds = records.PersonalRecord
    personal_kind = TextField(constraints=[one_of("personal_kind", get_args(OwnFileKind))])
    text = TextField()
    support_offered = TextField(null=True)
    next_step = TextField(null=True)
    follows = to("self", "follows_id", null=True)
    signed_by_worker = IsoDateField(null=True, constraints=[is_date("signed_by_worker")])
    signed_by_manager = IsoDateField(null=True, constraints=[is_date("signed_by_manager")])
    renew_on = IsoDateField(null=True, constraints=[is_date("renew_on")])
    look_again_on = IsoDateField(null=True, constraints=[is_date("look_again_on")])
    changed = BooleanField(null=True)
    session = to(SessionHeld, "session_id", null=True)
    step = TextField(null=True, constraints=[one_of("step", get_args(RecordStep))])

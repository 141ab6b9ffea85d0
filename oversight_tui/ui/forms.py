"""Every form that is about somebody or about one entry, opened by what it is; its module is imported only then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from oversight_tui.ui.draft_key import FormName

if TYPE_CHECKING:
    from datetime import date

    from oversight_tui.practice.ids import EntryId
    from oversight_tui.ui.dialogs.about import About
    from oversight_tui.ui.dialogs.form import Form

# --- About somebody -------------------------------------------------------------------------------


def decide(*about: About) -> Form:
    from oversight_tui.ui.dialogs.decide import DecideForm

    return DecideForm(*about)


def talk(about: About) -> Form:
    from oversight_tui.ui.dialogs.talk import TalkForm

    return TalkForm(about)


def talk_asked_for(about: About) -> Form:
    from oversight_tui.ui.dialogs.talk import AskedTalkForm

    return AskedTalkForm(about)


def worry(about: About) -> Form:
    from oversight_tui.ui.dialogs.worry import WorryForm

    return WorryForm(about)


def action(about: About) -> Form:
    from oversight_tui.ui.dialogs.action import ActionForm

    return ActionForm(about)


def risk(about: About) -> Form:
    from oversight_tui.ui.dialogs.risk import RiskForm

    return RiskForm(about)


def date_of(about: About) -> Form:
    """A date of a child; with no child, of a worker."""
    return child_date(about) if about.child_id is not None else worker_date(about)


def child_date(about: About) -> Form:
    from oversight_tui.ui.dialogs.child_date import ChildDateForm

    return ChildDateForm(about)


def worker_date(about: About) -> Form:
    from oversight_tui.ui.dialogs.worker_date import WorkerDateForm

    return WorkerDateForm(about)


def audit_file(about: About) -> Form:
    """A file that nothing picked is audited."""
    from oversight_tui.ui.dialogs.audit import AuditForm

    return AuditForm(about)


def incident(about: About) -> Form:
    from oversight_tui.ui.dialogs.incident import IncidentForm

    return IncidentForm(about)


def seen(*about: About) -> Form:
    from oversight_tui.ui.dialogs.seen import SeenForm

    return SeenForm(about)


def missing(about: About) -> Form:
    from oversight_tui.ui.dialogs.missing import MissingForm

    return MissingForm(about)


def escalate(about: About) -> Form:
    from oversight_tui.ui.dialogs.escalate import EscalateForm

    return EscalateForm(about)


def consult(about: About) -> Form:
    from oversight_tui.ui.dialogs.consult import ConsultForm

    return ConsultForm(about)


def programme(about: About) -> Form:
    from oversight_tui.ui.dialogs.teams import ProgrammeForm

    return ProgrammeForm(about)


def absence(about: About) -> Form:
    from oversight_tui.ui.dialogs.absence import AbsenceForm

    return AbsenceForm(about)


def back(about: About) -> Form:
    from oversight_tui.ui.dialogs.absence import BackForm

    return BackForm(about)


def cover(about: About) -> Form:
    from oversight_tui.ui.dialogs.hand_over import CoverForm

    return CoverForm(about)


def hand_over(about: About) -> Form:
    from oversight_tui.ui.dialogs.hand_over import HandOverForm

    return HandOverForm((about,))


def hand_in(about: About) -> Form:
    from oversight_tui.ui.dialogs.sign_off import HandInForm

    return HandInForm(about)


def referral(about: About) -> Form:
    from oversight_tui.ui.dialogs.arrivals import ReferralForm

    return ReferralForm()


def waiting_look(about: About, *, held_by_manager: bool = False) -> Form:
    from oversight_tui.ui.dialogs.arrivals import WaitingLookForm

    return WaitingLookForm(about, held_by_manager=held_by_manager)


def note(about: About) -> Form:
    from oversight_tui.ui.dialogs.note import NoteForm

    return NoteForm(about)


def legal_hold(about: About) -> Form:
    from oversight_tui.ui.dialogs.retention import LegalHoldForm

    return LegalHoldForm(about)


def book(about: About) -> Form:
    from oversight_tui.ui.dialogs.booking import BookForm

    return BookForm(about)


def duty(about: About) -> Form:
    from oversight_tui.ui.dialogs.booking import DutyForm

    return DutyForm(about)


def hold_session(about: About) -> Form:
    from oversight_tui.ui.dialogs.session import HoldForm

    return HoldForm(about)


def send_out(about: About) -> Form:
    from oversight_tui.ui.dialogs.send_out import SendOutForm

    return SendOutForm(about)


def send_out_of_team(about: About) -> Form:
    from oversight_tui.ui.dialogs.send_out import SendOutForm

    return SendOutForm(about, with_team=True)


def plan_session(about: About) -> Form:
    from oversight_tui.ui.dialogs.planned import PlanForm

    return PlanForm(about)


def group_session(about: About) -> Form:
    from oversight_tui.ui.dialogs.group import GroupForm

    return GroupForm(about)


# --- About an entry -------------------------------------------------------------------------------


def worry_answer(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.worry import AnswerWorryForm

    return _of_entry(AnswerWorryForm(entry_id, about), about)


def review_decision(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.close import ReviewDecisionForm

    return _of_entry(ReviewDecisionForm(entry_id, about), about)


def reason(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.close import ReasonForm

    return _of_entry(ReasonForm(entry_id, about), about)


def action_outcome(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.close import ActionOutcomeForm

    return _of_entry(ActionOutcomeForm(entry_id, about), about)


def disagree(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.close import DisagreeForm

    return _of_entry(DisagreeForm(entry_id, about), about)


def escalation_answer(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.escalate import AnswerForm

    return _of_entry(AnswerForm(entry_id, about), about)


def heard(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.consult import HeardForm

    return _of_entry(HeardForm(entry_id, about), about)


def withdraw(entry_id: EntryId, about: About, kind: str = "an entry", on: date | None = None) -> Form:
    from oversight_tui.ui.dialogs.correct import WithdrawForm

    return _of_entry(WithdrawForm(entry_id, about, kind, on), about)


def talk_held(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.talk import TalkForm

    return _of_entry(TalkForm(about, entry_id), about)


def booking(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.booking import BookingForm

    return _of_entry(BookingForm(entry_id, about), about)


def write_up(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.write_up import WriteUpForm

    return _of_entry(WriteUpForm(entry_id, about), about)


def take_off(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.write_up import TakeOffForm

    return _of_entry(TakeOffForm(entry_id, about), about)


def sign_off(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.sign_off import SignOffForm

    return _of_entry(SignOffForm(entry_id, about), about)


def decide_referral(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.arrivals import DecideReferralForm

    return _of_entry(DecideReferralForm(entry_id, about), about)


def handover_to_come(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.handover_to_come import HandOverToComeForm

    return _of_entry(HandOverToComeForm(entry_id, about), about)


def audit(entry_id: EntryId, about: About) -> Form:
    """A file that was picked is audited."""
    from oversight_tui.ui.dialogs.audit import AuditForm

    return _of_entry(AuditForm(about, entry_id), about)


def incident_step(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.incident import IncidentStepForm

    return _of_entry(IncidentStepForm(entry_id, about), about)


def worker_date_again(entry_id: EntryId, about: About) -> Form:
    """The date that takes the place of this one: the newest of its kind holds."""
    return worker_date(about)


def work_due(entry_id: EntryId, about: About) -> Form:
    from oversight_tui.ui.dialogs.sign_off import WorkDueForm

    return _of_entry(WorkDueForm(entry_id, about), about)


def _of_entry(form: Form, about: About) -> Form:
    """The form, knowing whom its entry is about, so that it opens again only with that said."""
    form.about_whom = (about,)
    return form


# --- By the name a draft is kept under ------------------------------------------------------------

ABOUT_SOMEBODY: Mapping[FormName, Callable[[About], Form]] = MappingProxyType(
    {
        FormName.DECIDE: decide,
        FormName.TALK: talk,
        FormName.TALK_ASKED_FOR: talk_asked_for,
        FormName.WORRY: worry,
        FormName.ACTION: action,
        FormName.RISK: risk,
        FormName.CHILD_DATE: child_date,
        FormName.WORKER_DATE: worker_date,
        FormName.AUDIT_FILE: audit_file,
        FormName.INCIDENT: incident,
        FormName.SEEN: seen,
        FormName.MISSING: missing,
        FormName.ESCALATE: escalate,
        FormName.CONSULT: consult,
        FormName.PROGRAMME: programme,
        FormName.ABSENCE: absence,
        FormName.BACK: back,
        FormName.COVER: cover,
        FormName.BOOK: book,
        FormName.DUTY: duty,
        FormName.HAND_IN: hand_in,
        FormName.REFERRAL: referral,
        FormName.WAITING_LOOK: waiting_look,
        FormName.NOTE: note,
        FormName.LEGAL_HOLD: legal_hold,
        FormName.HOLD_SESSION: hold_session,
        FormName.PLAN_SESSION: plan_session,
        FormName.GROUP_SESSION: group_session,
    }
)
ABOUT_AN_ENTRY: Mapping[FormName, Callable[[EntryId, About], Form]] = MappingProxyType(
    {
        FormName.WORRY_ANSWER: worry_answer,
        FormName.REVIEW_DECISION: review_decision,
        FormName.REASON: reason,
        FormName.ACTION_OUTCOME: action_outcome,
        FormName.DISAGREE: disagree,
        FormName.ESCALATION_ANSWER: escalation_answer,
        FormName.HEARD: heard,
        FormName.AUDIT: audit,
        FormName.INCIDENT_STEP: incident_step,
        FormName.WITHDRAW: withdraw,
        FormName.TALK_HELD: talk_held,
        FormName.BOOKING: booking,
        FormName.WRITE_UP: write_up,
        FormName.SIGN_OFF: sign_off,
        FormName.WORK_DUE: work_due,
        FormName.TAKE_OFF: take_off,
        FormName.DECIDE_REFERRAL: decide_referral,
        FormName.HANDOVER_TO_COME: handover_to_come,
    }
)
# The forms that may be about nobody on the board: whom they are about is typed into them.
ABOUT_ANYBODY = frozenset(
    {FormName.TALK, FormName.TALK_ASKED_FOR, FormName.WORRY, FormName.REFERRAL, FormName.NOTE, FormName.BOOK}
)

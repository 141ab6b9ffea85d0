"""A session as it is held: what it is to be about, and an entry for each child who is talked about in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.agendas import discussed_in, planned_ahead, who_was_there
from db.queries.board import workers_with
from db.queries.contents import content_of
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records import Discussion, SessionHeld
from oversight_tui.practice.requests import (
    CarryAction,
    ChangeAgenda,
    CloseAction,
    FinishSession,
    PlanSession,
    Recorded,
    SessionTalk,
    SettledAction,
    WriteUp,
)
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.record.actions import carry_action, close_action
from oversight_tui.services.record.agendas import change_agenda
from oversight_tui.services.record.asked_talks import still_asked_for
from oversight_tui.services.record.checks import (
    RecordProblem,
    checked_actions,
    checked_minutes,
    checked_scales,
    decision_kind_words,
    must_have_happened,
    only_a_group_has,
    optional_because,
    optional_text,
    the_entry,
    the_worker,
    waits_for_its_reason,
)
from oversight_tui.services.record.cut_short import Course, counts_in_words, whether_it_counts
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.families import one_text_for_one_family
from oversight_tui.services.record.led_by import leader, led_by
from oversight_tui.services.record.personal import feedback_of_session
from oversight_tui.services.record.presence import day_said, last_days_said
from oversight_tui.services.record.session_about_whom import not_here_then, whose_children
from oversight_tui.services.record.session_twice import session_gone_on_with
from oversight_tui.services.record.sessions import instead_of, nearest_planned, plan
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

_NO_WORDS = "Talked through."  # whether the plan stands is said by the decision that is with it


@records(SessionTalk)
def talk_in_session(store: Store, talk: SessionTalk, today: date) -> list[Recorded]:
    """What was said about a child in a session; the first of them records that the session is held.

    Without `session_id` it goes on with the session of its kind that was held with the worker that day, also where it
    has ended: what is written up afterwards makes no second session, and none that was cut short a whole one. Where it
    is said that it is another one, that begins with the talk. The first thing recorded is the session itself, then an
    entry for each child. Raises NotFound, and AsksFirst of a group with somebody who was not in that of the day.
    """
    if not talk.children:
        raise RecordProblem("Say which child was talked about. Nothing was recorded.")
    with store.writing():
        names = [the_worker(store, worker) for worker in (talk.worker_id, *talk.others)]
        must_have_happened(talk.on, today, "A session")
        references = {find_child(store, reference): reference for reference in talk.children}
        unknown = one_text_for_one_family(store, talk, tuple(references))
        asked = _checked(store, talk)
        session = talk.session_id or session_gone_on_with(store, talk)
        there = (talk.worker_id, *talk.others)
        gone = not_here_then(store, there, talk.on, today) if session is None else ""
        known_who = session is None or talk.kind != "group"
        whose = whose_children(store, references, there, talk.on) if known_who else ""
        asked = _begun_with(store, asked, talk.supervisor) if session is None else asked
        took_up = instead_of(store, asked.planned_id, talk.on) if session is None else ""
        if session is not None:
            the_entry(store, session, SessionHeld, "session")
        if talk.kind == "group":
            _accountable_is_there(store, asked, session)
        session, entries = writes.talk_in_session(store, asked, tuple(references), session, author(store))
        days = waits_for_its_reason(asked.decision, asked.because) + last_days_said(store, asked.actions, today)
        open_still = [still_asked_for(store, child, reference) for child, reference in references.items()]
        for settled in talk.settled:
            _settle(store, settled, talk.on, today)
    what = "Group supervision" if talk.kind == "group" else "Supervision"
    says = f"{what} with {', '.join(names)} on {long_day(talk.on)}.{took_up}"
    also = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    looked_at = f", {count(len(talk.settled), 'earlier action')} looked at" if talk.settled else ""
    return [
        Recorded(session, SessionHeld.kind.name, says, hint=gone or None),
        *(
            Recorded(
                entry,
                Discussion.kind.name,
                f"{reference} written{also}{looked_at}.{days}",
                hint=" ".join(filter(None, (whose, still, unknown))) or None,
            )
            for entry, reference, still in zip(entries, references.values(), open_still, strict=True)
        ),
    ]


@records(WriteUp)
def write_up(store: Store, request: WriteUp, today: date) -> list[Recorded]:
    """The words about children of a session that was held, with its day, its kind and its worker."""
    with store.writing():
        session = the_entry(store, request.session_id, SessionHeld, "session")
        held = content_of(store, session.kind, session.version)
        assert isinstance(held, SessionHeld)
        assert session.worker is not None  # a session is always held with somebody
        assert session.on is not None  # and on a day
        talk = SessionTalk(
            session.worker,
            request.children,
            session.on,
            session_id=session.id,
            kind=held.session_kind,
            text=request.text,
            what_changed=request.what_changed,
            worries=request.worries,
            going_well=request.going_well,
            analysis=request.analysis,
            childs_view=request.childs_view,
            decision=request.decision,
            because=request.because,
            one_family=request.one_family,
            actions=request.actions,
            scales=request.scales,
            settled=request.settled,
            sensitive=request.sensitive,
        )
        session_held, *written = talk_in_session(store, talk, today)
        return [one.__replace__(says=f"{session_held.says} {one.says}") for one in written]


@records(FinishSession)
def finish_session(store: Store, request: FinishSession, today: date) -> list[Recorded]:
    """How long a session took and who was not reached, said at its end, and the day of the next one where agreed."""
    with store.writing():
        session = the_entry(store, request.session_id, SessionHeld, "session")
        minutes = checked_minutes(request.minutes)
        known = content_of(store, session.kind, session.version)
        assert isinstance(known, SessionHeld)
        if request.next_on is not None and request.next_on == session.on:
            raise RecordProblem(
                f"The next session cannot be on {long_day(request.next_on)}, the day of this one. Name a later day, "
                "such as +4w; nothing was recorded.",
                "next",
            )
        if known.minutes is not None:
            raise RecordProblem(
                f"That session has ended already, after {count(known.minutes, 'minute')}. Nothing was recorded."
            )
        later = dict.fromkeys(find_child(store, one) for one in request.to_write_up)
        writes.list_in_session(store, session.id, tuple(later), author(store))
        left_over = tuple(one for one in dict.fromkeys(request.not_reached) if one not in later)
        went = Course(minutes, known.plan, len(discussed_in(store, session.id)), len(left_over))
        counts = whether_it_counts(store, known.session_kind, went, request.counts)
        held = known.__replace__(minutes=minutes if minutes is not None else known.minutes, counts=counts)
        if held != known:
            writes.correct(store, session, author(store), content=held)
        worker = session.worker
        assert worker is not None  # a session is always held with somebody
        name = the_worker(store, worker)
        also = [plan(store, PlanSession(worker, request.next_on), today)] if request.next_on is not None else []
        cut_short = counts_in_words(store, worker, session.on or today, counts)
        on = session.on or today
        heard = feedback_of_session(store, worker, known.session_kind, on, request.feedback, today)
        following = _next_in_words(store, worker, today)
        if left_over:
            also.append(change_agenda(store, ChangeAgenda(worker, left_over, on, "not_reached"), today))
    long = f", {count(minutes, 'minute')}" if minutes else ""
    of_day = f" of {long_day(session.on)}" if session.on else ""
    one_to_one = known.session_kind == "one_to_one"
    fully = " and counts as supervision" if counts is None and one_to_one else ""
    says = f"Supervision{of_day} with {name} ended{long}{fully}{cut_short}.{heard}"
    says += f" {len(later)} to be written up." if later else ""
    number = len(left_over)
    left = f" {number} not reached, carried over: they weigh more on the next agenda." if number else ""
    following = following if one_to_one else ""
    all_of_it = f"{says}{following}{left}"
    unsaid = "" if request.next_on is not None else following
    return [Recorded(session.id, SessionHeld.kind.name, f"{says}{unsaid}", together=all_of_it), *also]


def _next_in_words(store: Store, worker_id: WorkerId, today: date) -> str:
    """When the next session with a worker is, with what is to be said of its day, and a space before it."""
    following = next((one.on for one in planned_ahead(store, worker_id) if one.on > today), None)
    if following is None:
        return " No next session is planned."
    return f" The next is on {long_day(following)}.{day_said(store, following, today, worker_id)}"


def _begun_with(store: Store, talk: SessionTalk, led: str | None) -> SessionTalk:
    """A talk with which a session begins: it takes up the plan that `hold` would, and says who `led` it, as typed, as
    that does.
    """
    begun = talk.__replace__(planned_id=talk.planned_id or nearest_planned(store, talk))
    if talk.kind == "group":
        return begun
    return begun.__replace__(supervisor=led_by(store, led, talk.worker_id))


def _accountable_is_there(store: Store, talk: SessionTalk, session: EntryId | None) -> None:
    """A group decides and plans nothing without the manager who answers for the child.

    That is the supervisor named for the worker, else whoever the board belongs to; it holds for who records it too.
    """
    if talk.decision is None and not talk.actions:
        return
    worker = workers_with(store, [talk.worker_id])[0]
    there = set(who_was_there(store, session)) if session is not None else {talk.supervisor or author(store)}
    there |= {the_worker(store, other) for other in talk.others}
    accountable = {worker.supervisor or author(store), author(store)}
    if not {match_key(name) for name in accountable} & {match_key(name) for name in there}:
        raise RecordProblem(
            f"No next step without the accountable manager, {worker.supervisor or author(store)}, who was not there. "
            "Leave decision and actions out, or say that they were there. Nothing was recorded."
        )


def _checked(store: Store, talk: SessionTalk) -> SessionTalk:
    decision, text = optional_text(talk.decision), optional_text(talk.text)
    because = optional_because(talk.because, decision)
    if text is None and decision is None:
        raise RecordProblem("Write what was said, or what was decided. Nothing was recorded.")
    decision_kind_words(store, talk.decision_kind)
    only_a_group_has(talk.others, talk.kind)
    return talk.__replace__(
        supervisor=leader(store, talk.supervisor, talk.worker_id),
        text=text or _NO_WORDS,
        decision=decision,
        because=because,
        what_changed=optional_text(talk.what_changed),
        worries=optional_text(talk.worries),
        going_well=optional_text(talk.going_well),
        analysis=optional_text(talk.analysis),
        childs_view=optional_text(talk.childs_view),
        actions=checked_actions(store, talk.actions, talk.on),
        scales=checked_scales(talk.scales),
    )


def _settle(store: Store, settled: SettledAction, on: date, today: date) -> None:
    if settled.carried_to is not None:
        carry_action(store, CarryAction(settled.action, settled.carried_to, on, settled.text), today)
    else:
        close_action(store, CloseAction(settled.action, on, settled.done, settled.text), today)

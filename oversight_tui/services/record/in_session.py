"""A session as it is held: what it is to be about, and an entry for each child who is talked about in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.agendas import held_on, who_was_there
from db.queries.board import workers_with
from oversight_tui.practice.requests import ActionOutcome, Closing, PlanSession, Recorded, SessionTalk
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.about_children import carry_action, close_action
from oversight_tui.services.record.checks import (
    RecordProblem,
    checked_actions,
    checked_scales,
    happened,
    name_or_nothing,
    said_or_nothing,
    the_child,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.sessions import nearest_planned, plan
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

_CHANGES = {"added": "is on", "dropped": "is off", "not_reached": "was not reached in"}


def change_agenda(store: Store, worker_id: str, child_id: str, on: date, change: str, today: date) -> Recorded:
    """A child put on the agenda of a worker's session on a day, or taken off it."""
    with store.writing():
        name, reference = the_worker(store, worker_id), the_child(store, child_id)
        entry = writes.change_agenda(store, int(worker_id), (int(child_id),), on, change, today, author(store))
    says = f"{reference} {_CHANGES[change]} the agenda of {name} on {long_day(on)}."
    return Recorded(str(entry), "agenda", says)


def not_reached(store: Store, worker_id: str, child_ids: Sequence[str], on: date, today: date) -> Recorded:
    """Children who were on the agenda of a session and were not reached: the next agenda knows it."""
    with store.writing():
        name = the_worker(store, worker_id)
        children = tuple(int(child) for child in child_ids)
        entry = writes.change_agenda(store, int(worker_id), children, on, "not_reached", today, author(store))
    number = count(len(children), "child", "children")
    says = f"{number} not reached, carried over: they weigh more on the next agenda with {name}."
    return Recorded(str(entry), "agenda", says)


def talk_in_session(store: Store, talk: SessionTalk, today: date) -> list[Recorded]:
    """What was said about a child in a session; the first of them records that the session is held.

    Without `session_id` it goes on with the session of its kind that was begun with the worker that day and has not
    ended. The first thing recorded is the session itself (kind `session_held`), then an entry for each child.
    """
    if not talk.children:
        raise RecordProblem("Say which child was talked about. Nothing was recorded.")
    with store.writing():
        names = [the_worker(store, worker) for worker in (talk.worker_id, *talk.others)]
        happened(talk.on, today, "A session")
        children = tuple(str(find_child(store, reference)) for reference in talk.children)
        asked = _checked(store, talk.__replace__(children=children))
        begun = talk.session_id or held_on(store, int(talk.worker_id), talk.on, talk.kind)
        session = int(begun) if begun is not None else None
        if session is not None:
            the_entry(store, str(session), "session_held", "session")
        if talk.kind == "group":
            asked = asked.__replace__(planned_id=talk.planned_id or nearest_planned(store, talk))
            _accountable_is_there(store, asked, session)
        session, entries = writes.talk_in_session(store, asked, session, author(store))
        for outcome in talk.outcomes:
            _settle(store, outcome, talk.on, today)
    what = "Group supervision" if talk.kind == "group" else "Supervision"
    held = Recorded(str(session), "session_held", f"{what} with {', '.join(names)} on {long_day(talk.on)}.")
    also = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    settled = f", {count(len(talk.outcomes), 'earlier action')} looked at" if talk.outcomes else ""
    return [
        held,
        *(
            Recorded(str(entry), "discussion", f"{reference} written{also}{settled}.")
            for entry, reference in zip(entries, talk.children, strict=True)
        ),
    ]


def finish_session(
    store: Store, session_id: str, minutes: int | None, next_on: date | None, today: date
) -> list[Recorded]:
    """How long a session took, said at its end, and the day of the next one where it is agreed."""
    with store.writing():
        session = the_entry(store, session_id, "session_held", "session")
        if minutes is not None:
            if not 1 <= minutes <= 24 * 60:
                raise RecordProblem("A session lasts from 1 to 1,440 minutes. Nothing was recorded.")
            writes.correct(store, session, author(store), on=None, child=None, values={"minutes": minutes})
        name = the_worker(store, str(session.worker))
        planned = [plan(store, PlanSession(str(session.worker), next_on), today)] if next_on is not None else []
    long = f", {count(minutes, 'minute')}" if minutes else ""
    return [Recorded(session_id, "session_held", f"Supervision with {name} ended{long}."), *planned]


def _accountable_is_there(store: Store, talk: SessionTalk, session: int | None) -> None:
    """A group decides and plans nothing without the manager who answers for the child.

    That is the supervisor named for the worker, else whoever the board belongs to; it holds for who records it too.
    """
    if talk.decision is None and not talk.actions:
        return
    worker = workers_with(store, [int(talk.worker_id)])[0]
    there = set(who_was_there(store, session)) if session is not None else {talk.supervisor or author(store)}
    there |= {the_worker(store, other) for other in talk.others}
    accountable = {worker.supervisor or author(store), author(store)}
    if not {match_key(name) for name in accountable} & {match_key(name) for name in there}:
        raise RecordProblem(
            f"No next step without the accountable manager, {worker.supervisor or author(store)}, who was not there. "
            "Leave decision and actions out, or say that they were there. Nothing was recorded."
        )


def _checked(store: Store, talk: SessionTalk) -> SessionTalk:
    decision, text = said_or_nothing(talk.decision), said_or_nothing(talk.text)
    if talk.because and talk.because.strip() and not decision:
        raise RecordProblem("A because was given and no decision. Write what was decided; nothing was recorded.")
    if text is None and decision is None:
        raise RecordProblem("Write what was said, or what was decided. Nothing was recorded.")
    kinds = policy_in_force(store).decision_kinds
    if talk.decision_kind not in kinds:
        raise RecordProblem(f"There is no decision kind '{talk.decision_kind}'. There are {', '.join(kinds)}.")
    if talk.others and talk.kind != "group":
        raise RecordProblem("Several workers are at a group session: say group as its kind. Nothing was recorded.")
    return talk.__replace__(
        supervisor=name_or_nothing(talk.supervisor),
        text=text or "Talked through; the plan stands.",
        decision=decision,
        because=said_or_nothing(talk.because),
        what_changed=said_or_nothing(talk.what_changed),
        worries=said_or_nothing(talk.worries),
        going_well=said_or_nothing(talk.going_well),
        analysis=said_or_nothing(talk.analysis),
        childs_view=said_or_nothing(talk.childs_view),
        actions=checked_actions(store, talk.actions, talk.on),
        scales=checked_scales(talk.scales),
    )


def _settle(store: Store, outcome: ActionOutcome, on: date, today: date) -> None:
    closing = Closing(outcome.action_id, on, outcome.text, done=outcome.done)
    if outcome.carried_to is not None:
        carry_action(store, closing, outcome.carried_to, today)
    else:
        close_action(store, closing, today)

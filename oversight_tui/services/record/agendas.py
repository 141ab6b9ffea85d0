"""What a session is to be about: children put on its agenda, taken off it, or not reached in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.board import workers_with
from db.queries.single import child_facts
from oversight_tui.practice.agenda import Agenda, AgendaSession, PutOff
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.records import AgendaChange
from oversight_tui.practice.requests import ChangeAgenda, Recorded
from oversight_tui.practice.session_pages import HeldHow
from oversight_tui.services.agenda import agenda_of, session_in_hand
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, the_child, the_worker
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store


@records(ChangeAgenda)
def change_agenda(store: Store, request: ChangeAgenda, today: date) -> Recorded:
    """Children put on the agenda of a worker's session, taken off it, or not reached in it.

    Of who is taken off it says to which session the talk is put off, and what limit is passed by that.
    """
    if not request.children:
        raise RecordProblem("Say which child it is about. Nothing was recorded.")
    with store.writing():
        name = the_worker(store, request.worker_id)
        references = {child: the_child(store, child) for child in request.children}
        if request.step != "not_reached":
            for child in references:
                _must_be_theirs(store, child, request.worker_id, today)
        entry = writes.change_agenda(store, request, today, author(store))
        if request.step == "not_reached":
            number = count(len(references), "child", "children")
            says = f"{number} not reached, carried over: they weigh more on the next agenda with {name}."
        else:
            agenda = _agenda_with(store, request, today)
            says = " ".join(_says(request, agenda, child, references[child], name, today) for child in references)
    return Recorded(entry, AgendaChange.kind.name, says)


def _must_be_theirs(store: Store, child: ChildId, worker: WorkerId, today: date) -> None:
    """An agenda takes the worker's own open children. Raises RecordProblem for any other."""
    facts = child_facts(store, child, today)
    if facts is None:
        return
    (known,) = facts.children
    if not known.open:
        raise RecordProblem(f"{known.reference} is closed, and on nobody's agenda. Nothing was recorded.")
    if known.worker_id == worker:
        return
    if known.worker_id is None:
        raise RecordProblem(
            f"{known.reference} has no worker, and so is on nobody's agenda. Hand the child over first. Nothing was "
            "recorded."
        )
    (holder,) = workers_with(store, [known.worker_id])
    raise RecordProblem(
        f"{known.reference} is with {holder.name}, so on no other worker's agenda. Name {holder.name}, or hand the "
        "child over first. Nothing was recorded."
    )


def _agenda_with(store: Store, request: ChangeAgenda, today: date) -> Agenda:
    """The agenda in which a change stands: of the session in hand for today, else of the sessions to come."""
    if request.session_on == today:
        return session_in_hand(store, request.worker_id, today, HeldHow(today=True)).agenda
    return agenda_of(store, request.worker_id, today).agenda


def _says(request: ChangeAgenda, agenda: Agenda, child: ChildId, reference: str, name: str, today: date) -> str:
    """On or off which session's agenda a child is now."""
    added = request.step == "added"
    here = next(
        (one for one in agenda.sessions if one.slot.on >= request.session_on and _holds(one, child, added)), None
    )
    day = long_day(here.slot.on if here is not None else request.session_on)
    says = f"{reference} is {'on' if added else 'off'} the agenda of {name} on {day}"
    off = next((one for one in here.put_off if one.child.child_id == child), None) if here is not None else None
    if off is None:
        return f"{says}."
    if off.must:
        return f"{says}. {_put_off(off, today)}"
    return f"{says}, and on {f'that of {long_day(off.to)}' if off.to is not None else 'none of the next'}."


def _holds(session: AgendaSession, child: ChildId, added: bool) -> bool:
    """Whether a session is the one to whose agenda a child was added, or from which the child was taken off."""
    return child in (session.slot.added if added else session.slot.dropped)


def _put_off(off: PutOff, today: date) -> str:
    """What becomes of a child who had to be in the session: the day of the talk now, and how long past the limit."""
    to = f"put off to {long_day(off.to)}" if off.to is not None else "on none of the next agendas"
    if off.child.urgent:
        return f"Urgent, and {to}."
    assert off.limit is not None  # who must be in it has a limit
    days = f", {count((off.to - off.limit).days, 'day')} past it" if off.to is not None else ""
    if off.limit < today:
        return f"{count((today - off.limit).days, 'day')} past the limit already, and {to}{days}."
    return f"The limit is {long_day(off.limit)}, and the child is {to}{days}."

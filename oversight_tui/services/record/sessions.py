"""Supervision sessions planned, moved, held and cancelled, and the dates from before this record began."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db import writes
from db.queries.board import workers_with
from db.queries.entries import planned_sessions, time_of
from db.queries.single import child_facts
from db.queries.waiting import unwritten_about
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import AboutChild, EntryId, Subject, WorkerId
from oversight_tui.practice.possible_days import not_here
from oversight_tui.practice.records import NotDiscussed, SessionCancelled, SessionHeld, SessionPlan
from oversight_tui.practice.requests import (
    CancelSession,
    ChangeAgenda,
    HoldSession,
    LayDownSessions,
    MoveSession,
    OpeningDate,
    PlanSession,
    Recorded,
    SessionTalk,
    TakeOffSession,
)
from oversight_tui.practice.schedule import TAKES_A_PLAN_WITHIN, LaidDown, laid_down
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    about_whom,
    checked_minutes,
    must_be_to_come,
    must_have_happened,
    only_a_group_has,
    optional_time,
    required_text,
    still_open,
    the_child,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.cut_short import Course, counts_in_words, whether_it_counts
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.led_by import led_by
from oversight_tui.services.record.personal import feedback_of_session
from oversight_tui.services.record.presence import absences_of, day_said
from oversight_tui.services.record.same_time import moved_session_said, of_session_said, span_of
from oversight_tui.services.record.session_about_whom import not_here_then, whose_children
from oversight_tui.services.record.session_twice import must_be_another
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import SESSION
from oversight_tui.words.times import day_and_time, moved_to

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

MOST_WEEKS_BETWEEN = 26
LONGEST_SCHEDULE = timedelta(days=366)


@records(PlanSession)
def plan(store: Store, request: PlanSession, today: date) -> Recorded:
    """Plan a session for today or a day to come."""
    recorded, remark = _planned(store, request, today)
    return recorded.__replace__(says=f"{recorded.says}{remark}")


def _planned(store: Store, request: PlanSession, today: date) -> tuple[Recorded, str]:
    """A session planned, and a remark on its day and time, with a space before it."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        must_be_to_come(request.on, today, "A session")
        checked_minutes(request.minutes)
        at = optional_time(request.at)
        asked = request.__replace__(supervisor=led_by(store, request.supervisor, request.worker_id), at=at)
        remark = day_said(store, request.on, today, request.worker_id)
        if _planned_on_it(store, request):
            remark += " One was planned for that day already."
        entry = writes.plan_session(store, asked, author(store))
        remark += of_session_said(
            store, request.worker_id, asked.supervisor, request.on, span_of(at, request.minutes), (entry,)
        )
    says = f"{_session(request.kind)} with {name} planned for {day_and_time(request.on, at)}."
    return Recorded(entry, SessionPlan.kind.name, says), remark


def _planned_on_it(store: Store, request: PlanSession) -> bool:
    """Whether a session of its kind is planned for that day."""
    planned = planned_sessions(store, request.worker_id)
    return any(one.on == request.on and one.kind == request.kind for one in planned)


@records(LayDownSessions)
def lay_down(store: Store, request: LayDownSessions, today: date) -> list[Recorded]:
    """Sessions laid down from a day on, every so many weeks, past bank holidays and the worker's absences, up to the
    worker's last day.

    They are one event. The hint of the last says which days gave way to which, and for which there is none; all of them
    together what else is to be said of a day too, as each says of its own.
    """
    first = request.first
    if not 1 <= request.every_weeks <= MOST_WEEKS_BETWEEN:
        raise RecordProblem(f"Sessions come every 1 to {MOST_WEEKS_BETWEEN} weeks. Nothing was recorded.")
    if request.until > first.on + LONGEST_SCHEDULE:
        raise RecordProblem("A schedule can be laid down for a year at most. Nothing was recorded.")
    with store.writing():
        name = the_worker(store, first.worker_id)
        (worker,) = workers_with(store, [first.worker_id])
        until = min(request.until, worker.leaves or date.max)
        here_not = not_here(worker, absences_of(store, first.worker_id))
        laid = laid_down(first.on, request.every_weeks, until, here_not, today)
        if not laid.days:
            raise RecordProblem("There is no day for a session in that time. Nothing was recorded.")
        known = {one.on for one in planned_sessions(store, first.worker_id) if one.kind == first.kind}
        new = [day for day in laid.days if day not in known]
        if not new:
            raise RecordProblem("A session is planned for each of these days already. Nothing was recorded.")
        planned = [(day, *_planned(store, first.__replace__(on=day), today)) for day in new]
    recorded = [one.__replace__(says=f"{one.says}{remark}") for _, one, remark in planned]
    remarks = [*_gave_way(laid), *_planned_already(laid, known)]
    if until < request.until:
        remarks.append(f"None after the last day of {name}, {long_day(until)}")
    hint = ". ".join(remarks)
    recorded[-1] = recorded[-1].__replace__(hint=f"{hint}." if hint else None)
    of_days = [f"{long_day(day)}: {remark.strip().removesuffix('.')}" for day, _, remark in planned if remark]
    hint = ". ".join((*remarks, *of_days))
    says = f"{count(len(recorded), 'session')} with {name} laid down, the first on {long_day(new[0])}"
    recorded[0] = recorded[0].__replace__(together=f"{says}. {hint}." if hint else f"{says}.")
    return recorded


def _gave_way(laid: LaidDown) -> Iterator[str]:
    """Which days of a schedule gave way to which, and for which there is none."""
    if laid.moved:
        gave_way = ", ".join(f"{long_day(was)} to {long_day(on)}" for was, on in laid.moved)
        yield f"Not on a day that is free, so moved: {gave_way}"
    if laid.left_out:
        yield f"No day is free in place of {', '.join(map(long_day, laid.left_out))}"


def _planned_already(laid: LaidDown, known: Collection[date]) -> Iterator[str]:
    """On which days of a schedule a session is planned already, so that it is not planned twice."""
    if there := [long_day(day) for day in laid.days if day in known]:
        yield f"Planned already: {', '.join(there)}"


@records(MoveSession)
def move(store: Store, request: MoveSession, today: date) -> Recorded:
    """A planned session moved to another day or time: a newer version of the plan. No clock is set back."""
    with store.writing():
        entry = _still_planned(store, request.planned_id)
        must_be_to_come(request.to, today, "A session")
        at = optional_time(request.at)
        before = time_of(store, entry.version)
        if request.to == entry.on and at in (None, before):
            raise RecordProblem(f"It is planned for {day_and_time(request.to, before)} already. Nothing was recorded.")
        plan = writes.changed(store, entry, SessionPlan, lambda known: known.__replace__(planned_for=request.to))
        writes.correct(store, entry, author(store), content=plan, on=request.to, at=at)
        name = about_whom(store, entry)
        remark = day_said(store, request.to, today, entry.worker)
        remark += moved_session_said(store, entry, request.to, at or before)
    was = f" of {long_day(entry.on)}" if entry.on else ""
    says = f"Session{was} with {name} moved to {moved_to(entry.on, request.to, at or before)}.{remark}"
    return Recorded(entry.id, SessionPlan.kind.name, says)


@records(CancelSession)
def cancel(store: Store, request: CancelSession, today: date) -> Recorded:
    """Cancel a planned session with the reason. No clock is set back."""
    with store.writing():
        entry = _still_planned(store, request.planned_id)
        must_have_happened(request.on, today, "The cancelling")
        cancelled = SessionCancelled(entry.id, required_text(request.because, "The reason", "because"))
        written = writes.follow_up(store, entry, cancelled, request.on, author(store))
        name = about_whom(store, entry)
    day = f" of {long_day(entry.on)}" if entry.on else ""
    says = f"Session{day} with {name} cancelled. No clock was set back."
    return Recorded(written, SessionCancelled.kind.name, says)


@records(HoldSession)
def hold(store: Store, request: HoldSession, today: date) -> Recorded:
    """Record a session held, with the children who were discussed.

    It takes the planned session that is named, else the nearest planned one of its kind within seven days. Raises
    AsksFirst where one of its kind was held that day.
    """
    with store.writing():
        name = the_worker(store, request.worker_id)
        must_have_happened(request.on, today, "A session")
        checked_minutes(request.minutes)
        for child in (*request.children, *request.not_reached):
            the_child(store, child)
        others = [the_worker(store, other) for other in request.others]
        only_a_group_has(request.others, request.kind)
        must_be_another(store, request, _session(request.kind))
        if request.planned_id is None:
            planned = nearest_planned(store, request)
        else:
            planned = _still_planned(store, request.planned_id, request.worker_id).id
        instead = instead_of(store, planned, request.on)
        went = Course(request.minutes, planned, len(set(request.children)), len(set(request.not_reached)))
        counts = whether_it_counts(store, request.kind, went, request.counts)
        asked = request.__replace__(
            planned_id=planned, supervisor=led_by(store, request.supervisor, request.worker_id), counts=counts
        )
        entry = writes.hold_session(store, asked, author(store))
        if request.not_reached:
            missed = ChangeAgenda(request.worker_id, request.not_reached, request.on, "not_reached")
            writes.change_agenda(store, missed, today, author(store))
        there = (request.worker_id, *request.others)
        cut_short = counts_in_words(store, request.worker_id, request.on, counts)
        heard = feedback_of_session(store, request.worker_id, request.kind, request.on, request.feedback, today)
        gone = not_here_then(store, there, request.on, today)
        whose = whose_children(store, (*request.children, *request.not_reached), there, request.on)
    with_children = f", {count(len(set(request.children)), 'child', 'children')} discussed" if request.children else ""
    with_children += f", {len(set(request.not_reached))} not reached" if request.not_reached else ""
    names = ", ".join([name, *others])
    on = long_day(request.on)
    says = f"{_session(request.kind)} with {names} held on {on}{with_children}{cut_short}.{instead}{heard}"
    return Recorded(entry, SessionHeld.kind.name, says, hint=" ".join(filter(None, (gone, whose))) or None)


@records(TakeOffSession)
def take_off(store: Store, request: TakeOffSession, today: date) -> Recorded:
    """A child taken off the list of a held session, so that it counts as no discussion of theirs."""
    with store.writing():
        session = the_entry(store, request.session_id, SessionHeld, "session")
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "The taking off")
        if not any(one.session_id == session.id for one in unwritten_about(store, request.child_id)):
            raise RecordProblem(
                f"{reference} does not stand in that session with nothing written. Nothing was recorded."
            )
        gone = NotDiscussed(required_text(request.because, "The reason", "because"), session.id)
        entry = writes.add_about(store, gone, AboutChild(request.child_id), request.on, author(store))
    day = f" of {long_day(session.on)}" if session.on else ""
    says = f"{reference} is off the list of the session{day}, which counts as no discussion of theirs."
    return Recorded(entry, NotDiscussed.kind.name, says)


@records(OpeningDate)
def opening(store: Store, request: OpeningDate, today: date) -> Recorded:
    """Enter when a worker was last supervised, or a child last discussed, before this record began."""
    with store.writing():
        who = about(store, request.about)
        must_have_happened(request.on, today, "The last time")
        entry = writes.opening_date(store, request, author(store))
        held = _recorded_here(store, request.about, today)
    what = "last discussed" if isinstance(request.about, AboutChild) else "last supervised"
    return Recorded(entry, "opening", f"{who}: {what} on {long_day(request.on)}, entered as an opening date.{held}")


def _recorded_here(store: Store, about: Subject, today: date) -> str:
    """That a session or talk is recorded here, and no opening date overrides it; empty where there is none."""
    if isinstance(about, AboutChild):
        known = child_facts(store, about.id, today)
        (child,) = known.children if known is not None else (None,)
        last = child.last_discussed if child is not None and child.last_discussed_setting != "opening" else None
        return f" The talk of {long_day(last)} that is recorded here still counts." if last else ""
    (worker,) = workers_with(store, [about.id])
    last = None if worker.last_held_is_opening else worker.last_held
    return f" The session of {long_day(last)} that is recorded here still counts." if last else ""


def days_planned(store: Store, worker_id: WorkerId) -> tuple[date, ...]:
    """The days for which sessions are planned with a worker."""
    with store.reading():
        return tuple(one.on for one in planned_sessions(store, worker_id))


def planned_on(store: Store, worker_id: WorkerId, on: date) -> EntryId:
    """The one session planned with a worker for a day. Raises RecordProblem where there is none."""
    with store.reading():
        planned = planned_sessions(store, worker_id)
        name = the_worker(store, worker_id)
    found = next((one.entry for one in planned if one.on == on), None)
    if found is not None:
        return found
    days = ", ".join(long_day(one.on) for one in planned)
    have = f"Planned: {days}." if days else "None is planned."
    raise RecordProblem(f"No session with {name} is planned for {long_day(on)}. {have}")


def nearest_planned(store: Store, request: HoldSession | SessionTalk) -> EntryId | None:
    """The planned session of its kind that is nearest to its day, within seven days; None where there is none."""
    near = [
        (abs(one.on - request.on), one.on, one.entry)
        for one in planned_sessions(store, request.worker_id)
        if one.kind == request.kind and abs(one.on - request.on) <= TAKES_A_PLAN_WITHIN
    ]
    return min(near)[2] if near else None


def instead_of(store: Store, planned_id: EntryId | None, on: date) -> str:
    """That the session takes up a plan of another day, with a blank before it; empty where it takes up none such."""
    day = the_entry(store, planned_id, SessionPlan, "planned session").on if planned_id is not None else None
    return f" It was the one planned for {long_day(day)}." if day is not None and day != on else ""


def _still_planned(store: Store, planned_id: EntryId, worker_id: WorkerId | None = None) -> EntryAbout:
    """The planned session, neither held nor cancelled yet; with this worker, where one is given."""
    entry = the_entry(store, planned_id, SessionPlan, "planned session")
    still_open(entry, "session_planned", "This session was held or cancelled already.")
    if worker_id is not None and entry.worker != worker_id:
        raise RecordProblem("That planned session is another worker's. Nothing was recorded.")
    return entry


def _session(kind: SessionKind) -> str:
    return {"one_to_one": "Supervision", "group": "Group supervision"}.get(kind, SESSION[kind].capitalize())

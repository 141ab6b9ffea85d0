"""What a session is told with on paper: the sheet before it, the record after it. The journal says who had which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.agendas import agenda_wishes
from db.queries.entries import child_reference
from db.queries.pages import child_history
from db.queries.regularity import one_supervised
from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.case_note import Recorded
from oversight_tui.practice.facts import Child, Entry, OpenItem, Session
from oversight_tui.practice.history import History
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.personal import OwnFile, PersonalEntry
from oversight_tui.practice.records import Action, Decision, Discussion, SessionHeld
from oversight_tui.practice.session_told import (
    Agreed,
    ChildOnSheet,
    Decided,
    SessionRecord,
    SessionSheet,
    TalkedAbout,
    by_day,
    next_after,
    own_part,
)
from oversight_tui.services.agenda import agenda_of
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.personal import personal_file
from oversight_tui.services.record.checks import RecordProblem, the_entry, the_worker
from oversight_tui.words.labels import HEADINGS

if TYPE_CHECKING:
    from db.engine import Store

TOLD = "session_told"
# What somebody sets out to do or to learn, and what is looked at again with them.
_GOALS = ("goal", "learning", "performance", "agreement")


def session_record(
    store: Store, session: EntryId, today: date, headings: Mapping[str, str], *, personal: bool = False
) -> SessionRecord:
    """A held session as one text; with what belongs to it in the worker's own file where that is asked for. Sensitive
    words stay on the child's page. Raises RecordProblem, NotFound, and NotTheirs.
    """
    with store.writing():
        about = the_entry(store, session, SessionHeld, "session")
        if about.worker is None:
            raise RecordProblem("This session is with nobody who is known here. Nothing was opened.")
        name, page = the_worker(store, about.worker), worker_page(store, about.worker, today)
        own = personal_file(store, about.worker, today) if personal else None
        told = _told(store, page, about.id, today, headings)
        writes.note_opened(store, TOLD, {"worker": about.worker, "entry": about.id}, author(store))
    one = _session(page, about.id)
    return SessionRecord(
        about.worker,
        name,
        one,
        told,
        _not_reached(store, about.worker, one),
        next_after(page.sessions, one),
        own_part(own, one) if own is not None else None,
    )


def last_session(store: Store, worker: WorkerId) -> EntryId:
    """The one-to-one that was held last with a worker. Raises RecordProblem where none was."""
    with store.reading():
        name, held = the_worker(store, worker), one_supervised(store, worker)[0].sessions
    days = [(one.held_on, one.id) for one in held if one.held_on is not None and not one.opening]
    if not days:
        raise RecordProblem(f"No session with {name} was held here yet.")
    return max(days)[1]


def session_sheet(
    store: Store,
    worker: WorkerId,
    today: date,
    headings: Mapping[str, str],
    *,
    on: date | None = None,
    personal: bool = False,
) -> SessionSheet:
    """What a worker is given before their next session, or that of a day. Raises RecordProblem, NotFound, NotTheirs."""
    with store.writing():
        agenda = agenda_of(store, worker, today, on=on)
        page = worker_page(store, worker, today)
        own = personal_file(store, worker, today) if personal else None
        if not agenda.agenda.sessions:
            raise RecordProblem("No session is planned and the worker is away. Say of which day, with --on.")
        slot, items = agenda.agenda.sessions[0].slot, agenda.agenda.sessions[0].items
        last = _last_held(page, slot.on)
        told = _told(store, page, last.id, today, headings) if last is not None else ()
        writes.note_opened(store, TOLD, {"worker": worker, "on": slot.on.isoformat()}, author(store))
    listed = {item.child.child_id for item in items}
    children = sorted((row for row in agenda.children if row.child.id in listed), key=lambda row: _shown(row.child))
    return SessionSheet(
        worker,
        page.row.worker.name,
        slot.on,
        slot.minutes,
        tuple(map(_on_sheet, children)),
        tuple(_actions(page, children, agenda.open_items)),
        tuple(words for key, words in {**HEADINGS, **headings}.items() if key != "text"),
        _time_of(page.open_items, slot.plan_id),
        slot.plan_id is not None,
        last.held_on if last is not None else None,
        told,
        _goals(own) if own is not None else None,
    )


def _time_of(items: Sequence[OpenItem], plan: EntryId | None) -> str | None:
    return next((one.at for one in items if one.id == plan and one.kind == "session_planned"), None)


def _goals(own: OwnFile) -> tuple[PersonalEntry, ...]:
    return by_day(one for one in own.entries if one.kind in _GOALS)


def _on_sheet(row: ChildRow) -> ChildOnSheet:
    return ChildOnSheet(_shown(row.child), row.child.status, row.discussion.last, row.child.last_seen)


def _actions(page: WorkerPage, children: Sequence[ChildRow], items: Sequence[OpenItem]) -> Iterator[Agreed]:
    """What is open of the worker's own, and of the children on the agenda whosever it is, by the day it is due; nothing
    that is about the worker.
    """
    by_child = {row.child.id: row.child for row in children}
    theirs = [one for one in items if one.kind == "action" and one.child_id in by_child]
    found = {one.id: (one, by_child[one.child_id]) for one in theirs if one.child_id is not None}
    found |= {row.item.id: (row.item, row.child) for row in page.actions if row.child is not None}
    for item, child in sorted(found.values(), key=lambda one: (one[0].due_on or date.max, one[0].id)):
        yield Agreed(item.shown, item.who or "", item.due_on, _shown(child))


# --- A held session -----------------------------------------------------------------------------------


def _session(page: WorkerPage, session: EntryId) -> Session:
    return next(one for one in page.sessions if one.id == session)


def _last_held(page: WorkerPage, before: date) -> Session | None:
    held = [
        one
        for one in page.sessions
        if one.state == "held" and one.kind == "one_to_one" and not one.opening and not one.under_way
        if one.held_on is not None and one.held_on < before
    ]
    return held[-1] if held else None


def _not_reached(store: Store, worker: WorkerId, session: Session) -> tuple[str, ...]:
    """References of the children who stood on its agenda and were carried over."""
    with store.reading():
        wishes = agenda_wishes(store, worker)
        left = {one.child for one in wishes if one.step == "not_reached" and one.on == session.held_on}
        found = (child_reference(store, child) for child in left)
        return tuple(sorted(one for one in found if one and one not in session.children))


def _told(
    store: Store, page: WorkerPage, session: EntryId, today: date, headings: Mapping[str, str]
) -> tuple[TalkedAbout, ...]:
    """Each child of a session, in the order of their names."""
    one = _session(page, session)
    children = [find_child(store, reference) for reference in one.children]
    called = {**HEADINGS, **headings}
    found = (
        _talked_about(child_page(store, child, today), child_history(store, child), one, called) for child in children
    )
    return tuple(sorted(found, key=lambda one: one.child))


def _talked_about(page: ChildPage, history: History, session: Session, headings: Mapping[str, str]) -> TalkedAbout:
    """What was written in it, or on its day of supervision without that it was said in which session."""
    content = {row.id: row.content for row in history.rows}
    stands = [Recorded(one, content[one.id]) for one in page.entries if not one.replaced and not one.withdrawn]
    talks = [one for one in stands if isinstance(one.says, Discussion) and _is_of(one.entry, one.says, session)]
    typed = {one.entry.recorded_at for one in talks}
    with_it = [one for one in stands if one.entry.recorded_at in typed]
    return TalkedAbout(
        _shown(page.row.child),
        tuple(line for one in talks for line in _said(one, headings)),
        tuple(Decided(one.entry.text, one.entry.because) for one in with_it if isinstance(one.says, Decision)),
        tuple(_agreed(one.entry, one.says) for one in with_it if isinstance(one.says, Action)),
    )


def _is_of(entry: Entry, talk: Discussion, session: Session) -> bool:
    if talk.session is not None:
        return talk.session == session.id
    return talk.setting == "supervision" and entry.happened_on == session.held_on


def _agreed(entry: Entry, action: Action) -> Agreed:
    return Agreed(entry.text if entry.sensitive else action.text, action.owner, action.due_on)


def _said(one: Recorded, headings: Mapping[str, str]) -> Iterator[str]:
    if one.entry.sensitive or not isinstance(one.says, Discussion):
        yield one.entry.text
        return
    words = {
        "text": one.says.text,
        "what_changed": one.says.what_changed,
        "worries": one.says.worries,
        "going_well": one.says.going_well,
        "analysis": one.says.analysis,
        "childs_view": one.says.childs_view,
    }
    yield from (f"{headings[key]}: {said}" for key, said in words.items() if said)
    if one.entry.scales:
        yield f"Scale of 0 to 10: {', '.join(f'{who} {number}' for who, number in one.entry.scales)}"


def _shown(child: Child) -> str:
    return f"{child.reference} {child.name}" if child.name else child.reference

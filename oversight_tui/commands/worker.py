"""`oversight worker NAME`: one worker's page; their own file only where it is asked for, and the journal says so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from oversight_tui.commands.child import accountable_lines, entry_line
from oversight_tui.commands.looking_back import looked_back_at
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.shapes import own_file_shape, worker_shape
from oversight_tui.practice.board import ActionRow
from oversight_tui.practice.facts import Session, Worker
from oversight_tui.practice.limit_words import limit_said, none_asked_of_who_left, set_for
from oversight_tui.practice.pages import WorkerPage
from oversight_tui.practice.personal import PERSONAL, OwnFile, PersonalEntry
from oversight_tui.practice.worker_dates import date_said, dates_among
from oversight_tui.services.find import find_worker
from oversight_tui.services.openings import open_worker
from oversight_tui.services.personal import personal_file
from oversight_tui.words.cut_short import cut_short_words
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import ABSENCE, SESSION, STATE, STATUS_SHORT, words_for
from oversight_tui.words.lacking import lacking_words, told_as


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which worker."""
    parser.add_argument("name", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--personal", action="store_true", help="with the worker's own file; the journal says so")


def run(options: argparse.Namespace) -> int:
    """Print the page; 0."""
    store, today = store_of(options, looking_back=not options.personal), day_of(options)
    worker = find_worker(store, options.name)
    page = open_worker(store, worker, today)
    own = personal_file(store, worker, today) if options.personal else None
    if options.json:
        print_json({**worker_shape(page), **(own_file_shape(own) if own is not None else {})})
    else:
        print_marking()
        print_lines(looked_back_at(page, today))
        print_lines(_page(page, today))
        print_lines(_own(own) if own is not None else ())
    return 0


def _own(own: OwnFile) -> Iterator[str]:
    yield ""
    yield "Own file"
    for one in own.entries:
        text = one.text if not one.text or one.text.endswith((".", "!", "?")) else f"{one.text}."
        support = f" Support: {one.support_offered}" if one.support_offered else ""
        step = f" Next: {one.next_step}" if one.next_step else ""
        again = f" Look again: {long_day(one.look_again_on)}." if one.look_again_on else ""
        more = f" (goes on from {one.follows})" if one.follows else ""
        changed = f" {one.changed_words}." if one.changed_words else ""
        said = f"{text}{changed}{support}{step}{_signed(one)}{again}{more}"
        yield f"  {long_day(one.on) if one.on else ''} {PERSONAL[one.kind]}: {said} (id {one.id})"
    if not own.entries:
        yield "  Nothing is in it yet."
    if own.about:
        yield ""
        yield "Decided, to do and taken further about the worker"
        yield from (f"  {entry_line(one)}" for one in own.about)


def _signed(one: PersonalEntry) -> str:
    """The signatures of an agreement and its renewal; empty for any other entry."""
    if one.kind != "agreement":
        return ""
    days = (("worker", one.signed_by_worker), ("manager", one.signed_by_manager))
    signed = ", ".join(f"{who} {long_day(day) if day else 'not signed yet'}" for who, day in days)
    return f" Signed: {signed}. Renew: {long_day(one.renew_on) if one.renew_on else 'no date'}."


def _to_come(page: WorkerPage, today: date) -> Iterator[str]:
    """Handovers that are planned."""
    if page.handovers:
        yield "Handovers to come"
        for one in page.handovers:
            yield f"  {one.words(page.row.worker.name, one.child.reference, str, today)} (id {one.entry_id})"
        yield ""


def _recorded(page: WorkerPage) -> Iterator[str]:
    """The sessions, and what was decided and taken further about the worker."""
    yield "Sessions"
    for session in page.sessions:
        yield f"  {_session(session)}"
    if not page.sessions:
        yield "  None recorded yet."
    yield ""
    if page.entries:
        yield "Entries"
        for entry in page.entries:
            yield f"  {entry_line(entry)}"
        yield ""


def _page(page: WorkerPage, today: date) -> Iterator[str]:
    row = page.row
    worker, clock = row.worker, row.supervision
    facts = [worker.team, worker.role, f"{worker.fte:g} FTE" if worker.fte is not None else None]
    facts += ["newly qualified" if row.newly_qualified else None, "agency" if worker.agency else None]
    facts += [f"last day {long_day(worker.leaves)}" if worker.leaves else None]
    yield ", ".join(filter(None, (worker.name, *facts)))
    last = (
        f"last {short_day(clock.last, today)}, {count(clock.days_since or 0, 'day')} ago"
        if clock.last
        else lacking_words(clock.lacking)
    )
    limit = f", {limit_said(clock.limit_by, today)}" if clock.limit_by else ""
    stands = f" ({words_for(STATE, clock.state)})" if clock.last else ""
    planned = f", next {short_day(worker.next_planned, today)}" if worker.next_planned else ", none planned"
    last += cut_short_words(worker.last_held_cut_short, worker.cut_short_on, today)
    if worker.leaves is not None and worker.has_left(today):
        yield f"Supervision: {last}; {none_asked_of_who_left(worker.leaves, today)}."
    else:
        yield f"Supervision: {last}{limit}{planned}{stands}."
    yield from _supervised_by(worker)
    if page.hold is not None:
        yield f"Legal hold, {page.hold.by}: {page.hold.because}"
    if row.absence:
        until = f" to {short_day(row.absence.last_day, today)}" if row.absence.last_day else ""
        since = short_day(row.away_since or row.absence.first_day, today)
        yield f"Away ({words_for(ABSENCE, row.absence.reason)}) from {since}{until}."
    yield from map(date_said, dates_among(page.open_items))
    yield from accountable_lines(page.accountable)
    yield ""
    yield from _recorded(page)
    yield from _to_come(page, today)
    if page.actions:
        yield "To be done"
        yield from (f"  {_action(one, worker.name, today)}" for one in page.actions)
        yield ""
    yield f"Children ({row.children})"
    for child in page.children:
        name = f" {child.child.name}" if child.child.name else ""
        status = words_for(STATUS_SHORT, child.child.status, "no status")
        stands = words_for(STATE, told_as(child.discussion.state, child.discussion.lacking))
        yield f"  {child.child.reference}{name}: {status}, discussion {stands}"


def _action(one: ActionRow, worker: str, today: date) -> str:
    about = f"{one.child.reference}: " if one.child else ""
    owner = one.owner_besides(worker)
    about += f"{owner}: " if owner else ""
    due = f" {set_for(one.item.due_on, today)}" if one.item.due_on else ""
    late = f", {count(one.days_over, 'day')} over" if one.days_over else ""
    return f"{about}{one.item.shown}{due}{late} (id {one.item.id})"


def _supervised_by(worker: Worker) -> Iterator[str]:
    second = f", also by {worker.second_supervisor}" if worker.second_supervisor else ""
    if worker.supervisor or second:
        yield f"Supervised by {worker.supervisor or 'the manager'}{second}."


def _session(session: Session) -> str:
    day = session.held_on or session.planned_for
    kind = words_for(SESSION, session.kind)
    minutes = f", {count(session.minutes, 'minute')}" if session.minutes else ""
    others = f", with {', '.join(session.others)}" if session.others else ""
    children = f", {', '.join(session.children)}" if session.children else ""
    reason = f": {session.reason}" if session.reason else ""
    when = long_day(day) if day else "No date"
    return f"{when} {kind} {session.state}, {session.supervisor}{others}{minutes}{children}{reason} (id {session.id})"

"""Work handed in, signed off or returned, and handed in again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from db.queries.waiting import open_about
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.records import WorkAnswer, WorkDue, WorkDueEnd, WorkHandedIn, WorkHandedInAgain
from oversight_tui.practice.requests import ApproveWork, HandInAgain, HandInWork, Recorded, ReturnWork
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_have_happened,
    optional_name,
    required_text,
    still_open,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


@records(HandInWork)
def hand_in(store: Store, request: HandInWork, today: date) -> Recorded:
    """A piece of work handed in; it waits on the list until it is signed off or returned."""
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "The handing in")
        due = _due(store, request)
        asked = content_of(store, due.kind, due.version) if due is not None else None
        said = (asked.text, asked.who) if isinstance(asked, WorkDue) else ("", "")
        by = person(store, required_text(request.by or said[1], "Who handed it in", "by"))
        work = WorkHandedIn(required_text(request.what or said[0], "What was handed in", "what"), by.name, by.worker)
        entry = writes.add_about(store, work, AboutChild(request.child_id), request.on, author(store))
        if due is not None:
            writes.follow_up(store, due, WorkDueEnd(due.id, entry), request.on, author(store))
    says = f"Work about {reference} handed in by {by.name} on {long_day(request.on)}: it waits to be signed off."
    return Recorded(entry, WorkHandedIn.kind.name, says)


def _due(store: Store, request: HandInWork) -> EntryAbout | None:
    """The piece of work that was due and is this one; None where none was."""
    named = request.due
    if named is None:
        waiting = open_about(store, request.child_id, "work_due")
        named = next((one.id for one in waiting if match_key(one.text) == match_key(request.what)), None)
    if named is None:
        return None
    entry = the_entry(store, named, WorkDue, "piece of work that is due")
    still_open(entry, "work_due", "This work was handed in, or is not needed any more.")
    if entry.child != request.child_id:
        raise RecordProblem("That work is about another child. Nothing was recorded.")
    return entry


@records(HandInAgain)
def hand_in_again(store: Store, request: HandInAgain, today: date) -> Recorded:
    """The same piece of work, after it was returned."""
    with store.writing():
        entry = the_entry(store, request.work, WorkHandedIn, "piece of work")
        still_open(entry, "work_returned", "This work was not returned.")
        _must_follow(entry, must_have_happened(request.on, today, "The handing in"), "The handing in again")
        written = writes.follow_up(store, entry, WorkHandedInAgain(entry.id), request.on, author(store))
        whom = about_whom(store, entry)
    says = f"The work about {whom} was handed in again on {long_day(request.on)}: it waits to be signed off."
    return Recorded(written, WorkHandedInAgain.kind.name, says)


@records(ApproveWork)
def approve(store: Store, request: ApproveWork, today: date) -> Recorded:
    """A piece of work signed off by somebody else than its author, and why."""
    with store.writing():
        entry, who = _waiting(store, request.work, request.who)
        _must_follow(entry, must_have_happened(request.on, today, "The signing off"), "The signing off")
        answer = WorkAnswer(entry.id, True, required_text(request.because, "The reason", "because"), who)
        written = writes.follow_up(store, entry, answer, request.on, author(store))
        whom = about_whom(store, entry)
    says = f"The work about {whom} was signed off{_by(who)} on {long_day(request.on)}."
    return Recorded(written, WorkAnswer.kind.name, says)


@records(ReturnWork)
def return_work(store: Store, request: ReturnWork, today: date) -> Recorded:
    """A piece of work returned by somebody else than its author, with what is missing."""
    with store.writing():
        entry, who = _waiting(store, request.work, request.who)
        _must_follow(entry, must_have_happened(request.on, today, "The return"), "The return")
        answer = WorkAnswer(entry.id, False, required_text(request.missing, "What is missing"), who)
        written = writes.follow_up(store, entry, answer, request.on, author(store))
        whom = about_whom(store, entry)
    day = long_day(request.on)
    says = f"The work about {whom} was returned{_by(who)} on {day}; it stays on the list until it is handed in again."
    return Recorded(written, WorkAnswer.kind.name, says)


def _waiting(store: Store, work: EntryId, typed: str | None) -> tuple[EntryAbout, str | None]:
    """The piece of work, still to be signed off, and who does: not its author, and None for who sits here.

    Raises NotFound where a name was typed that is nobody's.
    """
    entry = the_entry(store, work, WorkHandedIn, "piece of work")
    still_open(entry, "sign_off", "This work does not wait to be signed off.")
    me, named = author(store), optional_name(typed)
    by = person(store, named or "me")
    said = content_of(store, entry.kind, entry.version)
    assert isinstance(said, WorkHandedIn)
    is_the_author = match_key(said.author) == match_key(by.name)
    if is_the_author or (by.worker is not None and by.worker == said.author_worker):
        raise RecordProblem(
            "Nobody signs off their own work: somebody senior does; say who. Nothing was recorded.", "who"
        )
    return entry, by.name if match_key(by.name) != match_key(me) else None


def _must_follow(work: EntryAbout, on: date, what: str) -> None:
    """Nothing is signed off, returned or handed in again before it was handed in."""
    if work.on is not None and on < work.on:
        raise RecordProblem(
            f"{what} cannot have been on {long_day(on)}: the work was handed in on {long_day(work.on)}. Nothing was "
            "recorded."
        )


def _by(who: str | None) -> str:
    """By whom, with a space before it; empty where it was who recorded it."""
    return f" by {who}" if who else ""

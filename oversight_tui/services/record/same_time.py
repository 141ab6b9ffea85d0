"""What else somebody has at the time of what is booked or planned for them; it is said, and refuses nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from db.queries.bookings import booked_on
from db.queries.contents import content_of
from db.queries.entries import child_reference, worker_name
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records import SessionPlan
from oversight_tui.practice.same_time import Goes, Span, at_that_time, then_words
from oversight_tui.services.find import NotFound, SeveralFound, person
from oversight_tui.services.identity import author
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


def then_said(store: Store, goes: Goes, on: date | None, span: Span | None, but: Collection[EntryId] = ()) -> str:
    """What somebody has at that time of a day besides the entries `but`, with a space before it; empty where that is
    nothing, or no time is said.
    """
    if on is None or span is None:
        return ""
    found = at_that_time(booked_on(store, on), goes, span, but)
    says = then_words(goes, found, lambda child: child_reference(store, child), lambda one: worker_name(store, one))
    return f" {says}" if says else ""


def then_counted(items: Iterable[OpenItem], goes: Goes, span: Span | None, but: Collection[EntryId]) -> str:
    """How much somebody has at that time among the items of a day besides the entries `but`, with a space before it."""
    found = at_that_time(items, goes, span, but) if span is not None else ()
    return f" {goes.name} has {count(len(found), 'other thing', 'other things')} then." if found else ""


def of_session_said(
    store: Store, worker: WorkerId, led_by: str | None, on: date, span: Span | None, but: Collection[EntryId] = ()
) -> str:
    """The same of both who are in a session: the worker, and who leads it, who is whoever records it where nobody is
    named.
    """
    name = worker_name(store, worker)
    leads = led_by or author(store)
    try:
        who = person(store, leads)
        leader = Goes(who.name, who.worker)
    except (NotFound, SeveralFound):  # a name of the lists, or of somebody outside
        leader = Goes(leads)
    both = (Goes(name or "", worker), leader)
    return "".join(then_said(store, one, on, span, but) for one in both)


def moved_session_said(store: Store, entry: EntryAbout, to: date, at: str | None) -> str:
    """The same of a session that is moved."""
    plan = content_of(store, entry.kind, entry.version)
    if not isinstance(plan, SessionPlan) or entry.worker is None:
        return ""
    return of_session_said(store, entry.worker, plan.supervisor, to, span_of(at, plan.minutes), (entry.id,))


def span_of(at: str | None, minutes: int | None) -> Span | None:
    """From when and how long; None where no time is said."""
    return Span(at, minutes) if at is not None else None

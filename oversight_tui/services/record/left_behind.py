"""What stays with a worker when a child is handed over: open actions about the child, and brothers and sisters."""

from __future__ import annotations

from collections.abc import Collection, Sized
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import worker_name
from db.queries.single import child_facts, children_of_family, family_of, worker_facts
from oversight_tui.practice.booked_words import booking_words
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records import Action
from oversight_tui.practice.siblings import left_with_their_worker
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import the_entry
from oversight_tui.words.dates import count
from oversight_tui.words.text import match_key
from oversight_tui.words.times import day_and_time

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store


def left_behind(
    store: Store,
    child: ChildId,
    reference: str,
    handed_over: Collection[ChildId],
    held_by: WorkerId | None,
    takes_actions: WorkerId | None,
    today: date,
) -> list[str]:
    """What stays with who held the child, a sentence for each; of a family the same for every child of it.

    The open actions go to the worker who takes them, where one does.
    """
    facts = worker_facts(store, held_by, today) if held_by is not None else None
    name = worker_name(store, held_by) if held_by is not None else None
    if facts is None or held_by is None or name is None:
        return []
    found = []
    about_child = child_facts(store, child, today)
    items = about_child.open_items if about_child is not None else ()
    theirs = [one for one in items if one.kind == "action" and one.who and match_key(one.who) == match_key(name)]
    taker = worker_name(store, takes_actions) if takes_actions is not None else None
    if theirs and taker is not None:
        for one in theirs:
            _give(store, one.id, taker, takes_actions)
        found.append(f"{count(len(theirs), 'open action')} of {name} went with {reference}.")
    elif theirs:
        found.append(f"{count(len(theirs), 'open action')} about {reference} {_stay(theirs)} with {name}.")
    found += [one for one in (family_left(store, child, handed_over, held_by, today),) if one]
    return found


def family_left(
    store: Store, child: ChildId, handed_over: Collection[ChildId], held_by: WorkerId | None, today: date
) -> str:
    """Which brothers and sisters stay with who held the child, in words; empty where there are none."""
    family, name = family_of(store, child), worker_name(store, held_by) if held_by is not None else None
    facts = worker_facts(store, held_by, today) if held_by is not None and family is not None else None
    stay = [
        one.reference
        for one in (facts.children if facts is not None else ())
        if one.family == family and one.id not in (*handed_over, child)
    ]
    with_whom = f"{_stay(stay)} with {name}: hand over too, or leave so."
    return f"{', '.join(stay)} of the same family {with_whom}" if stay else ""


def bookings_left(
    store: Store, child: ChildId, reference: str, held_by: WorkerId | None, to: WorkerId | None, today: date
) -> str:
    """What is booked of a child from today on and does not go with it: with who held the child, or with anybody but the
    new worker where nobody is said to have.
    """
    about_child = child_facts(store, child, today)
    items = [one for one in about_child.open_items if one.kind == "booking"] if about_child is not None else []
    stay = [
        f"{booking_words(one)} {day_and_time(one.due_on, one.at)} ({one.who})"
        for one in sorted(items, key=lambda one: (one.due_on or today, one.at or "", one.id))
        if one.due_on is not None and one.due_on >= today and one.owner_id is not None and one.owner_id != to
        if held_by in (None, one.owner_id)
    ]
    them = "it" if len(stay) == 1 else "them"
    return (
        f"Booked of {reference} and not handed over: {', '.join(stay)}. @ on a row of the brief, or "
        f"`oversight book give`, gives {them} to somebody else."
        if stay
        else ""
    )


def parted_still(
    store: Store, child: ChildId, handed_over: Collection[ChildId], held_by: WorkerId | None, to: WorkerId | None
) -> str:
    """Which brothers and sisters are with somebody else than who has held the child and who is given the child, in
    words; empty where there are none.
    """
    family = family_of(store, child)
    if family is None:
        return ""
    elsewhere = [
        f"{one.reference} ({(worker_name(store, one.worker_id) if one.worker_id is not None else None) or 'no worker'})"
        for one in children_of_family(store, family)
        if one.id not in (*handed_over, child) and (one.worker_id is None or one.worker_id not in (held_by, to))
    ]
    return f"Of the same family with somebody else still: {', '.join(elsewhere)}." if elsewhere else ""


def siblings_of(store: Store, handed_over: Collection[ChildId], today: date) -> tuple[ChildId, ...]:
    """The brothers and sisters of these children who are held by the same worker as they are."""
    found: dict[ChildId, Child] = {}
    for child in handed_over:
        about_child = child_facts(store, child, today)
        for held_by in {one.worker_id for one in about_child.children} if about_child is not None else ():
            facts = worker_facts(store, held_by, today) if held_by is not None else None
            found |= {one.id: one for one in facts.children} if facts is not None else {}
    return tuple(one.id for one in left_with_their_worker(found.values(), handed_over))


def _stay(those: Sized) -> str:
    return "stays" if len(those) == 1 else "stay"


def _give(store: Store, action: EntryId, owner: str, worker: WorkerId | None) -> None:
    """A newer version of the action, with another owner."""
    entry = the_entry(store, action, Action, "action")
    given = writes.changed(store, entry, Action, lambda known: known.__replace__(owner=owner, owner_worker=worker))
    writes.correct(store, entry, author(store), content=given)

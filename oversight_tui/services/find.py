"""From what somebody typed to the worker or child it names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.entries import lead_allocation, worker_name
from db.queries.single import (
    ChildNamed,
    WorkerNamed,
    child_names,
    child_with_other_reference,
    child_with_reference,
    stands,
    worker_aliases,
    worker_names,
)
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, Subject, WorkerId
from oversight_tui.services.identity import author
from oversight_tui.words.persons import OUTSIDE, is_oneself, named_outside
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import folded, match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

MOST_CANDIDATES = 8


class NotFound(PlainProblem):
    """Nobody is named by what was typed, `names`, or several are; the text says who could have been meant."""

    def __init__(self, says: str, names: str = "") -> None:
        super().__init__(says)
        self.names = one_line(names)


class SeveralFound(NotFound):
    """Several workers are named by what was typed."""


class NotInStore(NotFound):
    """A child or worker who was here is not in the store any more."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} is not in the store. Read the store again.")


def find_worker(store: Store, text: str) -> WorkerId:
    """The worker named by a whole name, by whole words of one, by an unambiguous part of one (accents and case folded),
    or by an id; by "me" the manager, who is one where a worker here has their name.

    A whole name wins over words, and words over a part. Raises NotFound, and SeveralFound with
    the candidates and their ids.
    """
    typed = folded(text)
    with store.reading():
        workers = worker_names(store)
        aliases = worker_aliases(store)
        me = author(store)
    if is_oneself(text):
        return _myself(workers, _oneself(workers, aliases, me), text)
    by_id = [one.id for one in workers if text.strip() in (str(one.id), one.staff_id)]
    whole = [one.id for one in workers if folded(one.name) == typed]
    whole += [worker for worker, key in aliases if key == match_key(text) and worker not in whole]
    said = set(typed.split())
    words = [one.id for one in workers if said and said <= set(folded(one.name).split())]
    part = [one.id for one in workers if typed and typed in folded(one.name)]
    for found in (by_id, whole, words, part):
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralFound(
                f"'{one_line(text)}' could be {_named(workers, found)}. Give the whole name or the id.", text
            )
    raise NotFound(f"There is no worker '{one_line(text)}' here. {_who_there_is(workers)}", text)


def find_child(store: Store, text: str) -> ChildId:
    """The child with this reference, as the case system writes it (letters in either case), else the one child who
    goes by this name here, or by names that begin with what was typed; a whole name wins over a part.

    Raises NotFound, and SeveralFound with the references of those who could be meant.
    """
    typed = one_line(text)
    with store.reading():
        found = _with_reference(store, typed)
        named = [] if found is not None else _children_named(store, typed)
    if found is not None:
        return found
    if len(named) == 1:
        return named[0].id
    if named:
        raise SeveralFound(f"'{typed}' could be {_referred_to(store, named)}. Give the reference.", text)
    raise NotFound(f"There is no child with the reference '{typed}' here. Give it as it stands on the list.", text)


def find_child_or_worker(store: Store, text: str) -> Subject:
    """The child with this reference, else the worker or the child of this name. Raises NotFound."""
    typed = one_line(text)
    with store.reading():
        child = _with_reference(store, typed)
        named = _children_named(store, typed)
    if child is not None:
        return AboutChild(child)
    try:
        worker = find_worker(store, text)
    except SeveralFound:
        raise
    except NotFound:
        if named:
            return AboutChild(find_child(store, text))
        raise NotFound(f"'{typed}' is neither a child's reference nor a worker's name here.", text) from None
    if named and not is_oneself(typed):
        raise SeveralFound(
            f"'{typed}' is a worker's name and that of {_referred_to(store, named)}. Give the reference or id.",
            text,
        )
    return AboutWorker(worker)


def _with_reference(store: Store, typed: str) -> ChildId | None:
    for spelling in dict.fromkeys((typed, typed.upper())):
        for found in (child_with_reference(store, spelling), child_with_other_reference(store, spelling)):
            if found is not None and stands(store, found):
                return found
    return None


def _children_named(store: Store, typed: str) -> list[ChildNamed]:
    """The children who go by this name; those who are closed only where nobody else does."""
    words = folded(typed).split()
    if not words:
        return []
    children = child_names(store)
    whole = [one for one in children if folded(one.name).split() == words]
    part = [one for one in children if _each_begins_a_word(words, folded(one.name).split())]
    found = whole or part
    return [one for one in found if one.open] or found


def _each_begins_a_word(typed: Sequence[str], name: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in name) for one in typed)


def _referred_to(store: Store, children: Sequence[ChildNamed]) -> str:
    """Their references and who holds them: no name of a child stands in what is refused."""
    with store.reading():
        shown = [f"{one.reference}{_held_by(store, one.id)}" for one in children[:MOST_CANDIDATES]]
    more = len(children) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _held_by(store: Store, child: ChildId) -> str:
    allocation = lead_allocation(store, child)
    name = worker_name(store, allocation.worker) if allocation is not None and allocation.worker is not None else None
    return f" ({name or 'no worker'})"


def name_of_worker(store: Store, worker_id: WorkerId) -> str:
    """The name of a worker who was found."""
    with store.reading():
        return next(one.name for one in worker_names(store) if one.id == worker_id)


def outside(name: str) -> str:
    """What `person` reads as somebody of this name who is nobody of the team."""
    return f"{OUTSIDE}: {name}"


class Person(Struct, frozen=True):
    """Who does something: a name, and the worker whose name it is; None where it is nobody's here."""

    name: str
    worker: WorkerId | None


def person(store: Store, text: str) -> Person:
    """Who is meant: the manager by "me" or their name, a worker as `find_worker` finds one, or whoever is named after
    "outside:".

    Raises NotFound for a name that is nobody's here, and SeveralFound with the candidates.
    """
    if named := named_outside(text):
        return Person(named, None)
    with store.reading():
        workers = worker_names(store)
        aliases = worker_aliases(store)
        me = author(store)
    if is_oneself(text) or folded(text) == folded(me):
        mine = _oneself(workers, aliases, me)
        return Person(me, mine[0] if len(mine) == 1 else None)
    try:
        found = find_worker(store, text)
    except SeveralFound:
        raise
    except NotFound:
        name = one_line(text)
        raise NotFound(
            f"'{name}' is nobody of the team. Give a name of the team; for somebody else write 'outside: {name}'. "
            "Nothing was recorded.",
            text,
        ) from None
    return Person(next(one.name for one in workers if one.id == found), found)


def _oneself(workers: Sequence[WorkerNamed], aliases: Sequence[tuple[WorkerId, str]], me: str) -> list[WorkerId]:
    """The workers whose name is the manager's, or was."""
    found = [one.id for one in workers if match_key(one.name) == match_key(me)]
    return found + [worker for worker, key in aliases if key == match_key(me) and worker not in found]


def _myself(workers: Sequence[WorkerNamed], mine: Sequence[WorkerId], typed: str) -> WorkerId:
    """The one worker whom "me" means: never one of whose name it is a part."""
    if not mine:
        raise NotFound(f"You are no worker of this store yourself. {_who_there_is(workers)}", typed)
    if len(mine) > 1:
        raise SeveralFound(f"Your name is that of {_named(workers, mine)}. Give the id.", typed)
    return mine[0]


def _named(workers: Sequence[WorkerNamed], found: Collection[WorkerId]) -> str:
    names = [f"{one.name} (id {one.id}{', ' + one.team if one.team else ''})" for one in workers if one.id in found]
    more = f" and {len(names) - MOST_CANDIDATES} more" if len(names) > MOST_CANDIDATES else ""
    return ", ".join(names[:MOST_CANDIDATES]) + more


def _who_there_is(workers: Sequence[WorkerNamed]) -> str:
    if not workers:
        return "Import a list first: `oversight import FILE --as-at DATE`."
    return f"It has {_named(workers, [one.id for one in workers])}."

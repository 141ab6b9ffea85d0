"""From what somebody typed to the worker or child it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.single import child_with_reference, worker_aliases, worker_names
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import folded, match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

MOST_CANDIDATES = 8


class NotFound(PlainProblem):
    """Nobody is named by what was typed, or several are; the text says who could have been meant."""


def find_worker(store: Store, text: str) -> int:
    """The worker named by a whole name, an unambiguous part of one (accents and case folded), or an id.

    A whole name wins over a part. Raises NotFound with the candidates and their ids.
    """
    typed = folded(text)
    with store.reading():
        workers = worker_names(store)
        aliases = worker_aliases(store)
    by_id = [row[0] for row in workers if text.strip() in (str(row[0]), row[2])]
    whole = [row[0] for row in workers if folded(row[1]) == typed]
    whole += [worker for worker, key in aliases if key == match_key(text) and worker not in whole]
    part = [row[0] for row in workers if typed and typed in folded(row[1])]
    for found in (by_id, whole, part):
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"'{one_line(text)}' could be {_named(workers, found)}. Give the whole name or the id.")
    raise NotFound(f"There is no worker '{one_line(text)}' here. {_who_there_is(workers)}")


def find_child(store: Store, text: str) -> int:
    """The child with this reference, as the case system writes it (letters in either case). Raises NotFound."""
    typed = one_line(text)
    with store.reading():
        for spelling in dict.fromkeys((typed, typed.upper())):
            found = child_with_reference(store, spelling)
            if found is not None:
                return found
    raise NotFound(f"There is no child with the reference '{typed}' here. Give it as it stands on the list.")


def find_child_or_worker(store: Store, text: str) -> tuple[int | None, int | None]:
    """(child, None) where it is a child's reference, else (None, worker). Raises NotFound."""
    try:
        return find_child(store, text), None
    except NotFound:
        pass
    try:
        return None, find_worker(store, text)
    except NotFound as problem:
        if "could be" in str(problem):
            raise
        raise NotFound(f"'{one_line(text)}' is neither a child's reference nor a worker's name here.") from None


def child_or_worker_ids(store: Store, text: str) -> tuple[str | None, str | None]:
    """(child, None) or (None, worker) as requests name them. Raises NotFound."""
    child, worker = find_child_or_worker(store, text)
    return (str(child), None) if child is not None else (None, str(worker))


def name_of_worker(store: Store, worker_id: int) -> str:
    """The name of a worker who was found."""
    with store.reading():
        return next(row[1] for row in worker_names(store) if row[0] == worker_id)


def whole_name(store: Store, text: str) -> str:
    """The name of the one worker whose names hold every word that was typed; else what was typed, on one line.

    Who does an action or helps out may be a parent, a school or a nurse as well, so nobody is asked who is meant.
    """
    typed = set(folded(text).split())
    with store.reading():
        names = [row[1] for row in worker_names(store)]
    meant = [name for name in names if typed and typed <= set(folded(name).split())]
    return meant[0] if len(meant) == 1 else one_line(text)


def _named(workers: list[tuple[int, str, str | None, str | None]], found: list[int]) -> str:
    names = [f"{row[1]} (id {row[0]}{', ' + row[3] if row[3] else ''})" for row in workers if row[0] in found]
    more = f" and {len(names) - MOST_CANDIDATES} more" if len(names) > MOST_CANDIDATES else ""
    return ", ".join(names[:MOST_CANDIDATES]) + more


def _who_there_is(workers: list[tuple[int, str, str | None, str | None]]) -> str:
    if not workers:
        return "Import a list first: `oversight import FILE --as-at DATE`."
    return f"It has {_named(workers, [row[0] for row in workers])}."

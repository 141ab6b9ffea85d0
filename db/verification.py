"""Whether a store still holds what was written: the file, its shape, the chain of the journal, its end, the records,
what is worked out.

The chain shows a row of the journal that was edited, dropped or moved. That its end was cut off is shown by the numbers
that SQLite has given out, and by what was seen outside the store. Each record is held against the line that the journal
has of it, each line against its record, and what is kept for speed against the records. Whatever is found, the rest is
looked at too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from db import derived
from db.anchor import Head
from db.chain import Seen, Walked, walk
from db.errors import StoreError, database_errors, deepest_name
from db.guards import expected_guards, expected_views
from db.lines import Lines
from db.migrations import USER_VERSION
from db.queries.rights import seen_of_it

if TYPE_CHECKING:
    from db.engine import Store


class Verification(Struct, frozen=True):
    """What was found: how many rows the journal has, its last hash, the newest row that the anchor has seen (None where
    none is kept), and each fault as a sentence. `guards` and `differing` are those of them that are about guards and
    views, and about what is worked out. `journal_alone` says that an auditor looked, who reads no records.
    """

    rows: int
    head: str
    anchored: int | None
    faults: tuple[str, ...]
    guards: tuple[str, ...]
    differing: tuple[str, ...]
    journal_alone: bool = False


def verify(store: Store, printed: Head | None = None) -> Verification:
    """Look through everything, in one read transaction; `printed` is the end of the journal on a printed list.

    On a server an auditor looks through the journal alone. Raises StoreError for a login that sees a part of the store,
    to which the rest would be missing.
    """
    with store.reading():
        alone = _sees_the_journal_alone(store)
        seen = store.outside.seen()
        outside = [Seen("the printed list", printed)] if printed else []
        faults = list(store.outside.doubts)
        faults += _looked_for(store.engine.damage, "The file")
        walked = Walked(0, "", [], Lines())
        try:
            walked = walk(store, outside, contents=not alone)
        except database_errors() as error:
            faults.append(_unread("The journal", error))
        faults += walked.faults
        if not alone:
            faults += _looked_for(lambda: walked.lines.differences(store), "A record")
        faults += _looked_for(store.engine.loose_ends, "A row")
        faults += _looked_for(store.engine.misshapen, "The shape of the store")
        guards = _guards(store)
        differing = () if alone else tuple(_looked_for(lambda: derived.differences(store), "What is worked out"))
    anchored = seen.seq if seen is not None and not store.outside.doubts else None
    every = (*dict.fromkeys(faults), *guards, *differing)
    return Verification(walked.rows, walked.head, anchored, every, guards, differing, alone)


def _sees_the_journal_alone(store: Store) -> bool:
    """Whether it is an auditor who looks. Raises StoreError for who sees neither all of the store nor its journal."""
    seen = seen_of_it(store)
    if seen == "part":
        part = (
            f"Your login sees a part of the store {store.engine.place}, so that it cannot tell whether all of it is as "
            "it was written. An auditor verifies the journal, and who keeps the server the whole of it."
        )
        raise StoreError(" ".join((*store.outside.doubts, part)))
    return seen == "journal"


def _looked_for(look: Callable[[], Iterable[str]], what: str) -> list[str]:
    """What is found, and whatever stopped the looking."""
    found: list[str] = []
    try:
        found.extend(look())
    except StoreError as problem:
        found.append(str(problem))
    except database_errors() as error:
        found.append(_unread(what, error))
    except (TypeError, ValueError, OverflowError, RecursionError, LookupError):
        found.append(f"{what} holds what this program has never written.")
    return found


def _unread(what: str, error: Exception) -> str:
    return f"{what} cannot be read to its end: the file is damaged ({deepest_name(error)})."


def _guards(store: Store) -> tuple[str, ...]:
    put_right = [f"{_named(name)}; it was put right at this start." for name in store.repaired]
    return (*sorted(put_right), *(f"{_named(name)}." for name in sorted(store.engine.disturbed())))


def _named(name: str) -> str:
    for what, wanted in (("guard", expected_guards()), ("view", expected_views())):
        if name in wanted:
            return f"The {what} {name} of the store was missing or changed"
    if name == USER_VERSION:
        return "The number of the store's version had been set back"
    return f"{name} was in the store and is not of this program"

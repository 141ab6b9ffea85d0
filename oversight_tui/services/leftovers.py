"""What earlier work that was broken off has left, in words: what was finished or removed at this start, what lies
there still. Names files and no record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

MOST_NAMES = 3


def settled(store: Store) -> tuple[str, ...]:
    """What to say of what was settled when this store was opened; an erasure that was broken off is finished now."""
    return (*_told(store), *_erasure(store))


def named(files: Sequence[str]) -> str:
    """The first few of these names, and how many more there are."""
    more = len(files) - MOST_NAMES
    return ", ".join(files[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _told(store: Store) -> Iterator[str]:
    found = store.settled
    if found.finished:
        yield (
            "A change of the passphrase that was broken off is finished now; still to be changed with the store: "
            f"{count(len(found.finished), 'copy', 'copies')}, {named(found.finished)}."
        )
    if found.removed:
        yield f"Left by work that was broken off, and removed: {named(found.removed)}."
    if found.stays:
        yield (
            f"Left by work that was broken off, and could not be removed: {named(found.stays)}. Check the rights on "
            "the folder, and remove it."
        )
    if found.shut:
        yield f"Opened by an older passphrase or none: {named(found.shut)}. Remove those that are not needed."


def _erasure(store: Store) -> Iterator[str]:
    """Bytes of what was erased may still be in the file where the last erasure was broken off."""
    if not store.settled.erasing:
        return
    from oversight_tui.services.retention import finish_erasing

    if finish_erasing(store):
        yield "An erasure that was broken off is finished now: no byte of what was erased is left in the file."
    else:
        yield (
            "Bytes of what was erased may still be in the file. Close other programs that have the store open, and "
            "start again."
        )

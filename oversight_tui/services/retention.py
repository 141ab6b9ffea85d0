"""What has been kept for long enough, and what a legal hold keeps: the list that a named manager decides on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.retention import what_there_is
from db.sweeping import is_to_be_swept
from oversight_tui.practice.retention import KeptRow, what_is_kept
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store


def kept_rows(store: Store, today: date) -> tuple[KeptRow, ...]:
    """Everything that is kept: what is due, what is held, what cannot be told, and what is kept for longer.

    Where a file could not be written anew when something was last erased, that is done first.
    """
    finish_erasing(store)
    return rows_now(store, today)


def rows_now(store: Store, today: date) -> tuple[KeptRow, ...]:
    """The same, and nothing is done besides."""
    with store.reading():
        return what_is_kept(what_there_is(store, today), policy_in_force(store), today)


def still_held_by(store: Store) -> str:
    """A sentence that names the stores a restore replaced, which hold what is erased; empty where there are none. Of a
    store on a server, that its backups hold it.
    """
    if store.on_a_server:
        return "It stays in the server's backups for as long as whoever keeps the server keeps them."
    from db.replaced import replaced_files

    left = [one.name for one in replaced_files(store.path)]
    if not left:
        return ""
    stores = "a store that a restore replaced" if len(left) == 1 else f"{len(left)} stores that a restore replaced"
    names = ", ".join(left)
    return f"It stays in {stores}, until you remove it: {names} in {store.path.parent}."


def finish_erasing(store: Store) -> bool:
    """Write the file anew where something was erased since it last was; False where that is still to be done."""
    with store.reading():
        waits = is_to_be_swept(store)
    if not waits:
        return True
    from db.writes import sweep

    return sweep(store)

"""A rehearsal: the newest backup restored to a file of its own, opened, looked through, and the board built from it."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from db import open_store, writes
from db.backup import Backup, BackupProblem, looked_at
from db.contents import look
from db.queries.settings import setting
from db.restore import write_new
from db.verification import verify
from oversight_tui.clock import now
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import author
from oversight_tui.services.passing_folder import FILE_NAME, folder_that_goes

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

_SETTING = "rehearsed"


class Rehearsed(Struct, frozen=True):
    """What was found in the restored file: entries, journal rows, and the open children on the board built from it."""

    entries: int
    rows: int
    children: int


def rehearse(backup: Backup, key: Key | None, today: date) -> Rehearsed:
    """Restore the backup to a file that goes afterwards. Raises StoreError where anything is not as it was."""
    wanted = looked_at(backup.path, key)
    with folder_that_goes() as folder:
        copy = folder / FILE_NAME
        write_new(backup.path, key, copy)
        with closing(open_store(copy, key=key, create=False)) as store:
            with store.reading():
                found = look(store.database.connection())
            if (found.head, found.entries, found.children, found.workers) != (
                wanted.head,
                wanted.entries,
                wanted.children,
                wanted.workers,
            ):
                raise BackupProblem(f"What was restored from {backup.path} is not what the backup holds.")
            faults = verify(store).faults
            if faults:
                raise BackupProblem(f"What was restored from {backup.path} is not in order: {faults[0]}")
            board = load_board(store, today, all_teams=True)
        return Rehearsed(found.entries, found.head.seq if found.head else 0, len(board.children))


def last(store: Store) -> datetime | None:
    """When a restore was last rehearsed, None where it never was or what was kept of it cannot be read."""
    with store.reading():
        kept = setting(store, _SETTING)
    try:
        return datetime.fromisoformat(kept["at"])
    except (TypeError, KeyError, ValueError):
        return None


def remember(store: Store, backup: Backup) -> None:
    """Keep with the store that a restore of this backup was rehearsed, and all was there."""
    writes.set_setting(store, _SETTING, {"backup": backup.path.name, "at": now().isoformat()}, author(store))

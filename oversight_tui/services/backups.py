"""Backups by themselves: when one is due, making it, and which of the earlier ones are removed.

A backup that cannot be made never keeps anybody from working; what is said of it is one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db import writes
from db.backup import Backup, BackupProblem, backups_in, id_of, opens_with, remove, take
from db.contents import Look
from db.errors import StoreError
from db.reencrypt import reencrypt
from db.restore import replaced_files
from db.rotation import kept
from oversight_tui.clock import now
from oversight_tui.config import Backups
from oversight_tui.services.identity import author
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

BACKED_UP = "backed up"
# After a longer pause nothing is removed at first: it may be the clock that is wrong.
LONG_PAUSE = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: where, how large in bytes, what it holds, and how many earlier ones were removed."""

    path: Path
    size: int
    holds: Look
    removed: int


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """How many copies of a store were given its new key, and the names of those that could not be."""

    done: int
    failed: tuple[str, ...]


def backups_of(store: Store) -> tuple[Backup, ...]:
    """The backups of this very store in its folder, oldest first. Raises BackupProblem."""
    if store.backups is None:
        return ()
    with store.reading():
        first = store.database.execute_sql("SELECT hash FROM journal WHERE seq = 1").fetchone()
    if first is None:
        return ()
    return tuple(one for one in backups_in(store.backups, store.path) if one.store_id == id_of(first[0]))


def newest(backups: Iterable[Backup], moment: datetime) -> Backup | None:
    """The newest of them; one that is later than now counts for nothing, since then a clock was wrong."""
    return max((one for one in backups if one.at <= moment), key=lambda one: one.at, default=None)


def is_due(backups: Iterable[Backup], moment: datetime) -> bool:
    """Whether the newest was made on an earlier day than this, or there is none."""
    last = newest(backups, moment)
    return last is None or last.at.astimezone().date() < moment.astimezone().date()


def back_up(store: Store, limits: Backups, folder: Path | None = None) -> Made | None:
    """Make a backup, in the store's folder or another; None where nothing was ever recorded. Raises BackupProblem.

    In the store's own folder those are removed that the limits keep no longer; another folder is left as it is.
    """
    place = folder or store.backups
    if place is None:
        raise BackupProblem("No backup was made: there is no folder for it. Name one with --to.")
    moment = now()
    earlier = backups_of(store) if folder is None else ()
    taken = take(store.path, store.key, place, moment)
    if taken is None:
        return None
    made, holds = taken
    removed = _rotate(earlier, made, limits) if folder is None else 0
    size = made.path.stat().st_size
    about = {"file": made.path.name, "bytes": size, "ends_with": holds.head.seq if holds.head else 0}
    with store.writing():
        writes.note_opened(store, BACKED_UP, about, author(store))
    return Made(made.path, size, holds, removed)


def back_up_if_due(store: Store, limits: Backups) -> str | None:
    """Make today's backup where there is none yet; a sentence where that could not be done."""
    if store.backups is None:
        return None
    try:
        if is_due(backups_of(store), now()):
            back_up(store, limits)
    except (StoreError, OSError) as problem:
        return _how_old(store, problem)
    return None


def back_up_first(store: Store, limits: Backups) -> str | None:
    """Make a backup before something large, whenever the last one was; a sentence where that could not be done."""
    if store.backups is None:
        return None
    try:
        back_up(store, limits)
    except (StoreError, OSError) as problem:
        return _how_old(store, problem)
    return None


def _how_old(store: Store, problem: Exception) -> str:
    """The problem, and how old the newest backup is by now."""
    says = str(problem) if isinstance(problem, StoreError) else f"No backup was made: {type(problem).__name__}."
    try:
        last = newest(backups_of(store), now())
    except StoreError:
        return says
    if last is None:
        return f"{says} There is none yet."
    days = (now().astimezone().date() - last.at.astimezone().date()).days
    return f"{says} The newest is of {long_day(last.at.astimezone().date())}, {count(days, 'day')} old."


def _rotate(earlier: tuple[Backup, ...], made: Backup, limits: Backups) -> int:
    """Remove what is kept no longer; how many. One that cannot be removed stays, and is tried again the next time."""
    last = newest(earlier, made.at)
    if last is not None and made.at - last.at > LONG_PAUSE:
        return 0
    stay = kept(
        {one.at for one in (*earlier, made)},
        made.at,
        daily=limits.daily,
        weekly=limits.weekly,
        monthly=limits.monthly,
    )
    removed = 0
    for one in earlier:
        if one.at not in stay:
            try:
                remove(one)
            except BackupProblem:
                continue
            removed += 1
    return removed


def give_another_key(store: Store, old: Key | None) -> Rekeyed:
    """Give the copies of a store the key that it has now, so that the old one opens nothing any more.

    Its copies are its backups and the stores that a restore replaced. Those that an even older key opens are named
    among the failed.
    """
    done, failed, new = 0, [], store.key
    for copy in (*(one.path for one in backups_of(store)), *replaced_files(store.path)):
        try:
            if opens_with(copy, new):
                continue
            if not opens_with(copy, old):
                failed.append(copy.name)
                continue
            reencrypt(copy, old, new)
            done += 1
        except (StoreError, OSError):
            failed.append(copy.name)
    return Rekeyed(done, tuple(failed))

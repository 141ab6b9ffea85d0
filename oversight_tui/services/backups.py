"""Backups by themselves: when one is due, making it, and which of the earlier ones are removed.

A backup that cannot be made never keeps anybody from working; what is said of it is one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from db.backup import Backup, BackupProblem, backups_in, id_of, remove, take
from db.contents import Look
from db.ends import first_hash
from db.errors import StoreError
from db.file_names import is_copy
from db.rotation import Kept, kept
from oversight_tui.clock import now
from oversight_tui.config import Backups
from oversight_tui.services.identity import author
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

BACKED_UP = "backed up"


class Order(Struct, frozen=True):
    """A backup to be made: of which file, with which key, where to, and the earlier ones there.

    `earlier` is None for a folder that is not the store's own, in which nothing is removed.
    """

    path: Path
    key: Key | None
    folder: Path
    earlier: tuple[Backup, ...] | None


class Made(Struct, frozen=True):
    """A backup that was made: where, how large in bytes, and what it holds; how many earlier ones were removed, and how
    many stay only because a clock is in doubt.
    """

    path: Path
    size: int
    holds: Look
    removed: int
    held: int


def backups_of(store: Store) -> tuple[Backup, ...]:
    """The backups of this very store in its folder, in the order of making. Raises BackupProblem."""
    if store.backups is None:
        return ()
    with store.reading():
        first = first_hash(store)
    if first is None:
        return ()
    return tuple(one for one in backups_in(store.backups, store.path) if one.store_id == id_of(first))


def newest(backups: Iterable[Backup], moment: datetime) -> Backup | None:
    """The newest of them; one that is later than now counts for nothing, since then a clock was wrong."""
    return max((one for one in backups if one.at <= moment), key=lambda one: one.at, default=None)


def is_due(backups: Iterable[Backup], moment: datetime) -> bool:
    """Whether the newest was made on an earlier day than this, or there is none."""
    last = newest(backups, moment)
    return last is None or last.at.astimezone().date() < moment.astimezone().date()


def order(store: Store, folder: Path | None = None) -> Order:
    """What is needed to make a backup in the store's folder, or in another. Raises BackupProblem."""
    if store.on_a_server:
        raise BackupProblem(
            f"No backup was made: the store {store.name} is on a server, and whoever keeps the server makes its "
            "backups (docs/server.md)."
        )
    if store.moved is not None:
        raise BackupProblem(f"No backup was made: nothing is recorded in this store any more. {store.moved.remark}")
    if folder is not None:
        return Order(store.path, store.key, folder, None)
    if store.backups is None:
        raise BackupProblem("No backup was made: there is no folder for it. Name one with --to.")
    return Order(store.path, store.key, store.backups, backups_of(store))


def order_if_due(store: Store) -> Order | None:
    """The same, where today's backup is still to be made; never of a store on a server, or of one that was carried
    elsewhere. Raises BackupProblem, also for a file that is itself one.
    """
    if store.on_a_server or store.moved is not None:
        return None
    if is_copy(store.path):
        raise BackupProblem(
            "No backup was made: this file is itself a backup, or was replaced by a restore. To work on with it, put "
            "it in the store's place with `oversight restore`."
        )
    if store.backups is None:
        return None
    wanted = order(store)
    return wanted if is_due(wanted.earlier or (), now()) else None


def make(wanted: Order, limits: Backups) -> Made | None:
    """Make the backup; None where nothing was ever recorded. May run in any thread. Raises BackupProblem.

    In the store's own folder those are removed that the limits keep no longer; another folder is left as it is.
    """
    taken = take(wanted.path, wanted.key, wanted.folder, now())
    if taken is None:
        return None
    made, holds = taken
    removed, held = (0, 0) if wanted.earlier is None else _rotate(wanted.earlier, made, limits)
    return Made(made.path, made.path.stat().st_size, holds, removed, held)


def note(store: Store, made: Made) -> None:
    """A line in the journal that the backup was made."""
    from db.writes import note_opened

    about = {"file": made.path.name, "bytes": made.size, "ends_with": made.holds.head.seq if made.holds.head else 0}
    with store.writing():
        note_opened(store, BACKED_UP, about, author(store))


def back_up(store: Store, limits: Backups, folder: Path | None = None) -> Made | None:
    """Make a backup and note it; None where nothing was ever recorded. Raises BackupProblem."""
    made = make(order(store, folder), limits)
    if made is not None:
        note(store, made)
    return made


def back_up_if_due(store: Store, limits: Backups) -> str | None:
    """Make today's backup where there is none yet; a sentence where that could not be done."""
    try:
        wanted = order_if_due(store)
    except StoreError as problem:
        return _reason(problem)
    return None if wanted is None else _made_or_said(store, wanted, limits)


def back_up_first(store: Store, limits: Backups) -> str | None:
    """Make a backup before something large, whenever the last one was; a sentence where that could not be done."""
    if store.backups is None:
        return None
    try:
        wanted = order(store)
    except StoreError as problem:
        return _reason(problem)
    return _made_or_said(store, wanted, limits)


def _made_or_said(store: Store, wanted: Order, limits: Backups) -> str | None:
    try:
        made = make(wanted, limits)
        if made is not None:
            note(store, made)
    except (StoreError, OSError) as problem:
        return said_of(problem, wanted)
    return None


def said_of(problem: Exception, wanted: Order) -> str:
    """Why a backup was not made, and how old the newest is by now."""
    says = _reason(problem)
    last = newest(wanted.earlier or (), now())
    if last is None:
        return f"{says} There is none yet."
    day = last.at.astimezone().date()
    return f"{says} The newest is of {long_day(day)}, {count((now().astimezone().date() - day).days, 'day')} old."


def _reason(problem: Exception) -> str:
    """Only what is said of backups is said here: the work goes on, and is not to be called unsaved."""
    return str(problem) if isinstance(problem, BackupProblem) else "No backup was made; `oversight doctor` says why."


def held_back(there: Sequence[Backup], moment: datetime, limits: Backups) -> int:
    """How many of these a sound clock would have removed by now, and stay since it may be wrong."""
    return _kept([one.at for one in there] + [moment], limits).held


def said_of_held(held: int) -> str:
    """Why so many stay, in a sentence; empty for none."""
    if not held:
        return ""
    stay = f"{count(held, 'older backup')} {'stays' if held == 1 else 'stay'} for longer"
    return f"{stay}: the clock was wrong, or for a while none was made."


def _rotate(earlier: Sequence[Backup], made: Backup, limits: Backups) -> tuple[int, int]:
    """Remove what is kept no longer; how many, and how many stay because of a clock.

    One that cannot be removed stays, and is tried again the next time.
    """
    stay = _kept([one.at for one in earlier] + [made.at], limits)
    removed = 0
    for place, one in enumerate(earlier):
        if place not in stay.places:
            try:
                remove(one)
            except BackupProblem:
                continue
            removed += 1
    return removed, stay.held


def _kept(times: Sequence[datetime], limits: Backups) -> Kept:
    return kept(times, daily=limits.daily, weekly=limits.weekly, monthly=limits.monthly)

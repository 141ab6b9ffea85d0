"""The doctor's look at the backups: how old, whether the newest opens, and whether a restore was ever rehearsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.backup import Backup, looked_at, opens_with
from db.replaced import replaced_files
from oversight_tui.services.backups import held_back, newest, said_of_held
from oversight_tui.services.doctor.lines import Line
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.key import Key
    from oversight_tui.config import Backups

# Local figures: a weekend is no reason to look, a month without a rehearsal is.
OLD_DAYS = 3
REHEARSED_DAYS = 31


def rotation(there: Sequence[Backup], moment: datetime, limits: Backups) -> Iterator[Line]:
    """Those that the rotation would have removed by now, had no clock been in doubt: nothing needs to be done."""
    if held := held_back(there, moment, limits):
        yield Line("Backups", "ok", said_of_held(held).rstrip("."))


def last_backup(there: Sequence[Backup], folder: Path, key: Key | None, moment: datetime) -> Iterator[Line]:
    """How many there are, and whether the newest is new and sound."""
    last = newest(there, moment)
    if last is None:
        yield Line("Backups", "look", f"There is none in {folder}", "`oversight backup` makes one.")
        return
    at = last.at.astimezone()
    days = (moment.astimezone().date() - at.date()).days
    age = "today" if days == 0 else f"{count(days, 'day')} ago"
    says = f"{count(len(there), 'backup')} in {folder}; the newest of {long_day(at.date())} {at:%H:%M}, {age}"
    if not opens_with(last.path, key):
        do = "`oversight backup` makes a new one."
        yield Line("Backups", "look", f"{says}: it opens with another passphrase", do)
        return
    holds = looked_at(last.path, key)
    says += f", opened and sound, {count(holds.entries, 'entry', 'entries')}"
    if days > OLD_DAYS:
        yield Line("Backups", "look", says, "`oversight backup` makes one, or says why it cannot be made.")
    else:
        yield Line("Backups", "ok", says)
    shut = sum(not opens_with(one.path, key) for one in there)
    if shut:
        says = f"{count(shut, 'backup')} can only be opened with an older passphrase, or with none"
        yield Line("Backups", "look", says, f"Remove what is not needed from {folder}.")
    ahead = sum(one.at > moment for one in there)
    if ahead:
        says = f"{count(ahead, 'backup')} made later than now: a clock was wrong"
        yield Line("Backups", "look", says, f"They are removed last of all: look into {folder}.")


def rehearsal(at: datetime | None, moment: datetime) -> Line:
    """When a restore was last rehearsed, None where it never was."""
    do = "`oversight doctor --rehearse` restores the newest backup to a file of its own and compares."
    if at is None:
        return Line("Rehearsal", "look", "A restore was never rehearsed", do)
    says = f"A restore was rehearsed on {long_day(at.astimezone().date())}, and all was there"
    late = (moment - at).days > REHEARSED_DAYS
    return Line("Rehearsal", "look" if late else "ok", says, do if late else "")


def replaced(path: Path) -> Iterator[Line]:
    """Stores that a restore replaced."""
    left = replaced_files(path)
    if left:
        says = f"{count(len(left), 'store')} replaced by a restore still kept: {', '.join(one.name for one in left)}"
        do = f"Remove what is not needed from {path.parent}: what is erased from the store is still in them."
        yield Line("Replaced", "look", says, do)

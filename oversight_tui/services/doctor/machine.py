"""The doctor's look at the machine: disk, network folder, memory dumps, clock, keyring."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from db.network_folder import CannotTell, network_filesystem
from db.paths import stat_of
from oversight_tui.own_process import Dumps
from oversight_tui.services.doctor.lines import Line
from oversight_tui.services.system_keyring import NoKeyring, available
from oversight_tui.words.dates import count, long_day

# Local figures: room for a backup, an import and the same again.
LEAST_COPIES_FREE = 3
LEAST_BYTES_FREE = 100_000_000
CLOCK_BEHIND = timedelta(minutes=2)
LONG_AGO = timedelta(days=62)
BRITISH_OFFSETS = (timedelta(0), timedelta(hours=1))


def disk(path: Path, folder: Path) -> Iterator[Line]:
    """Free room beside the store and in the backup folder."""
    found = stat_of(path)
    size = found.st_size if found else 0
    needed = LEAST_BYTES_FREE + LEAST_COPIES_FREE * size
    places = {nearest(folder).stat().st_dev: (nearest(folder), "for backups")}
    places[nearest(path.parent).stat().st_dev] = (nearest(path.parent), "beside the store")
    for place, what in places.values():
        free = shutil.disk_usage(place).free
        says = f"{free // 1_000_000:,} MB free {what if len(places) > 1 else 'for store and backups'}"
        if free < needed:
            yield Line("Disk", "broken" if free < size else "look", says, f"Make room on the disk of {place}.")
        else:
            yield Line("Disk", "ok", says)


def nearest(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(one for one in (folder, *folder.parents) if stat_of(one))


def network(path: Path, folder: Path) -> Iterator[Line]:
    """A store on a network folder loses work; backups may lie on one."""
    try:
        kind = network_filesystem(nearest(path.parent))
    except CannotTell:
        do = "SQLite loses work on a network folder: see to it that the store lies on a disk of this machine."
        yield Line("Network folder", "unchecked", "This system does not say whether the store lies on one", do)
        return
    if kind is not None:
        do = "Move the store to a disk of this machine. SQLite loses work on a network folder."
        yield Line("Network folder", "broken", f"The store lies on a network folder ({kind})", do)
        return
    yield Line("Network folder", "ok", f"The store lies on a disk of this machine{_of_backups(folder)}")


def _of_backups(folder: Path) -> str:
    try:
        kind = network_filesystem(nearest(folder))
    except CannotTell:
        return "; of the backups this system does not say it"
    return f"; backups on a network folder ({kind})" if kind else ""


def memory(dumps: Dumps) -> Iterator[Line]:
    """Whether a crash would write the memory of the program, which holds names, to the disk."""
    if dumps == "off":
        yield Line("Memory", "ok", "A crash leaves nothing of the program's memory on the disk")
    elif dumps == "on":
        do = "Ask your IT to switch off core dumps, or to let a program switch off its own."
        yield Line("Memory", "look", "A crash may leave the program's memory, names in it, on the disk", do)
    else:
        says = "This system does not say whether a crash leaves the program's memory, names in it, on the disk"
        yield Line("Memory", "unchecked", says, "Ask your IT whether crash reports of programs are kept.")


def clock(moment: datetime, newest: datetime | None) -> Iterator[Line]:
    """The clock of the machine beside the newest line of the journal (both aware), and the time zone."""
    local = moment.astimezone()
    says = f"{long_day(local.date())} {local:%H:%M}, {local.tzname()}"
    if newest is not None and newest - moment > CLOCK_BEHIND:
        shown = newest.astimezone()
        do = "Set the clock of this machine, or find out who had it set ahead when that was recorded."
        yield Line("Clock", "look", f"{says}; the newest entry is later: {long_day(shown.date())} {shown:%H:%M}", do)
    elif newest is not None and moment - newest > LONG_AGO:
        days = count((moment - newest).days, "day")
        do = "If that cannot be, the clock of this machine is ahead: set it."
        yield Line("Clock", "look", f"{says}; nothing was recorded for {days}", do)
    elif local.utcoffset() not in BRITISH_OFFSETS:
        yield Line("Clock", "look", f"{says}: not British time", "Days begin by this clock: set the time zone.")
    else:
        yield Line("Clock", "ok", says)


def keyring(wanted: bool) -> Iterator[Line]:
    """Whether the system has a keyring that keeps a key safe; `wanted` where the settings ask for one."""
    try:
        yield Line("Keyring", "ok", f"{available()}, {'asked for the key' if wanted else 'not used'}")
    except NoKeyring as problem:
        if wanted:
            yield Line("Keyring", "look", str(problem), "Or set `keyring = false` in the settings.")
        else:
            yield Line("Keyring", "ok", "None that keeps a key safe; not used")

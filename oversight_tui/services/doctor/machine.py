"""The doctor's look at the machine: disk, rights, network folder, clock, keyring."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from stat import S_ISDIR

from db.network_folder import network_filesystem
from db.paths import stat_of
from db.swap import BESIDE
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
    places = {_there(folder).stat().st_dev: (_there(folder), "for backups")}
    places[_there(path.parent).stat().st_dev] = (_there(path.parent), "beside the store")
    for place, what in places.values():
        free = shutil.disk_usage(place).free
        says = f"{free // 1_000_000:,} MB free {what if len(places) > 1 else 'for store and backups'}"
        if free < needed:
            yield Line("Disk", "broken" if free < size else "look", says, f"Make room on the disk of {place}.")
        else:
            yield Line("Disk", "ok", says)


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(one for one in (folder, *folder.parents) if stat_of(one))


def rights(path: Path, folder: Path, passphrase_file: Path | None) -> Iterator[Line]:
    """Whether anybody else can read or swap the files, and whether this account can write them."""
    backups = stat_of(folder)
    own = [path, *sorted(folder.glob("*") if backups and S_ISDIR(backups.st_mode) else ())]
    if not _shared(path):  # what SQLite keeps beside it has its rights, and goes with the last who leaves
        own += [Path(f"{path}{one}") for one in BESIDE]
    if passphrase_file is not None:
        own.append(passphrase_file)
    wrong = [
        Line("Rights", "broken", f"This account cannot write {place}", "Ask your IT for the right to write there.")
        for place in (path, path.parent, _there(folder))
        if stat_of(place) and not os.access(place, os.W_OK)
    ]
    if sys.platform == "win32":
        yield from wrong or [Line("Rights", "ok", "This account can write; who else may read is not looked at here")]
        return
    for place in own:
        if _shared(place):
            says = f"Other accounts of this machine may use {place}"
            wrong.append(Line("Rights", "look", says, f"chmod {'700' if place.is_dir() else '600'} '{place}'"))
    if backups and S_ISDIR(backups.st_mode) and _shared(folder):
        wrong.append(Line("Rights", "look", f"Other accounts may look into {folder}", f"chmod 700 '{folder}'"))
    around = stat_of(path.parent)
    shared = around.st_mode if around else 0
    if shared & 0o022 and not shared & 0o1000:
        says = f"Other accounts may put files into {path.parent}"
        wrong.append(Line("Rights", "look", says, f"chmod 700 '{path.parent}', or keep the store elsewhere"))
    yield from wrong or [Line("Rights", "ok", "Store and backups can be read and written by this account only")]


def _shared(place: Path) -> bool:
    """Whether other accounts may use what is there."""
    found = stat_of(place)
    return found is not None and bool(found.st_mode & 0o077)


def network(path: Path, folder: Path) -> Iterator[Line]:
    """A store on a network folder loses work; backups may lie on one."""
    kind = network_filesystem(_there(path.parent))
    far = network_filesystem(_there(folder))
    if kind is not None:
        do = "Move the store to a disk of this machine. SQLite loses work on a network folder."
        yield Line("Network folder", "broken", f"The store lies on a network folder ({kind})", do)
        return
    says = "The store lies on a disk of this machine"
    yield Line("Network folder", "ok", f"{says}; backups on a network folder ({far})" if far else says)


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

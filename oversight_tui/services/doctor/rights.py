"""The doctor's look at the rights: who else may read, write or swap what the program keeps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR

from db.ownership import TELLS, open_to_others
from db.paths import stat_of
from db.swap import BESIDE
from oversight_tui.services.doctor.lines import Line
from oversight_tui.services.doctor.machine import nearest

_ANY, _WRITE = 0o077, 0o022  # the bits of the group and of all others


def rights(path: Path, folder: Path, anchors: Path, passphrase_file: Path | None) -> Iterator[Line]:
    """Whether anybody else can read or swap the files, and whether this account can write them.

    `folder` is that of the backups, `anchors` that of the anchors.
    """
    wrong = [
        Line("Rights", "broken", f"This account cannot write {place}", "Ask your IT for the right to write there.")
        for place in (path, path.parent, nearest(folder))
        if stat_of(place) and not os.access(place, os.W_OK)
    ]
    if not TELLS:
        yield from wrong
        says = "Who else may read or write store and backups is not looked at on this system"
        yield Line("Rights", "unchecked", says, f'`icacls "{path}"` lists them: SYSTEM and Administrators besides you.')
        return
    backups = stat_of(folder)
    own = [path, *sorted(folder.glob("*") if backups and S_ISDIR(backups.st_mode) else ())]
    if not _shared(path):  # what SQLite keeps beside it has its rights, and goes with the last who leaves
        own += [Path(f"{path}{one}") for one in BESIDE]
    if passphrase_file is not None:
        own.append(passphrase_file)
    for place in own:
        if _shared(place):
            says = f"Other accounts of this machine may use {place}"
            wrong.append(Line("Rights", "look", says, f"chmod {'700' if place.is_dir() else '600'} '{place}'"))
    for place in (folder, anchors):
        if _shared(place):
            may = "put files into" if _shared(place, _WRITE) else "look into"
            wrong.append(Line("Rights", "look", f"Other accounts may {may} {place}", f"chmod 700 '{place}'"))
    for place in open_to_others(path):
        says = f"Other accounts may put another file in the store's place, by {place}"
        wrong.append(Line("Rights", "look", says, f"chmod go-w '{place}', or keep the store elsewhere"))
    yield from wrong or [Line("Rights", "ok", "Store and backups can be read and written by this account only")]


def _shared(place: Path, how: int = _ANY) -> bool:
    """Whether other accounts may use what is there, in one of these ways."""
    found = stat_of(place)
    return found is not None and bool(found.st_mode & how)

"""What work that was broken off has left beside a store and among its backups.

Killed, or cut from its power, the program leaves files under names that nothing else has. What becomes of them:
`db.settling`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from db.replaced import is_named_replaced, second_names, unfinished_copies
from db.swap import BESIDE, READY, RESTORING, UNFINISHED, WRITING

_LOGS = "|".join(re.escape(end) for end in BESIDE)
_ENDS = "|".join(re.escape(end) for end in (WRITING, READY, RESTORING))
_LEFT = re.compile(rf"(?P<of>.+)(?:{_ENDS})(?:{_LOGS})?", re.DOTALL)
_HALF_A_BACKUP = re.compile(rf"\.(?P<of>.+)\.(?P<process>\d+){re.escape(UNFINISHED)}(?:{_LOGS})?", re.DOTALL)


def lying(path: Path, folder: Path | None) -> tuple[Path, ...]:
    """The files that are left beside the store at this path and, of stores of its name, in the folder of backups."""
    found = [one for one in _in(path.parent) if _is_of_store(one, path)]
    found += [*unfinished_copies(path), *second_names(path)]
    if folder is not None:
        found += [one for one in _in(folder) if store_id_of(one, path) is not None]
    return tuple(dict.fromkeys(found))


def original(left: Path) -> Path:
    """The file that something was made from or for; itself where its name does not say."""
    found = _LEFT.fullmatch(left.name)
    return left.with_name(found["of"]) if found else left


def store_id_of(left: Path, path: Path) -> str | None:
    """By which the store is known of whose backup it is; None where it is of no backup of a store of this name."""
    from db.backup import by_name

    found = _LEFT.fullmatch(left.name) or _HALF_A_BACKUP.fullmatch(left.name)
    backup = by_name(left.with_name(found["of"]), path) if found else None
    return backup.store_id if backup is not None else None


def maker_of(left: Path) -> int | None:
    """The number of the process that makes, or made, half a backup; None for everything else."""
    found = _HALF_A_BACKUP.fullmatch(left.name)
    return int(found["process"]) if found else None


def _in(folder: Path) -> list[Path]:
    """What lies there under a name of broken-off work; nothing where there is no such folder, or it stays shut."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [folder / name for name in names if _LEFT.fullmatch(name) or _HALF_A_BACKUP.fullmatch(name)]


def _is_of_store(left: Path, path: Path) -> bool:
    """Whether it is of the store itself, or of one beside it that a restore replaced."""
    of = original(left).name
    return of != left.name and (of == path.name or is_named_replaced(of, path))


def runs(process: int) -> bool:
    """Whether a process of this number runs. Not to be asked on Windows, which would end it."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True

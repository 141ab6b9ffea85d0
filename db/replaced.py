"""The stores that a restore replaced: they stay beside the new one, under a name that says when, until somebody removes
them. What is erased from the store is still in them.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from db.file_names import REPLACED, REPLACED_MARK
from db.flushing import flush_to_disk
from db.swap import BESIDE, UNFINISHED

_STAMP = "%Y-%m-%dT%H-%M-%SZ"


def replaced_files(path: Path) -> tuple[Path, ...]:
    """The stores that were replaced by a restore and still lie beside this one, oldest first."""
    return tuple(one for one in _named_replaced(path) if not _is_same(one, path))


def second_names(path: Path) -> tuple[Path, ...]:
    """The names under which the store in its place was to be kept, where a restore was stopped."""
    return tuple(one for one in _named_replaced(path) if _is_same(one, path))


def unfinished_copies(path: Path) -> tuple[Path, ...]:
    """What a restore that was stopped has left of the copy it was keeping."""
    return tuple(path.with_name(name) for name in _names(path) if name.endswith(UNFINISHED))


def is_named_replaced(name: str, path: Path) -> bool:
    """Whether this is the name of a store that was replaced by the one at this path."""
    return name.startswith(path.name + REPLACED_MARK)


def free_name(path: Path, now: datetime) -> Path:
    """Under which the old file is kept."""
    name = f"{path.name}{REPLACED_MARK}{now.astimezone(UTC).strftime(_STAMP)}"
    free, number = path.with_name(name), 2
    while any(os.path.exists(f"{free}{one}") for one in ("", *BESIDE)):
        free, number = path.with_name(f"{name}-{number}"), number + 1
    return free


def keep(path: Path, kept_at: Path) -> None:
    """Give the old file a second name, under which it stays."""
    try:
        os.link(path, kept_at)
    except OSError:  # a disk that knows no second names, such as a stick
        unfinished = kept_at.with_name(kept_at.name + UNFINISHED)
        shutil.copy2(path, unfinished)
        flush_to_disk(unfinished)
        os.replace(unfinished, kept_at)


def keep_logs(path: Path, kept_at: Path) -> None:
    """Let the logs of an old file that could not be read go with it: beside the new one they would be read into it."""
    for one in BESIDE:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{one}", f"{kept_at}{one}")


def _is_same(one: Path, path: Path) -> bool:
    try:
        return os.path.samefile(one, path)
    except OSError:
        return False


def _named_replaced(path: Path) -> list[Path]:
    return [path.with_name(name) for name in _names(path) if REPLACED.fullmatch(name[len(path.name) :])]


def _names(path: Path) -> list[str]:
    try:
        names = sorted(os.listdir(path.parent))
    except OSError:
        return []
    return [name for name in names if is_named_replaced(name, path)]

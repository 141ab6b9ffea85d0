"""How the backups of a store are called, and the stores that a restore replaced."""

from __future__ import annotations

import re
from pathlib import Path

BACKUP = re.compile(
    r"(?P<store>.+)-(?P<id>[0-9a-f]{8})-(?P<at>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-(?P<number>\d{1,9}))?", re.DOTALL
)
REPLACED_MARK = ".replaced-"
REPLACED = re.compile(rf"{re.escape(REPLACED_MARK)}\d{{4}}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-\d+)?")


def is_copy(path: Path) -> bool:
    """Whether a file is called as a backup of any store is, or as a store that any restore replaced. None is made of
    those by itself: in it, what is erased would outlast every day that was said.
    """
    at = path.name.rfind(REPLACED_MARK)
    return BACKUP.fullmatch(path.stem) is not None or (at > 0 and REPLACED.fullmatch(path.name[at:]) is not None)

"""What this process lets out of its hands: who may read the files it makes, and its memory, which holds names.

A crash, or a debugger of the same account, would write that memory to the disk, also while the screen is locked.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Literal

Dumps = Literal["off", "on", "unchecked"]
_OWNER_ONLY = 0o077
_GET_DUMPABLE, _SET_DUMPABLE = 3, 4  # of prctl(2)


def keep_to_its_owner() -> None:
    """Files that are made from now on are the owner's only, and a crash leaves nothing of the memory.

    For a process that is a command's alone: the programs it starts inherit the first, and the limit on dumps.
    """
    os.umask(_OWNER_ONLY)
    switch_dumps_off()


def switch_dumps_off() -> None:
    """No memory of this process is written to the disk when it crashes, as far as the system lets a program say so."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit alone does not count where the system hands dumps to a program of its own, as Ubuntu does.
        _prctl(_SET_DUMPABLE, 0)


def dumps() -> Dumps:
    """Whether a crash would write the memory of this process to the disk; "unchecked" where the system does not say."""
    try:
        import resource
    except ImportError:
        return "unchecked"
    limited = resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    handed_over = sys.platform == "linux" and _prctl(_GET_DUMPABLE, 0) != 0
    return "off" if limited and not handed_over else "on"


def _prctl(option: int, value: int) -> int:
    """What Linux answers; -1 where it cannot be asked."""
    try:
        import ctypes

        return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
    except (ImportError, OSError, AttributeError):
        return -1

"""What Linux says of a running process and all it has started: memory, processor time, how often it woke up."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


@dataclass(slots=True)
class Usage:
    """Of a whole tree of processes, added up: memory in KB, seconds of processor time, times woken.

    `seconds` count threads that have ended too, in steps of some milliseconds; `processor`, by process and thread,
    counts those that are there now, exactly.
    """

    peak_kb: int = 0
    seconds: float = 0.0
    processor: dict[tuple[int, int], float] = field(default_factory=dict)
    woken: int = 0


def usage_of(process: int) -> Usage:
    """What the process and all it has started use now."""
    found = Usage()
    for one in tree_of(process):
        told = _told(one)
        found.seconds += told.seconds if told else 0.0
        found.peak_kb += _number(_PROC / str(one) / "status", "VmHWM:")
        with suppress(OSError):
            for thread in os.listdir(_PROC / str(one) / "task"):
                place = _PROC / str(one) / "task" / thread
                found.woken += _number(place / "status", "voluntary_ctxt_switches:")
                with suppress(OSError, ValueError, IndexError):
                    nanoseconds = int((place / "schedstat").read_text().split()[0])
                    found.processor[(one, int(thread))] = nanoseconds / 1e9
    return found


def tree_of(process: int) -> list[int]:
    """The process, what it has started and what that has, and all of its session."""
    started: dict[int, list[int]] = {}
    session: list[int] = []
    for name in os.listdir(_PROC):
        if not name.isdigit():
            continue
        told = _told(int(name))
        if told is not None:
            started.setdefault(told.parent, []).append(int(name))
            if told.session == process:
                session.append(int(name))
    found, waiting = [], [process]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.append(one)
            waiting += started.get(one, [])
    return found + [one for one in session if one not in found]


def is_of_session(process: int, session: int) -> bool:
    """Whether a process is still there and of this session."""
    told = _told(process)
    return told is not None and told.session == session


@dataclass(frozen=True, slots=True)
class _Told:
    """What Linux says of one process in a line."""

    parent: int
    session: int
    seconds: float


def _told(process: int) -> _Told | None:
    try:
        told = (_PROC / str(process) / "stat").read_text()
    except OSError:
        return None
    fields = told[told.rindex(")") + 2 :].split()
    return _Told(int(fields[1]), int(fields[3]), (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND)


def _number(path: Path, name: str) -> int:
    with suppress(OSError):
        for line in path.read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0

"""What Linux says of a running process and all it has started: memory, processor time, how often it woke up."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_PROC = Path("/proc")


@dataclass(slots=True)
class Usage:
    """Of a whole tree of processes, added up: memory in KB, seconds of processor time by thread, times woken."""

    peak_kb: int = 0
    processor: dict[tuple[int, int], float] = field(default_factory=dict)
    woken: int = 0

    @property
    def processor_seconds(self) -> float:
        """Of the threads that are there now."""
        return sum(self.processor.values())


def usage_of(process: int) -> Usage:
    """What the process and all it has started use now."""
    found = Usage()
    for one in tree_of(process):
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
        told = _parent_and_session(int(name))
        if told is not None:
            started.setdefault(told[0], []).append(int(name))
            if told[1] == process:
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
    told = _parent_and_session(process)
    return told is not None and told[1] == session


def stolen() -> tuple[int, int]:
    """Ticks that other machines on the same hardware took from this one, and all ticks, since the machine started."""
    numbers = [int(one) for one in (_PROC / "stat").read_text().splitlines()[0].split()[1:]]
    return numbers[7], sum(numbers[:8])


def _parent_and_session(process: int) -> tuple[int, int] | None:
    try:
        told = (_PROC / str(process) / "stat").read_text()
    except OSError:
        return None
    fields = told[told.rindex(")") + 2 :].split()
    return int(fields[1]), int(fields[3])


def _number(path: Path, name: str) -> int:
    with suppress(OSError):
        for line in path.read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0

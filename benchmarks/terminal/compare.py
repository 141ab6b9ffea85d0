"""Several programs measured in turn, so that whatever else the machine does falls on all of them alike."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.terminal.trial import Program, Trial, run


@dataclass(slots=True)
class Trials:
    """All runs of one program. Every figure is the median, or the percentile that is asked for."""

    program: Program
    runs: list[Trial] = field(default_factory=list)

    @property
    def ready(self) -> float:
        """Milliseconds from the start of the process to what it shows when it is ready."""
        return statistics.median(run.ready for run in self.runs)

    @property
    def ready_processor(self) -> float:
        """Milliseconds of processor time until it is ready: other programs change it little."""
        return statistics.median(run.ready_processor for run in self.runs)

    @property
    def settled(self) -> float:
        """Milliseconds to the last change of what it shows before it falls silent."""
        return statistics.median(run.settled for run in self.runs)

    @property
    def peak_mb(self) -> float:
        """The most memory it ever had, all of its processes together."""
        return statistics.median(run.peak_kb for run in self.runs) / 1024

    @property
    def exit(self) -> float:
        """Milliseconds from the key that quits to the end of the process."""
        return statistics.median(run.exit for run in self.runs)

    @property
    def lag(self) -> float:
        """Milliseconds by which the screen is behind a key that was held down."""
        return statistics.median(run.lag for run in self.runs if run.lag is not None)

    @property
    def idle_percent(self) -> float:
        """Percent of a core when nobody does anything."""
        return statistics.median(run.idle.percent for run in self.runs if run.idle)

    @property
    def woken_a_second(self) -> float:
        """Times a second that it wakes up when nobody does anything."""
        return statistics.median(run.idle.woken_a_second for run in self.runs if run.idle)

    @property
    def idle_bytes(self) -> float:
        """Bytes written when nobody does anything."""
        return statistics.median(run.idle.bytes for run in self.runs if run.idle)

    @property
    def problems(self) -> list[str]:
        """What went wrong in any run, each once."""
        return list(dict.fromkeys(problem for run in self.runs for problem in run.problems))

    def key(self, name: str, percent: float = 50) -> float:
        """Milliseconds from a key to the last visible change: the percentile of each run, and of those the median."""
        found = []
        for trial in self.runs:
            taken = [one.milliseconds for one in trial.answers.get(name, []) if one.milliseconds is not None]
            found += [percentile(taken, percent)] if taken else []
        return statistics.median(found)

    def key_processor(self, name: str) -> float:
        """Milliseconds of processor time for a key and what undoes it."""
        return statistics.median(run.processor[name] for run in self.runs if name in run.processor)

    def key_bytes(self, name: str) -> float:
        """Bytes written for a key."""
        return statistics.median(one.bytes for run in self.runs for one in run.answers.get(name, []))


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which so many of a hundred lie, between two values in proportion."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def compared(
    programs: Sequence[Program], *, runs: int, key_runs: int = 2, idle_seconds: float = 0.0, seed: int = 1
) -> list[Trials]:
    """Each program `runs` times in turn after one that does not count; keys in the first `key_runs`, idling once."""
    jitter = random.Random(seed)
    found = [Trials(program) for program in programs]
    for one in programs:
        run(one, jitter, keys=False, idle_seconds=0)
    for number in range(runs):
        for trials in found:
            idle = idle_seconds if number == 0 else 0.0
            trials.runs.append(run(trials.program, jitter, keys=number < key_runs, idle_seconds=idle))
    return found

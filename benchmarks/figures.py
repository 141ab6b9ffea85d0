"""Figures beside what they are held against, as a table for people; and the timing of tasks in turn."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

MET, MISSED = "met", "MISSED"
_HEADINGS = ("what", "figure", "beside", "ratio", "aim", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `beside` is what it is held against in the same run, as a name and a value of the same unit.

    `at_most` is the aim: so many times what it stands beside, or so much of the unit where `absolute`.
    """

    what: str
    value: float
    unit: str = "ms"
    beside: tuple[str, float] | None = None
    at_most: float | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times what it stands beside."""
        return self.value / self.beside[1] if self.beside and self.beside[1] else None

    @property
    def verdict(self) -> str:
        """Whether the aim is met; nothing where there is none."""
        reached = self.value if self.absolute else self.ratio
        if self.at_most is None or reached is None:
            return ""
        return MET if reached <= self.at_most else MISSED

    def cells(self) -> tuple[str, ...]:
        """What stands in each column."""
        aim = ""
        if self.at_most is not None:
            aim = f"{self.at_most:g} {self.unit}" if self.absolute else f"{self.at_most:g} times"
        return (
            self.what,
            f"{short(self.value)} {self.unit}".strip(),
            f"{self.beside[0]}: {short(self.beside[1])}" if self.beside else "",
            f"{self.ratio:.2f}" if self.ratio is not None else "",
            aim,
            self.verdict,
        )


def short(value: float) -> str:
    """A number with three figures that count."""
    places = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:,.{places}f}" if value % 1 else f"{value:,.0f}"


def show(figures: Iterable[Figure], into: Path | None = None) -> None:
    """Print them as a table that Markdown reads too, and add it to a file where one is named."""
    rows = [_HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    lines = [_row(row, widths) for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    text = "\n".join(lines) + "\n"
    print(text, flush=True)
    if into is not None:
        with into.open("a", encoding="utf-8") as file:
            file.write(text + "\n")


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def in_turn(tasks: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Milliseconds of each task, the median of `runs` of all of them in turn after one that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    gc.collect()
    for run in range(runs + 1):
        for name, task in tasks.items():
            began = perf_counter()
            task()
            if run:
                taken[name].append((perf_counter() - began) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}

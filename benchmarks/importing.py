"""How long the lists of a whole authority take to be imported, and in how much memory, beside the least there could be.

.venv/bin/python -m benchmarks.importing [--teams 125]

The least for a dry run is the cells read by the same library. For an import it is that, and the same rows put into a
store with the same key by its SQLite alone: those of every table but the journal's.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.authority_lists import write_lists
from benchmarks.figures import Figure
from benchmarks.insides import Import, imported, records, with_raw_rows
from benchmarks.options import run

RUNS = 3
AIM, AIM_MB = 3.0, 300.0


def figures(options: argparse.Namespace) -> list[Figure]:
    """Imports into empty encrypted stores, in turn with the least."""
    lists = options.folder / f"lists-{options.teams}.xlsx"
    children = write_lists(lists, options.teams)
    bare, raw, imports = [], [], []
    for number in range(RUNS):
        began = perf_counter()
        _cells(lists)
        bare.append(perf_counter() - began)
        store = options.folder / f"imported-{number}.oversight"
        imports.append(imported(lists, store))
        raw.append(with_raw_rows(options.folder / f"raw-{number}.oversight", records(store)))
    return list(_told(children, statistics.median(bare), statistics.median(raw), imports))


def _told(children: int, bare: float, raw: float, imports: Sequence[Import]) -> Iterable[Figure]:
    read, planned, written, memory = (statistics.median(column) for column in zip(*imports, strict=True))
    dry = read + planned
    yield Figure(f"{children:,} children: a dry run", dry, "s", ("the cells read", bare), AIM)
    yield Figure("an import", dry + written, "s", ("the cells read, the rows put in", bare + raw), AIM)
    yield Figure("its memory", memory, "MB", at_most=AIM_MB, absolute=True)
    yield Figure("reading", read, "s", ("the cells read", bare))
    yield Figure("comparing", planned, "s")
    yield Figure("writing", written, "s", ("the rows put in", raw))


def _cells(lists: Path) -> None:
    from python_calamine import load_workbook

    with load_workbook(lists) as book:
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


if __name__ == "__main__":
    raise SystemExit(run({"An import": figures}, __doc__))

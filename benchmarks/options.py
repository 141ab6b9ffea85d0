"""What every benchmark is told on the command line, and how one or all of them are run."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import MISSED, Figure, show

TEAMS = 125  # each of 8 workers and 200 children
Part = Callable[[argparse.Namespace], list[Figure]]


def run(parts: Mapping[str, Part], doc: str | None, arguments: list[str] | None = None, *, teams: int = TEAMS) -> int:
    """Measure each part and print its table; 1 where an aim was missed. `teams`: of how many, where it is not said."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11, help="starts of each program")
    parser.add_argument("--key-runs", type=int, default=5, help="in how many of them keys are pressed")
    parser.add_argument("--idle", type=float, default=10.0, help="seconds of idling")
    parser.add_argument("--folder", type=Path, help="where stores are kept for the next time; else they go")
    parser.add_argument("--write", type=Path, help="a file that the tables are added to")
    parser.add_argument("--beside", type=Path, help="another checkout with a .venv, whose screen is measured in turn")
    parser.add_argument("--teams", type=int, default=teams, help="teams of the authority")
    parser.add_argument("--years", type=int, default=3, help="years of the authority's history")
    options = parser.parse_args(arguments)
    missed = False
    with _folder(options.folder) as options.folder:
        for name, part in parts.items():
            print(f"{name}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n", flush=True)
            found = part(options)
            show(found, options.write)
            missed = missed or any(figure.verdict == MISSED for figure in found)
    return 1 if missed else 0


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    if named is not None:
        named.mkdir(parents=True, exist_ok=True)
        yield named.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="oversight-benchmarks-") as folder:
        yield Path(folder)


def say(text: str) -> None:
    """A remark on what is being done, apart from the figures."""
    print(text, file=sys.stderr, flush=True)

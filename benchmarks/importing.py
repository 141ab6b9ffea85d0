"""How long a list of a whole authority takes to be imported, from the checked rows to the store.

.venv/bin/python -m benchmarks.importing [--teams 125]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.authority_store import AS_AT, CHILDREN_A_WORKER, WORKERS_A_TEAM, team_name
from benchmarks.figures import Figure
from benchmarks.insides import import_children
from benchmarks.options import run


def figures(options: argparse.Namespace) -> list[Figure]:
    """One import into an empty store."""
    teams = {
        team_name(team): {
            f"Worker {team} {seat}": [f"T{team}-{seat}-{child}" for child in range(CHILDREN_A_WORKER)]
            for seat in range(WORKERS_A_TEAM)
        }
        for team in range(1, options.teams + 1)
    }
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        children = import_children(Path(folder) / "imported.oversight", AS_AT, teams)
        return [Figure(f"importing {children:,} children", perf_counter() - began, "s")]


if __name__ == "__main__":
    raise SystemExit(run({"An import": figures}, __doc__))

"""What reading a board costs, beside its SQLite alone with the same statements, and whether it grows with the store.

    .venv/bin/python -m benchmarks.board [--teams 125] [--years 3]

Each is asked in turn on a connection that is open already.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.authority_store import authority, team_name
from benchmarks.figures import Figure, in_turn
from benchmarks.insides import Store, board, facts, opened, statements_and_steps
from benchmarks.options import run
from benchmarks.program import TODAY, this_program

RUNS = 100
LONG_YEARS = 10
FLAT = 1.1  # a board costs the same, as far as can be told


def raw(connection: Any, statements: list[str]) -> int:
    """The statements asked of SQLite alone."""
    return sum(len(connection.execute(statement).fetchall()) for statement in statements)


def beside_the_sql(store: Store, path: Path, teams: tuple[str, ...], runs: int) -> dict[str, float]:
    """Milliseconds of a board's statements alone (`sql`), made into facts (`facts`), and of the whole (`board`)."""
    statements, _ = statements_and_steps(store, lambda: board(store, TODAY, teams))
    connection = dbapi2.connect(str(path))
    with store.reading():
        found = in_turn(
            {
                "sql": lambda: raw(connection, statements),
                "facts": lambda: facts(store, TODAY, teams),
                "board": lambda: board(store, TODAY, teams),
            },
            runs,
        )
    connection.close()
    return found


def figures(options: argparse.Namespace) -> list[Figure]:
    """The board of the made-up team, then the same team's board in larger and larger stores."""
    path = this_program(options.folder).made_up_team()
    store = opened(path)
    made_up = beside_the_sql(store, path, (), RUNS)
    store.close()
    beside = ("the same SQL raw", made_up["sql"])
    return [
        Figure("made-up team: queries, made into facts", made_up["facts"], beside=beside, at_most=1.5),
        Figure("made-up team: a whole board", made_up["board"], beside=beside, at_most=2.5),
        *_flat(options),
    ]


def _flat(options: argparse.Namespace) -> list[Figure]:
    sizes = {
        "1 team, 1 year": (1, 1),
        f"1 team, {LONG_YEARS} years": (1, LONG_YEARS),
        f"{options.teams} teams, {options.years} years": (options.teams, options.years),
    }
    with ExitStack() as at_end:
        tasks: dict[str, Callable[[], object]] = {}
        for name, (teams, years) in sizes.items():
            store = opened(authority(options.folder, teams, years))
            at_end.callback(store.close)
            at_end.enter_context(store.reading())
            tasks[name] = _board_of_first_team(store)
        found = in_turn(tasks, RUNS)
    smallest, *others = found
    return [
        Figure(f"a team's board among {name}", found[name], beside=(smallest, found[smallest]), at_most=FLAT)
        for name in others
    ]


def _board_of_first_team(store: Store) -> Callable[[], object]:
    return lambda: board(store, TODAY, (team_name(1),))


if __name__ == "__main__":
    raise SystemExit(run({"A board": figures}, __doc__))

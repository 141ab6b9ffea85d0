"""Line of sight over a whole authority: 150 teams, 1,500 workers, 25,000 open children, one year of history and ten.

    .venv/bin/python -m benchmarks.sight [--folder FOLDER] [--teams 150]

The stores take long to write, that of ten years most of an hour, and 10 GB; with --folder they are kept for the next
time. Reading the sight stands beside its SQLite alone with the same statements, the store of ten years beside that of
one. The months that are over are worked out once before, which is a figure of its own.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from time import perf_counter, process_time
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.authority_store import Shape, authority, team_name
from benchmarks.board import raw
from benchmarks.figures import Figure, in_turn
from benchmarks.insides import (
    Store,
    forget_months,
    opened,
    sight,
    statements_and_steps,
    team_with_name,
    work_out_months,
)
from benchmarks.options import run, say
from benchmarks.program import TODAY

TEAMS, LONG_YEARS = 150, 10
SHAPE = Shape(workers=10, children=167)
RUNS = 9
RAW_TIMES, FLAT = 2.0, 1.2  # of the same SQL alone; of the same in the first year
FIRST_OF_THE_MONTH = date(2026, 12, 1)
TURN_SECONDS, FIRST_SECONDS = 15.0, 2.0


def figures(options: argparse.Namespace) -> list[Figure]:
    """Reading it, with one year and with ten; then what is done once."""
    with ExitStack() as at_end:
        stores: dict[int, Store] = {}
        for years in (1, LONG_YEARS):
            path = authority(options.folder, options.teams, years, SHAPE)
            stores[years] = opened(path)
            at_end.callback(stores[years].close)
        once = [figure for years, store in stores.items() for figure in _once(store, years)]
        return [*_reading(stores, at_end), *once]


def _reading(stores: dict[int, Store], at_end: ExitStack) -> list[Figure]:
    tasks: dict[str, Callable[[], object]] = {}
    for years, store in stores.items():
        for name, teams in ((_all(years), ()), (_one(years), (team_name(3),))):
            statements, _ = statements_and_steps(store, _sight(store, teams))
            connection = dbapi2.connect(str(store.path))
            at_end.callback(connection.close)
            tasks[_raw(name)] = _statements(connection, statements)
            tasks[name] = _sight(store, teams)
    for store in stores.values():
        at_end.enter_context(store.reading())
    found = in_turn(tasks, RUNS)
    beside = [
        Figure(name, found[name], beside=("the same SQL raw", found[_raw(name)]), at_most=RAW_TIMES)
        for name in found
        if _raw(name) in found
    ]
    flat = [
        Figure(named(LONG_YEARS), found[named(LONG_YEARS)], beside=("1 year", found[named(1)]), at_most=FLAT)
        for named in (_all, _one)
    ]
    return [*beside, *flat]


def _once(store: Store, years: int) -> list[Figure]:
    """Seconds of working out what is kept afterwards: the months of one team, of every team, and the one month that is
    missing on the first day of the next.
    """
    forget_months(store)
    team = team_with_name(store, team_name(3))
    one = _seconds(lambda: work_out_months(store, [team], TODAY))
    say(f"Working out thirteen months of every team in the store of {_years(years)}.")
    every = _seconds(lambda: work_out_months(store, None, TODAY))
    turn = _seconds(lambda: work_out_months(store, None, FIRST_OF_THE_MONTH))
    return [
        *_both(f"13 months of one team, {_years(years)}", one, FIRST_SECONDS),
        *_both(f"13 months of every team, {_years(years)}", every, None),
        *_both(f"the last month of every team, {_years(years)}", turn, TURN_SECONDS),
    ]


def _both(what: str, taken: tuple[float, float], at_most: float | None) -> list[Figure]:
    wall, processor = taken
    return [
        Figure(what, wall, "s", at_most=at_most, absolute=True),
        Figure(f"{what}: of the processor", processor, "s"),
    ]


def _seconds(task: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    began, at = perf_counter(), process_time()
    task()
    return perf_counter() - began, process_time() - at


def _sight(store: Store, teams: tuple[str, ...]) -> Callable[[], object]:
    return lambda: sight(store, TODAY, teams)


def _statements(connection: Any, statements: list[str]) -> Callable[[], object]:
    return lambda: raw(connection, statements)


def _years(years: int) -> str:
    return "1 year" if years == 1 else f"{years} years"


def _all(years: int) -> str:
    return f"every team, {_years(years)}"


def _one(years: int) -> str:
    return f"one team, {_years(years)}"


def _raw(name: str) -> str:
    return f"{name}, raw"


if __name__ == "__main__":
    raise SystemExit(run({"Line of sight": figures}, __doc__, teams=TEAMS))

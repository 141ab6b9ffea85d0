"""What reading a board costs, beside sqlite3 alone with the same statements, and how it grows.

    .venv/bin/python benchmarks/board.py [--teams 150] [--years 10]

Prints milliseconds, the middle of many runs taken in turn, and ratios. Machines differ; ratios carry.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from db import open_store, writes
from db.engine import Store
from db.queries.board import team_facts
from oversight_tui.made_up_team import TEAM, write_demo
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerChange,
    WorkerDetail,
)
from oversight_tui.practice.requests import Closing, DiscussionRequest, HoldSession
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import teams_named
from oversight_tui.words.text import match_key

TODAY = date(2026, 11, 23)
RUNS = 60
WORKERS_A_TEAM, CHILDREN_A_WORKER = 8, 21


def main() -> None:
    """Measure, in turn, so that what else the machine does falls on all alike."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teams", type=int, default=150, help="other teams in the grown store")
    parser.add_argument("--years", type=int, default=10, help="years of sessions and discussions in the grown store")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, grown = Path(folder) / "small.oversight", Path(folder) / "grown.oversight"
        young = made(small)
        old = made(grown)
        began = perf_counter()
        add_teams(old, options.teams)
        imported = perf_counter() - began
        add_years(old, options.years)
        statements, connection = statements_of(young), sqlite3.connect(small)
        timed = middles(
            {
                "sqlite3 alone, the same statements": lambda: raw(connection, statements),
                "the queries of a board": while_open(young, queries),
                "load_board": while_open(young, whole),
                f"load_board, {options.teams} more teams, {options.years} years": while_open(old, whole),
                "load_board, with the opening of its connection": lambda: whole(young),
            }
        )
        base = timed["sqlite3 alone, the same statements"]
        for name, milliseconds in timed.items():
            print(f"{milliseconds:8.2f} ms {milliseconds / base:6.2f}x  {name}")
        children = options.teams * WORKERS_A_TEAM * CHILDREN_A_WORKER
        print(f"{imported:8.2f} s          importing {children} children of {options.teams} teams")
        print(f"{grown.stat().st_size / 1e6:8.1f} MB         the grown store")
        connection.close()
        young.close()
        old.close()


def made(path: Path) -> Store:
    """A store with the made-up team."""
    store = open_store(path)
    write_demo(store, TODAY)
    return store


def statements_of(store: Store) -> list[str]:
    """The statements of one board with their values, as SQLite was asked them."""
    said: list[str] = []
    with store.reading():
        connection = store.database.connection()
        connection.set_trace_callback(said.append)
        load_board(store, TODAY, (TEAM,))
        connection.set_trace_callback(None)
    return said


def raw(connection: sqlite3.Connection, statements: list[str]) -> int:
    """The same statements, asked of sqlite3 alone on an open connection."""
    return sum(len(connection.execute(statement).fetchall()) for statement in statements)


def queries(store: Store) -> object:
    """What a board asks of the store, without the rules."""
    return team_facts(store, teams_named(store, (TEAM,)), TODAY)


def whole(store: Store) -> object:
    """The board, from the store to the ranked list."""
    return load_board(store, TODAY, (TEAM,))


def while_open(store: Store, task: Callable[[Store], object]) -> Callable[[], object]:
    """The task on a connection that is open already, as the raw statements have it; its opening is not timed."""

    def run() -> object:
        with store.reading():
            began = perf_counter()
            task(store)
            return perf_counter() - began

    return run


def middles(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Milliseconds of each task, the middle of RUNS taken in turn after one that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for run in range(RUNS + 1):
        for name, task in tasks.items():
            began = perf_counter()
            timed_itself = task()
            if run:
                seconds = timed_itself if isinstance(timed_itself, float) else perf_counter() - began
                taken[name].append(seconds * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def add_teams(store: Store, number: int) -> None:
    """One import of this many other teams."""
    as_at = TODAY - timedelta(days=3)
    workers, children = [], []
    for team in range(number):
        for seat in range(WORKERS_A_TEAM):
            name = f"Worker {team} {seat}"
            workers.append(WorkerChange(match_key(name), None, WorkerDetail(name, seen_by=as_at)))
            for child in range(CHILDREN_A_WORKER):
                reference = f"T{team}-{seat}-{child}"
                children.append(
                    ChildChange(
                        reference,
                        None,
                        allocation=AllocationChange(match_key(name), f"Team {team}", None),
                        status=StatusChange("in_need", as_at - timedelta(days=200)),
                        extract=ExtractChange(True, None, None, "{}", reference),
                    )
                )
    teams = tuple(f"Team {team}" for team in range(number))
    snapshot = SnapshotFacts("annex_a", "all.xlsx", "f" * 64, as_at, ("6",), teams, {})
    writes.apply_import(store, ImportWrite(snapshot, tuple(workers), tuple(children)), "Benchmark", match_key)


def add_years(store: Store, years: int) -> None:
    """A session a month for each worker of the made-up team, and a discussion on file for each of their children."""
    rows = load_board(store, TODAY, (TEAM,)).children
    held: dict[str, list[str]] = {}
    for row in rows:
        if row.child.worker_id:
            held.setdefault(row.child.worker_id, []).append(row.child.id)
    with store.writing():
        for month in range(12 * years):
            day = TODAY - timedelta(days=400 + 30 * month)
            for worker, children in held.items():
                writes.hold_session(store, HoldSession(worker, day, children=tuple(children)), "Benchmark")
                child = children[month % len(children)]
                (entry,) = writes.discuss(store, DiscussionRequest((child,), "Talked about", day), "Benchmark")
                writes.file_discussion(store, Closing(str(entry), day), int(child), "Benchmark")


if __name__ == "__main__":
    main()

"""Sixty managers on one PostgreSQL: each reads a board every two seconds and records every twenty, in an authority of
25,000 open children.

    .venv/bin/python -m benchmarks.server_load [--folder FOLDER] [--teams 150]

Beside it, while they go on recording, pgbench asks the same statements at the same rate, and makes nothing of the
answers. Server and managers share this machine. Afterwards each record that was said to be kept is looked for, and
`verify` goes through everything. With --folder the server's data is kept for the next time.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from time import sleep

from benchmarks.authority_store import authority, team_name
from benchmarks.figures import Figure
from benchmarks.insides import board, faults_of, is_recorded, opened_at
from benchmarks.options import run, say
from benchmarks.program import TODAY
from benchmarks.server_manager import Desk, Work, work
from benchmarks.server_pgbench import Pgbench, script_of
from benchmarks.server_store import server_with
from benchmarks.sight import SHAPE, TEAMS
from tests.server.own_server import LOGIN, OwnServer

MANAGERS, SECONDS = 60, 120
BOARD_MS, PGBENCH_TIMES = 50.0, 3.0


def figures(options: argparse.Namespace) -> list[Figure]:
    """The board and the record, beside pgbench; then what was lost."""
    path = authority(options.folder, options.teams, 1, SHAPE)
    with server_with(path) as (server, database):
        at = server.address(database, LOGIN)
        desks = [Desk(at, team_name(number), number) for number in range(1, MANAGERS + 1)]
        scripts = _scripts(desks, server.folder)
        context = get_context("forkserver")
        context.set_forkserver_preload(["benchmarks.server_manager"])
        with ProcessPoolExecutor(len(desks), mp_context=context) as offices:
            both = _Round(offices, desks, reads=True)
            sleep(SECONDS / 2)
            memory = _memory_of_connections(server, database)
            rounds = {"": both.done()}
            beside = {}
            for mode in ("prepared", "simple"):
                alone = _Round(offices, desks, reads=False)
                bench = Pgbench(desks, scripts, mode, SECONDS)
                beside[mode] = bench.times()
                rounds[mode] = alone.done()
        works = [work for works in rounds.values() for work in works]
        return [
            *_of_boards(rounds[""], beside),
            *_of_records(rounds[""]),
            *_of_the_rest(rounds[""], memory),
            *_afterwards(at, works),
        ]


class _Round:
    """Every manager at work once, each in a process of their own."""

    def __init__(self, offices: ProcessPoolExecutor, desks: Sequence[Desk], *, reads: bool) -> None:
        self._works = [offices.submit(work, desk, SECONDS, TODAY, reads) for desk in desks]

    def done(self) -> list[Work]:
        """What came of it, when all are done."""
        return [one.result() for one in self._works]


def _scripts(desks: Sequence[Desk], folder: Path) -> Path:
    """The folder with the statements of each desk's board."""
    scripts = folder / "scripts"
    scripts.mkdir(exist_ok=True)
    with closing(opened_at(desks[0].address)) as store:
        for desk in desks:
            script_of(store, partial(board, store, TODAY, (desk.team,)), scripts / f"{desk.number}.sql")
    return scripts


def _of_boards(works: Sequence[Work], beside: Mapping[str, list[float]]) -> list[Figure]:
    boards = [taken for work in works for taken in work.boards]
    at_server = [taken for work in works for taken in work.boards_at_server]
    bench = {mode: _percentile(times, 95) for mode, times in beside.items()}
    prepared = ("pgbench -M prepared, 95th", bench["prepared"])
    simple = ("pgbench -M simple, 95th", bench["simple"])
    return [
        Figure(f"a board, 95th of {len(boards):,}", _percentile(boards, 95), at_most=BOARD_MS, absolute=True),
        Figure("the same", _percentile(boards, 95), beside=prepared, at_most=PGBENCH_TIMES),
        Figure("the same", _percentile(boards, 95), beside=simple),
        Figure("of it waiting for the server, 95th", _percentile(at_server, 95), beside=prepared),
        Figure("a board, 50th", _percentile(boards, 50), beside=("95th", _percentile(boards, 95))),
        Figure("a board, slowest", max(boards) * 1000),
        *(Figure(f"pgbench -M {mode}, 50th", _percentile(times, 50)) for mode, times in beside.items()),
    ]


def _of_records(works: Sequence[Work]) -> list[Figure]:
    records = [taken for work in works for taken in work.records]
    at_server = [taken for work in works for taken in work.records_at_server]
    return [
        Figure(f"a record, 95th of {len(records):,}", _percentile(records, 95)),
        Figure("of it waiting for the server, 95th", _percentile(at_server, 95)),
        Figure("a record, 50th", _percentile(records, 50)),
        Figure("a record, slowest", max(records) * 1000),
    ]


def _of_the_rest(works: Sequence[Work], memory: float) -> list[Figure]:
    asked = sum(len(work.boards) + len(work.records) for work in works)
    return [
        Figure(
            "processor of a manager's machine, each board or record", sum(w.processor for w in works) / asked * 1000
        ),
        Figure("memory of the server for each connection", memory, "MB"),
    ]


def _afterwards(address: str, works: Sequence[Work]) -> list[Figure]:
    """What was said to be recorded and is not there, what did not work, and what `verify` finds."""
    errors = [error for work in works for error in work.errors]
    for error in errors[:5]:
        say(error)
    recorded = [one for work in works for one in work.recorded]
    with closing(opened_at(address)) as store:
        lost = sum(not is_recorded(store, entry, words) for entry, words in recorded)
        faults = list(faults_of(store))
    for fault in faults[:5]:
        say(fault)
    return [
        Figure("errors", len(errors), "", at_most=0, absolute=True),
        Figure(f"lost of {len(recorded):,} records", lost, "", at_most=0, absolute=True),
        Figure("faults that verify finds afterwards", len(faults), "", at_most=0, absolute=True),
    ]


def _percentile(seconds: Sequence[float], which: int) -> float:
    """Milliseconds."""
    return quantiles(seconds, n=100)[which - 1] * 1000


def _memory_of_connections(server: OwnServer, database: str) -> float:
    """Megabytes of its own that the server has for each connection of the managers, in the middle."""
    with closing(server.connect(database)) as connection:
        pids = connection.execute("SELECT pid FROM pg_stat_activity WHERE usename = %s", (LOGIN,)).fetchall()
    own = [line for (pid,) in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    kilobytes = sum(int(line.split()[1]) for line in own if line.startswith("Private_"))
    return kilobytes / 1024 / len(pids)


if __name__ == "__main__":
    raise SystemExit(run({"Managers on one server": figures}, __doc__, teams=TEAMS))

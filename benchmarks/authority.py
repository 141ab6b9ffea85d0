"""The board of a whole authority: 25,000 open children and 1,000 workers, with a history of all of them.

    .venv/bin/python -m benchmarks.authority [--folder FOLDER] [--teams 125] [--years 3]

The store takes some minutes to write and 1.5 GB; with --folder it is kept for the next time. The command that prints
everything stands beside the same SQL raw and the writing of the same JSON, the screen beside that of one team of the
same store.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.authority_store import authority, team_name
from benchmarks.bare import PEAK, SQL_AND_JSON
from benchmarks.board import beside_the_sql
from benchmarks.figures import Figure
from benchmarks.insides import board, opened, statements_and_steps
from benchmarks.options import run
from benchmarks.program import TODAY, Installed, this_program
from benchmarks.screen import PRESSES, hello
from benchmarks.screen import board as board_program
from benchmarks.terminal.compare import Trials, compared
from benchmarks.terminal.session import environment

COMMAND_RUNS = 7
BOARD_RUNS = 5
TEAM = team_name(3)
AIM_MB = 100.0
AS_MUCH = 1.25  # the same, as far as can be told of keys
KEYS = tuple(press.name for press in PRESSES)


def figures(options: argparse.Namespace) -> list[Figure]:
    """The command, the board in parts, and the screen."""
    installed = this_program(options.folder)
    path = authority(options.folder, options.teams, options.years)
    store = opened(path)
    statements, _ = statements_and_steps(store, lambda: board(store, TODAY, ()))
    parts = beside_the_sql(store, path, (), BOARD_RUNS)
    store.close()
    sql = ("the same SQL raw", parts["sql"])
    return [
        *_command(installed, path, statements),
        Figure("authority: queries, made into facts", parts["facts"], beside=sql),
        Figure("authority: a whole board", parts["board"], beside=sql),
        *_screen(options, installed, path),
    ]


# --- The command ------------------------------------------------------------------------------------


def _command(installed: Installed, path: Path, statements: list[str]) -> list[Figure]:
    command = installed.on(path, "today", "--all-teams", "--json")
    asked, printed = installed.home / "statements.json", installed.home / "board.json"
    asked.write_text(json.dumps(statements), "utf-8")
    printed.write_text(installed.do(command), "utf-8")
    bare = (sys.executable, "-c", "import json, sqlite3")
    least = (sys.executable, str(SQL_AND_JSON), str(path), str(asked), str(printed))
    whole: list[float] = []
    memory: list[float] = []
    started: list[float] = []
    raw: list[list[float]] = []
    for _ in range(COMMAND_RUNS):
        seconds, kilobytes = _peak(installed, command)
        whole.append(seconds * 1000)
        memory.append(kilobytes / 1024)
        started.append(_peak(installed, bare)[0] * 1000)
        raw.append(_numbers(installed, least))
    start = statistics.median(started)
    read, as_printed, on_one_line = (statistics.median(times) for times in zip(*raw, strict=True))
    taken = statistics.median(whole)
    return [
        Figure(
            "today --all-teams --json",
            taken,
            beside=("Python, the SQL and the same JSON", start + read + as_printed),
            at_most=2.0,
        ),
        Figure("the same, were the JSON on one line", taken, beside=("the same", start + read + on_one_line)),
        Figure("its memory", statistics.median(memory), "MB", at_most=AIM_MB, absolute=True),
        Figure("its document", printed.stat().st_size / 1e6, "MB"),
        Figure("raw: Python and its sqlite3 and json", start),
        Figure("raw: the SQL", read),
        Figure("raw: the JSON, indented as it is printed", as_printed),
        Figure("raw: the JSON on one line", on_one_line),
    ]


def _peak(installed: Installed, command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds and KB at most of a command."""
    seconds, kilobytes = _numbers(installed, (sys.executable, "-I", "-S", str(PEAK), *command))
    return seconds, kilobytes


def _numbers(installed: Installed, command: tuple[str, ...]) -> list[float]:
    variables = environment(installed.variables)
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    return [float(one) for one in done.stdout.split()]


# --- The screen -------------------------------------------------------------------------------------


def _screen(options: argparse.Namespace, installed: Installed, path: Path) -> list[Figure]:
    installed.backed_up(path)
    team = board_program("team", installed, path, "--team", TEAM)
    every = board_program("authority", installed, path, "--all-teams")
    smallest, of_team, of_every = compared(
        [hello(), replace(team, hold=None), replace(every, hold=None)], runs=options.runs, key_runs=options.key_runs
    )
    least = ("hello", smallest.ready)
    for problem in (*of_team.problems, *of_every.problems):
        print(problem)
    return [
        Figure("one team of the authority: start", of_team.ready, beside=least),
        Figure("one team of the authority: exit", of_team.exit, beside=("hello", smallest.exit), at_most=1.25),
        Figure("all teams: start", of_every.ready, beside=("one team", of_team.ready), at_most=3.0),
        Figure("all teams: settled", of_every.settled, beside=("one team", of_team.settled)),
        Figure("all teams: memory", of_every.peak_mb, "MB", ("one team", of_team.peak_mb)),
        Figure("all teams: exit", of_every.exit, beside=("one team", of_team.exit)),
        *(figure for name in KEYS for figure in _key(name, of_team, of_every)),
    ]


def _key(name: str, of_team: Trials, of_every: Trials) -> list[Figure]:
    median, slow = ("one team", of_team.key(name)), ("one team", of_team.key(name, 95))
    return [
        Figure(f"all teams: {name}", of_every.key(name), beside=median, at_most=AS_MUCH),
        Figure(f"all teams: {name}, p95", of_every.key(name, 95), beside=slow, at_most=AS_MUCH),
    ]


if __name__ == "__main__":
    raise SystemExit(run({"The whole authority": figures}, __doc__))

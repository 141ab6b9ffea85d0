"""What can be counted and is the same on every machine: modules, statements, SQLite's steps, bytes that a key writes.

.venv/bin/python -m benchmarks.counts
"""

from __future__ import annotations

import argparse
import random
import sys
from functools import partial
from pathlib import Path

from benchmarks.authority_store import authority, team_name
from benchmarks.bare import FIRST_FRAME, HELLO
from benchmarks.bare import READY as BARE_READY
from benchmarks.board import FLAT, LONG_YEARS
from benchmarks.figures import Figure
from benchmarks.insides import board, opened, statements_and_steps, what_is_new
from benchmarks.options import run
from benchmarks.program import READY_TEXT, TODAY, this_program
from benchmarks.screen import board as board_program
from benchmarks.screen import hello
from benchmarks.terminal.compare import Trials
from benchmarks.terminal.trial import Program
from benchmarks.terminal.trial import run as run_once


def figures(options: argparse.Namespace) -> list[Figure]:
    """Of the start, of a board, and of keys."""
    return [*_modules(options.folder), *_statements(options), *_bytes(options.folder)]


def _modules(folder: Path) -> list[Figure]:
    installed = this_program(folder)
    script, *words = installed.on(installed.made_up_team())
    smallest = _loaded(hello(), BARE_READY, folder, (str(HELLO),))
    program = board_program("board", installed, installed.made_up_team())
    loaded = _loaded(program, READY_TEXT, folder, (script, *words))
    own = [name for name in loaded if name.partition(".")[0] in ("oversight_tui", "db")]
    return [
        Figure("modules imported before the first frame", len(loaded), "", ("hello", len(smallest))),
        Figure("of them the program's own", len(own), ""),
        Figure("of them neither its own nor hello's", len(set(loaded) - set(smallest) - set(own)), ""),
    ]


def _loaded(program: Program, text: str, folder: Path, script: tuple[str, ...]) -> list[str]:
    """The modules that a program has loaded when this text first goes to the terminal."""
    names = folder / "modules"
    names.unlink(missing_ok=True)
    python = sys.executable
    watched = Program(
        program.name,
        (python, str(FIRST_FRAME), text, str(names), *script),
        program.ready,
        variables=program.variables,
    )
    run_once(watched, random.Random(1), keys=False, idle_seconds=0)
    return names.read_text("utf-8").split()


def _statements(options: argparse.Namespace) -> list[Figure]:
    """Of a board and of what is new, on stores that differ in years and in teams and are the same else."""
    made_up = opened(this_program(options.folder).made_up_team())
    statements, steps = statements_and_steps(made_up, partial(board, made_up, TODAY, ()))
    made_up.close()
    found = [
        Figure("a board, made-up team: statements", len(statements), ""),
        Figure("a board, made-up team: SQLite's steps", steps, ""),
    ]
    smallest: dict[str, int] = {}
    for teams, years in ((1, 1), (1, LONG_YEARS), (options.teams, options.years)):
        store = opened(authority(options.folder, teams, years))
        of = f"teams {teams}, years {years}"
        for name, task in (
            ("a board", partial(board, store, TODAY, (team_name(1),))),
            ("what is new", partial(what_is_new, store, (team_name(1),))),
        ):
            statements, steps = statements_and_steps(store, task)
            beside = ("1 team, 1 year", smallest.setdefault(name, steps))
            found.append(Figure(f"{name}, {of}: statements", len(statements), ""))
            found.append(Figure(f"{name}, {of}: SQLite's steps", steps, "", beside, at_most=FLAT))
        store.close()
    return found


def _bytes(folder: Path) -> list[Figure]:
    installed = this_program(folder)
    program = board_program("board", installed, installed.made_up_team())
    trials = Trials(program, [run_once(program, random.Random(1), keys=True, idle_seconds=0)])
    return [
        Figure(f"{press.name}: written to the terminal", trials.key_bytes(press.name), "bytes")
        for press in program.presses
    ]


if __name__ == "__main__":
    raise SystemExit(run({"What can be counted": figures}, __doc__))

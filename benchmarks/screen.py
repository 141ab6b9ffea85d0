"""How long the board takes to stand on the screen and to answer keys, beside the smallest Textual programs.

    .venv/bin/python -m benchmarks.screen [--runs 11] [--beside CHECKOUT]

Each program has a terminal of its own and is measured from outside, one after the other in turn. Linux only.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.bare import HELLO, KEY_ECHO
from benchmarks.bare import READY as BARE_READY
from benchmarks.figures import Figure
from benchmarks.options import run
from benchmarks.program import READY, Installed, program_in, this_program
from benchmarks.terminal.compare import Trials, compared
from benchmarks.terminal.trial import Hold, Press, Program

FRAME_MS = 16.7
TOP = "1g"  # the first pane, its first row
PRESSES = (
    Press("down", ("<Down>",) * 20 + ("<Up>",) * 20, 40, before=TOP),
    Press("page", ("<PageDown>", "<PageUp>"), 16, before=TOP),
    Press("tab", ("<Tab>",), 16),
    Press("next", ("n",), 30),
    Press("help", ("?",), 20, undo="<Esc>"),
)
HOLD = Hold("<Down>", 24, 30, before=TOP)  # the first list has 27 rows


def hello() -> Program:
    """The smallest Textual program."""
    return Program("hello", (sys.executable, str(HELLO)), BARE_READY)


def key_echo() -> Program:
    """The Textual program that answers a key quickest."""
    return Program("key echo", (sys.executable, str(KEY_ECHO)), BARE_READY, (Press("key", ("k",), 40),))


def board(name: str, installed: Installed, store: Path, *words: str) -> Program:
    """The board on a store; `words` say which teams."""
    return Program(name, installed.on(store, *words), READY, PRESSES, HOLD, variables=installed.variables)


def figures(options: argparse.Namespace) -> list[Figure]:
    """The board of the made-up team, and that of another checkout where one is named."""
    programs = [hello(), key_echo()]
    here = this_program(options.folder)
    programs.append(board("board", here, here.made_up_team()))
    if options.beside is not None:
        there = program_in(options.beside, options.folder)
        programs.append(board("other board", there, there.made_up_team()))
    smallest, echo, *boards = compared(
        programs, runs=options.runs, key_runs=options.key_runs, idle_seconds=options.idle
    )
    for trials in boards:
        for problem in trials.problems:
            print(problem)
    return [figure for trials in boards for figure in (*_of_a_run(trials, smallest), *_of_keys(trials, echo))]


def _of_a_run(trials: Trials, smallest: Trials) -> list[Figure]:
    name = trials.program.name
    return [
        Figure(f"{name}: start", trials.ready, beside=("hello", smallest.ready), at_most=1.3),
        Figure(f"{name}: start, processor time", trials.ready_processor, beside=("hello", smallest.ready_processor)),
        Figure(f"{name}: settled", trials.settled, beside=("hello's start", smallest.ready), at_most=1.4),
        Figure(f"{name}: memory", trials.peak_mb, "MB", ("hello", smallest.peak_mb), at_most=1.4),
        Figure(f"{name}: exit", trials.exit, beside=("hello", smallest.exit), at_most=1.25),
        Figure(f"{name}: idle, of a core", trials.idle_percent, "%", ("hello", smallest.idle_percent)),
        Figure(
            f"{name}: idle, woken a second", trials.woken_a_second, "", ("hello", smallest.woken_a_second), at_most=1.5
        ),
        Figure(f"{name}: idle, written", trials.idle_bytes, "bytes", at_most=0, absolute=True),
        Figure(f"{name}: behind a held key", trials.lag, at_most=FRAME_MS, absolute=True),
    ]


def _of_keys(trials: Trials, echo: Trials) -> list[Figure]:
    name, quickest = trials.program.name, ("key echo", echo.key("key"))
    slowest = ("key echo", echo.key("key", 95))
    found = [Figure(f"{name}: down", trials.key("down"), beside=quickest, at_most=2.5)]
    for press, at_most in (("down", FRAME_MS), ("page", None), ("tab", 35.0), ("next", None), ("help", 40.0)):
        if press != "down":
            found.append(Figure(f"{name}: {press}", trials.key(press), beside=quickest))
        found.append(
            Figure(f"{name}: {press}, p95", trials.key(press, 95), beside=slowest, at_most=at_most, absolute=True)
        )
        spent = ("key echo", echo.key_processor("key"))
        found.append(Figure(f"{name}: {press}, processor time", trials.key_processor(press), beside=spent))
    return found


if __name__ == "__main__":
    raise SystemExit(run({"The screen": figures}, __doc__))

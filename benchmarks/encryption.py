"""What encryption and the journal cost, beside a plain store, one without a journal, and a bare insert.

    .venv/bin/python -m benchmarks.encryption [--runs 9]

Two stores with the same made-up team, one of them encrypted, are asked in turn: opened, a board read, a decision
recorded; then the program is started on each in a terminal. Prints the middle of the runs and ratios. POSIX only.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from unittest.mock import patch

from benchmarks.figures import Figure, in_turn, show
from benchmarks.program import READY, TODAY, this_program
from benchmarks.terminal.compare import compared
from benchmarks.terminal.trial import Program
from db import open_store, recording, writes
from db.engine import Store
from db.key import Key, key_of, new_key
from oversight_tui.made_up_team import write_demo
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services.board import load_board
from oversight_tui.services.typed_key import spelled

WORDS = "seven grey herons wading"
RUNS = 200


def main() -> None:
    """Measure in turn, so that what else the machine does falls on all alike."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="starts of the program on each store")
    starts = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key = new_key(WORDS)
        plain, secret = made(folder / "plain", None), made(folder / "secret", key)
        for what, tasks, runs in (
            ("opening a store", opening(plain.path, secret.path, key), 20),
            (
                "a board",
                {"plain": partial(load_board, plain, TODAY), "encrypted": partial(load_board, secret, TODAY)},
                RUNS,
            ),
            ("one decision, on the disk", deciding(plain, secret, folder / "bare"), RUNS),
        ):
            show_all(what, in_turn(tasks, runs))
        plain.close()
        secret.close()
        (folder / "key").write_text(spelled(key), "utf-8")
        show_all("the program, to the worries on the screen", started(folder, plain.path, secret.path, starts))


def opening(plain: Path, secret: Path, key: Key) -> dict[str, Callable[[], object]]:
    """Opening each of the stores, the encrypted one by its key and by its passphrase."""
    return {
        "plain": lambda: open_store(plain).close(),
        "encrypted, with the key": lambda: open_store(secret, key=key).close(),
        "encrypted, with the passphrase": lambda: open_store(secret, key=key_of(secret, WORDS)).close(),
    }


def deciding(plain: Store, secret: Store, path: Path) -> dict[str, Callable[[], object]]:
    """One decision in each of the stores, and one row in a store at the path that holds nothing else."""
    bare = open_store(path)
    bare_write(bare, create=True)
    bare.engine.changes()
    return {
        "plain, without the journal": lambda: decide_without_journal(plain),
        "plain": lambda: decide(plain),
        "encrypted": lambda: decide(secret),
        "one row written by hand, plain, no journal and no board": lambda: bare_write(bare),
    }


def show_all(what: str, milliseconds: Mapping[str, float]) -> None:
    """Print the figures beside the first of them."""
    base = next(iter(milliseconds.items()))
    show(Figure(f"{what}: {name}", taken, beside=base) for name, taken in milliseconds.items())


def made(path: Path, key: Key | None) -> Store:
    """A store with the made-up team, its end remembered beside it as in use."""
    store = open_store(path, key=key, anchors=path.parent / "anchors")
    write_demo(store, TODAY)
    store.engine.changes()  # a connection that stays, as on the screen: without one each write would tidy the log away
    return store


def decide(store: Store) -> object:
    """One decision, with its journal line and all that is worked out from it."""
    request = DecisionRequest("Visit this week", TODAY, AboutChild(ChildId(1)), because="Not seen")
    return writes.decide(store, request, "Manager")


def decide_without_journal(store: Store) -> object:
    """The same, of which no journal is kept."""
    with patch.object(recording, "write_lines", lambda *_: None):
        return decide(store)


def bare_write(store: Store, *, create: bool = False) -> None:
    """One row of the same words in a table of its own, in one transaction."""
    with store.writing():
        if create:
            store.database.execute_sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT, because TEXT)")
        store.database.execute_sql("INSERT INTO bare (text, because) VALUES ('Visit this week', 'Not seen')")


def started(folder: Path, plain: Path, secret: Path, runs: int) -> dict[str, float]:
    """Milliseconds from the start of the process to the worries, of each store in turn."""
    installed = this_program(folder)
    key = ("--passphrase-file", str(folder / "key"))
    commands = {"plain": installed.on(plain), "encrypted, with the key": installed.on(secret, *key)}
    programs = [Program(name, words, READY, variables=installed.variables) for name, words in commands.items()]
    return {trials.program.name: trials.ready for trials in compared(programs, runs=runs, key_runs=0)}


if __name__ == "__main__":
    main()

"""A bit of the store's file is turned over, again and again: it is refused, or noticed by `oversight verify`, or by
SQLite's own check of the file, or nothing that the store holds was touched by it. Never a traceback, and never a record
that is read otherwise without a word.

python -m tests.faults.damage --copies 200
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from db import StoreError
from db.engine import Store
from oversight_tui.cli import main as oversight
from tests.faults.desk import DAY, DECIDES, is_plain
from tests.faults.every_path import Manager
from tests.faults.stores import PASSPHRASE, asked, made, opened

EVENTS = 60


def written(path: Path, *, encrypted: bool) -> str:
    """A store with something of every kind in it; returns all that it holds."""
    store = made(path, encrypted=encrypted)
    for count, _ in enumerate(Manager(store).works(), 1):
        if count == EVENTS:
            break
    held = "\n".join(contents(store))
    store.close()
    return held


def contents(store: Store) -> Iterator[str]:
    """Every row of every table, as text."""
    with store.reading():
        for (table,) in asked(store, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
            yield table
            yield from map(repr, asked(store, f'SELECT * FROM "{table}" ORDER BY rowid'))


def found_out(path: Path, held: str, *, encrypted: bool) -> str:
    """What is said of a copy: refused at once, while recording, by verify, or that nothing in it was touched."""
    passphrase = path.with_name("passphrase.txt")
    passphrase.write_text(f"{PASSPHRASE}\n")
    key = ["--passphrase-file", str(passphrase)] if encrypted else []
    answers = []
    for words in (("today",), ("verify",), DECIDES):
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            answers.append(oversight([*words, "--store", str(path), "--today", DAY, *key]))
        if answers[-1] == 2:
            is_plain(error.getvalue(), "")
    if answers[0]:
        return "refused at once"
    if answers[1]:
        return "found by verify"
    return "refused while recording" if answers[2] else _looked_into(path, held, encrypted=encrypted)


def _looked_into(path: Path, held: str, *, encrypted: bool) -> str:
    """Whether all that was held is there as it was, before the decision that was recorded since."""
    try:
        store = opened(path, PASSPHRASE if encrypted else None)
        with store.reading():
            sound = asked(store, "PRAGMA integrity_check") == [("ok",)]
        now = set(contents(store))
        store.close()
    except StoreError:
        return "found by the check of the file"
    if _kept(held) <= now:
        return "nothing was touched"
    return "not found" if sound else "found by the check of the file"


def _kept(held: str) -> set[str]:
    """Rows of the records: what is kept for speed, counters and the working tables change with each event."""
    tables, table = dict[str, list[str]](), ""
    for line in held.split("\n"):
        table = table if line.startswith("(") else line
        tables.setdefault(table, []).append(line)
    changing = ("child_now", "worker_now", "open_item", "sqlite_sequence")
    return {line for name, lines in tables.items() if name not in changing for line in lines}


def campaign(copies: int, *, encrypted: bool, seed: int = 1) -> Counter[str]:
    """So many copies of one store, each with one bit turned over."""
    chance, found = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.oversight"
        held = written(whole, encrypted=encrypted)
        for number in range(copies):
            copy = Path(folder) / str(number) / "team.oversight"
            copy.parent.mkdir()
            content = bytearray(whole.read_bytes())
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            copy.write_bytes(content)
            with patch.dict(os.environ, {"OVERSIGHT_ANCHORS": str(copy.with_name("anchors"))}):
                found[found_out(copy, held, encrypted=encrypted)] += 1
    return found


def main() -> None:
    """Print what was said of the copies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=200)
    copies = parser.parse_args().copies
    for encrypted in (True, False):
        found = campaign(copies, encrypted=encrypted)
        counted = ", ".join(f"{number} {what}" for what, number in found.most_common())
        print(f"{'encrypted' if encrypted else 'plain'}, {copies} copies: {counted}", flush=True)


if __name__ == "__main__":
    main()

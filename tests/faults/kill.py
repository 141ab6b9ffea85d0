"""The program is killed with -9 at a random moment, again and again; what it had acknowledged must be there, whole.

Three kinds of round: recording in every way there is, bringing in a list of six hundred children, and giving the store
another passphrase, which must leave it with exactly one of the two.

python -m tests.faults.kill --rounds 500
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from oversight_tui.cli import main as oversight
from tests.faults.every_path import Acknowledged, Manager, brings_in, lost
from tests.faults.stores import (
    PASSPHRASE,
    PASSPHRASES,
    asked,
    faults_of,
    left_beside,
    made,
    opened,
    opened_by_one_of,
)

ROOT = Path(__file__).parents[2]
NAME = "team.oversight"
LIST_OF = 600
ROUNDS_ON_ONE_STORE = 50  # each reads all of it, and it grows with every list
KINDS = {"records": 6, "imports": 2, "changes": 2}  # how often each, of ten rounds
LONGEST_WAIT = {"records": 0.6, "imports": 1.2, "changes": 2.0}  # seconds


class Campaign:
    """Rounds on one store, each going on with what the last one left. `passphrase` is None where the store is plain."""

    def __init__(self, folder: Path, seed: int, *, encrypted: bool) -> None:
        self.path, self.chance, self.encrypted = folder / NAME, random.Random(seed), encrypted
        self.counted: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.begin()

    def begin(self) -> None:
        """A new store, in the place of the one before."""
        for folder in (self.path.parent, self._seen):
            shutil.rmtree(folder, ignore_errors=True)
        self.passphrase: str | None = PASSPHRASE if self.encrypted else None
        made(self.path, encrypted=self.encrypted).close()

    @property
    def _seen(self) -> Path:
        """Where it is kept what was seen of the store."""
        return self.path.parent.with_name("seen")

    def round(self, kind: str | None = None) -> None:
        """One of a kind, or of any."""
        kind = kind or self.chance.choices(list(KINDS), list(KINDS.values()))[0]
        said = self._killed_at(kind)
        changed = [one["passphrase"] for one in said if "passphrase" in one]
        now, following = (changed or [self.passphrase])[-1], self.passphrase
        if kind == "changes":
            following = PASSPHRASES[(PASSPHRASES.index(now) + 1) % len(PASSPHRASES)]
        self.passphrase, store = opened_by_one_of(self.path, (now, following))
        acknowledged = [Acknowledged(one["seq"], one["hash"], one["draft"]) for one in said if "seq" in one]
        gone = lost(store, acknowledged)
        self.counted["rounds"] += 1
        self.counted[f"rounds that killed what {kind}"] += 1
        self.counted["events acknowledged"] += len(acknowledged)
        self.counted["passphrases acknowledged"] += len(changed)
        self.wrong += [f"{gone} acknowledged events are lost"] if gone else []
        self.wrong += [f"{one} is left beside the store" for one in left_beside(self.path)]
        self.wrong += faults_of(store)
        with store.reading():
            sizes = asked(store, "SELECT count(*) FROM entry WHERE kind = 'extract' GROUP BY snapshot_id")
        self.wrong += [f"an import is half: {size}" for (size,) in sizes if size not in (5, 30, LIST_OF)]
        store.close()

    def _killed_at(self, kind: str) -> list[dict[str, Any]]:
        """Start what does this kind of work, kill it, and return what it had acknowledged."""
        told = [str(self.path), json.dumps(self.passphrase), str(self.chance.randrange(10**6))]
        command = [sys.executable, "-c", f"from tests.faults.kill import {kind}; {kind}()", *told]
        complaints = self.path.parent.with_name("complaints")
        seen = {**os.environ, "OVERSIGHT_ANCHORS": str(self._seen)}
        with complaints.open("wb") as file:
            worker = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=file, text=True, cwd=ROOT, env=seen)
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(self.chance.uniform(0, LONGEST_WAIT[kind]))
        assert worker.poll() is None, complaints.read_text()
        os.kill(worker.pid, signal.SIGKILL)
        lines = (first + worker.stdout.read()).splitlines(keepends=True)
        worker.wait()
        return [json.loads(line) for line in lines if line.endswith("\n")]


# --- What is killed: each works without an end, and says a line for what it has done ------------------


def _told() -> tuple[Path, str | None, random.Random]:
    path, passphrase, seed = sys.argv[1:]
    return Path(path), json.loads(passphrase), random.Random(int(seed))


def _says(**what: object) -> None:
    print(json.dumps(what), flush=True)


def records() -> None:
    """Record in every way."""
    path, passphrase, chance = _told()
    store = opened(path, passphrase)
    with store.reading():
        ((newest,),) = asked(store, "SELECT max(seq) FROM journal")
    _says(begins=True)
    for one in Manager(store, newest).works(chance):
        _says(seq=one.seq, hash=one.hash, draft=one.draft)


def imports() -> None:
    """Bring in one list of children after the other."""
    path, passphrase, _ = _told()
    store = opened(path, passphrase)
    _says(begins=True)
    while True:
        with store.reading():
            ((newest,),) = asked(store, "SELECT max(seq) FROM journal")
        brings_in(store, [f"L{newest}-{number}" for number in range(LIST_OF)])
        with store.reading():
            ((seq, link),) = asked(store, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        _says(seq=seq, hash=link, draft="")


def changes() -> None:
    """Give the store one passphrase after the other, and none, by the command that a manager uses."""
    path, passphrase, _ = _told()
    files = {None: None} | {one: path.parent.parent / f"{one.split()[0]}.txt" for one in PASSPHRASES if one}
    for one, file in files.items():
        if file is not None:
            file.write_text(f"{one}\n")
    _says(begins=True)
    answers, sys.stdout = sys.stdout, sys.stderr  # what the command itself says is no acknowledgement here
    while True:
        new = PASSPHRASES[(PASSPHRASES.index(passphrase) + 1) % len(PASSPHRASES)]
        words = ["passphrase", "remove", "--yes"] if new is None else ["passphrase", "set"]
        words += ["--store", str(path)]
        words += ["--new-passphrase-file", str(files[new])] if new is not None else []
        words += ["--passphrase-file", str(files[passphrase])] if passphrase is not None else []
        assert oversight(words) == 0
        print(json.dumps({"passphrase": new}), file=answers, flush=True)
        passphrase = new


def campaign(rounds: int, *, encrypted: bool, seed: int = 1) -> Campaign:
    """So many rounds, fifty on one store; the first three are one of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        done = Campaign(Path(folder) / "store", seed, encrypted=encrypted)
        for number in range(rounds):
            if number and number % ROUNDS_ON_ONE_STORE == 0:
                done.begin()
            done.round(list(KINDS)[number] if number < len(KINDS) else None)
    return done


def main() -> None:
    """Print how many were acknowledged and what was lost, for an encrypted and for a plain store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for encrypted in (True, False):
        done = campaign(options.rounds, encrypted=encrypted, seed=options.seed)
        counted = ", ".join(f"{number} {what}" for what, number in done.counted.items())
        print(f"{'encrypted' if encrypted else 'plain'} at first: {counted}, {len(done.wrong)} faults", flush=True)
        for fault in done.wrong[:20]:
            print(fault)


if __name__ == "__main__":
    main()

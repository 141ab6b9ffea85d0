"""The power is cut at a random moment, again and again; what was acknowledged must be there, whole.

The real services record into a real store on a disk that remembers what it was told (`watched_disk.py`), and the real
code opens what is left. Passphrases are set, changed and taken away in between. With `--synchronous normal` some of
what was acknowledged must be lost: that shows that the campaign can find a loss.

python -m tests.faults.power_cut --rounds 300
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

from db import connections
from db.key import key_of, new_key
from oversight_tui.services.passphrase import change
from tests.faults.every_path import Acknowledged, Manager, lost
from tests.faults.stores import PASSPHRASE, PASSPHRASES, asked, faults_of, left_beside, made, opened, opened_by_one_of
from tests.faults.watched_disk import Disk, watched

NAME = "team.oversight"
MOST_EVENTS = 30
ONE_IN = 4  # rounds in which the passphrase is changed too


class Campaign:
    """Rounds on one store, each going on with what the last one left. `passphrase` is None where the store is plain."""

    def __init__(self, folder: Path, chance: random.Random, *, encrypted: bool, changes: bool) -> None:
        self.folder, self.chance, self.changes = folder / "disk", chance, changes
        self.passphrase: str | None = PASSPHRASE if encrypted else None
        self.counted: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.folder.mkdir()
        made(self.folder / NAME, encrypted=encrypted).close()

    def round(self) -> None:
        """Record, cut the power at some moment, and open what is left."""
        before = self.passphrase
        with watched(self.folder) as disk:
            self._records(disk)
            changing, after = len(disk.moments), before
            if self.changes and not self.chance.randrange(ONE_IN):
                after = self._changes_passphrase(disk)
        first = changing if after != before and self.chance.random() < 0.8 else 0
        moment = self.chance.randint(first, len(disk.moments))
        self._leaves(disk, moment)
        self.counted["rounds"] += 1
        self.counted["passphrase changes cut or done"] += after != before and moment > changing
        self._looks_through(before, after, disk.said_before(moment))

    def _records(self, disk: Disk) -> None:
        store = opened(self.folder / NAME, self.passphrase)
        if self.chance.random() < 0.5:
            store.engine.changes()  # as the screen does: the connection that watches keeps the log from being folded in
        with store.reading():
            ((newest,),) = asked(store, "SELECT max(seq) FROM journal")
        manager = Manager(store, newest)
        for count, acknowledged in enumerate(manager.works(self.chance)):
            disk.says(acknowledged)
            if count >= MOST_EVENTS:
                break
        store.close()

    def _changes_passphrase(self, disk: Disk) -> str | None:
        path, old = self.folder / NAME, self.passphrase
        new = self.chance.choice([one for one in PASSPHRASES if one != old])
        change(path, key_of(path, old) if old else None, new_key(new) if new else None)
        disk.says(("passphrase", new))
        return new

    def _leaves(self, disk: Disk, moment: int) -> None:
        left = self.folder.with_name("left")
        left.mkdir()
        disk.left_at(moment, left, self.chance)
        shutil.rmtree(self.folder)
        left.rename(self.folder)

    def _looks_through(self, before: str | None, after: str | None, said: list[Any]) -> None:
        """What is left opens by one of the two passphrases, the new one where it was acknowledged, and is whole."""
        path = self.folder / NAME
        self.passphrase, store = opened_by_one_of(path, (before, after))
        if ("passphrase", after) in said and self.passphrase != after:
            self.wrong.append("the old passphrase opens it")
        acknowledged = [one for one in said if isinstance(one, Acknowledged)]
        gone = lost(store, acknowledged)
        self.counted["events acknowledged"] += len(acknowledged)
        self.counted["events lost"] += gone
        self.counted["rounds with a loss"] += gone > 0
        self.wrong += [f"{one} is left beside the store" for one in left_beside(path)]
        self.wrong += faults_of(store)
        store.close()


def campaign(rounds: int, *, encrypted: bool, synchronous: str = "full", seed: int = 1) -> Campaign:
    """So many rounds on one store. Another `synchronous` than the store's own is the control."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(connections.PRAGMAS, {"synchronous": synchronous}),
    ):
        done = Campaign(Path(folder), random.Random(seed), encrypted=encrypted, changes=synchronous == "full")
        for _ in range(rounds):
            done.round()
    return done


def main() -> None:
    """Print what was acknowledged and what was lost, for an encrypted and for a plain store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--synchronous", choices=("full", "normal"), default="full")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for encrypted in (True, False):
        done = campaign(options.rounds, encrypted=encrypted, synchronous=options.synchronous, seed=options.seed)
        counted = ", ".join(f"{number} {what}" for what, number in done.counted.items())
        print(f"{'encrypted' if encrypted else 'plain'} at first: {counted}, {len(done.wrong)} faults", flush=True)
        for fault in done.wrong[:20]:
            print(fault)


if __name__ == "__main__":
    main()

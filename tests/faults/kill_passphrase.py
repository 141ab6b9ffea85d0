"""The passphrase of a store with copies is set, changed or removed, and the program killed with -9 in the middle.

Before each line of it in turn, or at random moments; after the next start, with the one passphrase that opens the store
then, each copy opens with that one and no other, nothing is left beside them, and no byte of a store that stays
encrypted was ever there without.

python -m tests.faults.kill_passphrase --every 1 --rounds 100
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from db import open_store
from db.backup import take
from db.errors import StoreError, database_errors
from db.key import PLAIN_HEADER, Key, is_encrypted, key_over, new_key, salt_of
from db.replaced import replaced_files
from db.restore import put_back
from db.swap import raw_connection
from db.verification import verify
from tests.db.test_board_facts import import_team
from tests.faults.stores import PASSPHRASE, PASSPHRASES

OTHER = PASSPHRASES[1] or ""
# What opens the store before, and what is to open it afterwards; None where it is plain.
WAYS: dict[str, tuple[str | None, str | None]] = {
    "changed": (PASSPHRASE, OTHER),
    "set": (None, OTHER),
    "removed": (PASSPHRASE, None),
}
BACKUPS = 3

# Changes the passphrase; ends itself before the Nth line that is run in the files that do it, where N is not 0.
CHANGER = """
import os, signal, sys
from pathlib import Path
from db import key, reencrypt, replaced, swap
from oversight_tui.services.passphrase import Outside, change
path, old, new, last = sys.argv[1:]
path, left = Path(path), int(last)
outside = Outside(path.parent / "anchors", path.parent / "backups")
old, new = key.key_of(path, old) if old else None, key.new_key(new) if new else None
watched = {module.__file__ for module in (reencrypt, swap)}
def line(frame, event, _):
    global left
    if event == "line":
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return line
if left:
    sys.settrace(lambda frame, event, _: line if frame.f_code.co_filename in watched else None)
print("begins", flush=True)
change(path, old, new, outside)
"""


def made(base: Path, passphrase: str | None) -> None:
    """A store with backups, and one beside it that a restore replaced."""
    base.mkdir()
    path, key = base / "team.oversight", new_key(passphrase) if passphrase else None
    with closing(open_store(path, key=key, anchors=base / "anchors")) as store:
        import_team(store)
    for day in range(BACKUPS):
        made = take(path, key, base / "backups", datetime(2026, 9, 1 + day, tzinfo=UTC))
        assert made is not None
        backup, _ = made
    put_back(
        path,
        key,
        backup.path,
        key,
        who=lambda _: "Team Manager",
        now=datetime(2026, 9, 9, tzinfo=UTC),
        anchors=base / "anchors",
    )


def by_line(way: str, every: int) -> tuple[int, list[str]]:
    """Kill before each `every`th line until a change comes to its end; (rounds, what was wrong afterwards)."""

    def kill(begun: subprocess.Popen[str]) -> bool:
        begun.wait()
        assert begun.returncode in (0, -signal.SIGKILL), begun.stderr.read() if begun.stderr else ""
        return begun.returncode == 0

    rounds, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        made(Path(folder) / "base", WAYS[way][0])
        ended = False
        while not ended:
            rounds += 1
            last = 1 + (rounds - 1) * every
            ended, faults = _round(Path(folder), way, last, kill)
            wrong += [f"{way}, line {last}: {fault}" for fault in faults]
    return rounds, wrong


def by_chance(way: str, rounds: int, seed: int) -> tuple[int, list[str]]:
    """Kill at a random moment, so often; (rounds that were killed before the end, what was wrong afterwards)."""
    chance, killed, wrong, longest = random.Random(seed), 0, [], 1.0

    def kill(begun: subprocess.Popen[str]) -> bool:
        assert begun.stdout is not None
        begun.stdout.readline()
        time.sleep(chance.uniform(0, longest))
        begun.kill()
        return begun.wait() == 0

    with tempfile.TemporaryDirectory() as folder:
        made(Path(folder) / "base", WAYS[way][0])
        for number in range(rounds):
            ended, faults = _round(Path(folder), way, 0, kill)
            killed += not ended
            longest = longest * 0.8 if ended else min(longest * 1.1, 3)
            wrong += [f"{way}, round {number}: {fault}" for fault in faults]
    return killed, wrong


def _round(folder: Path, way: str, last: int, kill: Callable[[subprocess.Popen[str]], bool]) -> tuple[bool, list[str]]:
    """One change that is killed; (whether it came to its end first, what is wrong after the next start)."""
    desk = folder / "desk"
    shutil.rmtree(desk, ignore_errors=True)
    shutil.copytree(folder / "base", desk)
    words = [str(desk / "team.oversight"), *(one or "" for one in WAYS[way]), str(last)]
    with subprocess.Popen(
        [sys.executable, "-c", CHANGER, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as begun:
        ended = kill(begun)
    return ended, list(_faults(desk, way, must_be_new=ended))


def _faults(desk: Path, way: str, *, must_be_new: bool) -> list[str]:
    old, new = WAYS[way]
    path, backups = desk / "team.oversight", desk / "backups"
    wrong = _plain_bytes(desk) if old is not None and new is not None else []
    opens = [one for one in (old, new) if _opens(path, one)]
    if len(opens) != 1:
        return [*wrong, f"{len(opens)} passphrases open it"]
    if must_be_new and opens != [new]:
        wrong.append("the change ended, and the old passphrase opens the store")
    key = _key(opens[0], salt_of(path)) if opens[0] else None
    with closing(open_store(path, key=key, create=False, anchors=desk / "anchors", backups=backups)) as store:
        wrong += verify(store).faults
        if must_be_new and store.settled.finished:
            wrong.append("the change ended, and was not finished")
    copies = [*backups.iterdir(), *replaced_files(path)]
    wrong += [f"{copy.name} opens otherwise" for copy in copies if not _opens(copy, opens[0])]
    wrong += [] if len(copies) == BACKUPS + 1 else [f"{len(copies)} copies"]
    expected = {"team.oversight", "anchors", "backups", *(one.name for one in replaced_files(path))}
    wrong += [f"{one.name} is left" for one in desk.iterdir() if one.name not in expected]
    return wrong


def _plain_bytes(desk: Path) -> list[str]:
    files = [one for folder in (desk, desk / "backups") for one in folder.iterdir() if one.is_file()]
    return [f"{one.name} is plain" for one in files if one.read_bytes()[:16] == PLAIN_HEADER]


@cache
def _key(passphrase: str, salt: bytes) -> Key:
    """Copies have the salt of their store, so that it is derived once for all of them."""
    return key_over(passphrase, salt)


def _opens(path: Path, passphrase: str | None) -> bool:
    try:
        if is_encrypted(path) == (passphrase is None):
            return False
        with closing(raw_connection(path, _key(passphrase, salt_of(path)) if passphrase else None)) as connection:
            return bool(connection.execute("SELECT count(*) FROM entry").fetchone()[0])
    except Exception as problem:
        if isinstance(problem, (StoreError, *database_errors())):
            return False
        raise


def main() -> None:
    """Print for each way how often it was killed and what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for way in WAYS:
        rounds, wrong = by_line(way, options.every)
        killed, more = by_chance(way, options.rounds, options.seed)
        wrong += more
        print(
            f"{way}: killed before {rounds - 1} lines and at {killed} random moments, {len(wrong)} faults", flush=True
        )
        for fault in wrong[:20]:
            print(fault)


if __name__ == "__main__":
    main()

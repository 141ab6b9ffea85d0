"""A bit of the store's file is turned over, again and again: `oversight verify` finds it, or refuses the file, each
time; also where nothing is kept just now. Never a traceback.

python -m tests.faults.damage --copies 200
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from db.paths import make_folder
from oversight_tui.cli import main as oversight
from tests.faults.desk import is_plain
from tests.faults.every_path import Manager
from tests.faults.stores import PASSPHRASE, made

EVENTS = 60


def written(path: Path, *, encrypted: bool) -> None:
    """A store with something of every kind in it."""
    store = made(path, encrypted=encrypted)
    for count, _ in enumerate(Manager(store).works(), 1):
        if count == EVENTS:
            break
    store.close()


def campaign(copies: int, *, encrypted: bool, seed: int = 1) -> Counter[str]:
    """So many copies of one store, one after the other in its place, each with one bit turned over."""
    chance, found = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        desk, seen, kept = (Path(folder) / name for name in ("desk", "seen", "kept"))
        path = desk / "team.oversight"
        with patch.dict(os.environ, {"OVERSIGHT_ANCHORS": str(seen)}):
            make_folder(desk)
            written(path, encrypted=encrypted)
            key = _key_options(desk / "passphrase.txt") if encrypted else []
            assert _verified(path, key) == 0
            shutil.copytree(seen, kept)
            whole = path.read_bytes()
            for _ in range(copies):
                content = bytearray(whole)
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
                path.write_bytes(content)
                shutil.rmtree(seen)
                shutil.copytree(kept, seen)
                found[_SAID[_verified(path, key)]] += 1
    return found


_SAID = {0: "not found", 1: "found by verify", 2: "refused by verify"}


def _key_options(file: Path) -> list[str]:
    file.write_text(f"{PASSPHRASE}\n")
    file.chmod(0o600)
    return ["--passphrase-file", str(file)]


def _verified(path: Path, key: list[str]) -> int:
    out, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        code = oversight(["verify", "--store", str(path), *key])
    if code == 2:
        is_plain(error.getvalue(), "")
    return code


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

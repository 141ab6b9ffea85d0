"""A restore is killed with -9 before each line of it in turn; the store is then the old one or the new one, whole, and
after the next start nothing else is left. Where the store is encrypted no file of it is ever plain, whatever the
backup is.

python -m tests.faults.kill_restore --every 1
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from db import open_store, writes
from db.backup import take
from db.key import PLAIN_HEADER, Key, new_key
from db.reencrypt import reencrypt
from db.replaced import replaced_files
from db.verification import verify
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from tests.db.test_board_facts import import_team
from tests.made_once import C1

# Ends itself before the Nth line that is run in the files that put a backup in a store's place.
RESTORER = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from db import anchor, reencrypt, replaced, restore, swap
from db.key import Key
path, backup, anchors, secret, salt, backup_is_plain, last = sys.argv[1:]
key = Key(bytes.fromhex(secret), bytes.fromhex(salt)) if secret else None
watched = {module.__file__ for module in (anchor, reencrypt, replaced, restore, swap)}
left = int(last)
def line(frame, event, _):
    global left
    if event == "line":
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return line
sys.settrace(lambda frame, event, _: line if frame.f_code.co_filename in watched else None)
restore.put_back(Path(path), key, Path(backup), None if backup_is_plain else key, who=lambda _: "Team Manager",
                 now=datetime.now(UTC), anchors=Path(anchors))
"""


# How it is called, whether the store is encrypted, whether the backup is plain where the store is not.
WAYS = (
    ("plain", False, False),
    ("encrypted", True, False),
    ("a plain backup where the store is encrypted", True, True),
)


def campaign(every: int, *, encrypted: bool, backup_is_plain: bool = False) -> tuple[int, list[str]]:
    """Kill before each `every`th line until a restore comes to its end; (rounds, what was wrong afterwards)."""
    key = new_key("seven grey herons wading") if encrypted else None
    with tempfile.TemporaryDirectory() as folder:
        base, backup = _made(Path(folder) / "base", None if backup_is_plain else key)
        if backup_is_plain:
            reencrypt(base / "team.oversight", None, key)
        rounds, wrong, ended, at = 0, [], False, 1
        while not ended:
            rounds += 1
            desk = Path(folder) / f"desk{at}"
            shutil.copytree(base, desk)
            ended = _restored(desk, backup, key, at, backup_is_plain=backup_is_plain or key is None)
            if key is not None:
                wrong += [f"line {at}: {one.name} is plain" for one in desk.iterdir() if _is_plain(one)]
            wrong += [f"line {at}: {fault}" for fault in _faults(desk, key, must_be_new=ended)]
            at += every
    return rounds, wrong


def _made(base: Path, key: Key | None) -> tuple[Path, Path]:
    """A store with a decision in it that its backup does not have."""
    base.mkdir()
    with closing(open_store(base / "team.oversight", key=key, anchors=base / "anchors")) as store:
        import_team(store)
        made = take(store.path, key, base.parent / "backups", datetime.now(UTC))
        assert made is not None
        writes.decide(store, DecisionRequest("Visit", date(2026, 9, 2), AboutChild(C1)), "Team Manager")
    return base, made[0].path


def _is_plain(one: Path) -> bool:
    return one.is_file() and one.read_bytes().startswith(PLAIN_HEADER)


def _restored(desk: Path, backup: Path, key: Key | None, at: int, *, backup_is_plain: bool) -> bool:
    """Whether the restore came to its end before its line `at`."""
    secret, salt = (key.secret.hex(), key.salt.hex()) if key is not None else ("", "")
    words = [str(desk / "team.oversight"), str(backup), str(desk / "anchors"), secret, salt]
    words += ["plain" if backup_is_plain else "", str(at)]
    done = subprocess.run([sys.executable, "-c", RESTORER, *words], capture_output=True, text=True, check=False)
    assert done.returncode in (0, -9), done.stderr
    return done.returncode == 0


def _faults(desk: Path, key: Key | None, *, must_be_new: bool) -> list[str]:
    with closing(open_store(desk / "team.oversight", key=key, create=False, anchors=desk / "anchors")) as store:
        with store.reading():
            decided = store.database.execute_sql("SELECT count(*) FROM decision WHERE text = 'Visit'").fetchone()[0]
            last = store.database.execute_sql("SELECT what FROM journal ORDER BY seq DESC LIMIT 1").fetchone()[0]
        wrong = list(verify(store).faults)
    kept = {one.name for one in replaced_files(desk / "team.oversight")}
    wrong += [f"{one.name} is left" for one in desk.iterdir() if one.name not in {"team.oversight", "anchors", *kept}]
    if (decided, last) not in ((1, "decision"), (0, "restored")):
        wrong.append(f"neither the old store nor the new one: {decided} decisions, {last}")
    if must_be_new and last != "restored":
        wrong.append("the restore ended, and the old store is there")
    if last == "restored":
        for one in replaced_files(desk / "team.oversight"):
            with closing(open_store(one, key=key, create=False)) as old, old.reading():
                if old.database.execute_sql("SELECT count(*) FROM decision WHERE text = 'Visit'").fetchone()[0] != 1:
                    wrong.append("the store that was replaced is not kept whole")
        if not replaced_files(desk / "team.oversight"):
            wrong.append("the store that was replaced is not kept")
    return wrong


def main() -> None:
    """Print how many rounds there were and what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    for says, encrypted, backup_is_plain in WAYS:
        rounds, wrong = campaign(every, encrypted=encrypted, backup_is_plain=backup_is_plain)
        print(f"{says}: {rounds} rounds, {len(wrong)} faults")
        for fault in wrong[:20]:
            print(fault)


if __name__ == "__main__":
    main()

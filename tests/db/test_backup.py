"""A backup: a whole file that opens by itself, checked before it has its name, or none at all."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db import open_store, writes
from db.backup import BackupProblem, backups_in, looked_at, take
from db.engine import Store
from db.key import Key, WrongKey, is_encrypted, key_of, new_key
from db.migrations import SCHEMA_VERSION
from db.verification import verify
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import DecisionRequest
from tests.db.test_migrations import of_the_first_version
from tests.db.test_records import ME, asked, child_of, worker_of

WORDS = "seven grey herons wading"
SENTINEL = "Zaphira keeps a lighthouse"
NOW = datetime(2026, 11, 24, 9, 30, 15, tzinfo=UTC)
FIRST = ChildId(1)


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(WORDS)


@pytest.fixture(params=["plain", "encrypted"])
def store(request: pytest.FixtureRequest, tmp_path: Path, key: Key) -> Store:
    opened = open_store(tmp_path / "team.oversight", key=key if request.param == "encrypted" else None)
    decide(opened, child_of(opened, worker_of(opened)))
    return opened


def decide(store: Store, child: ChildId = FIRST) -> None:
    writes.decide(store, DecisionRequest(SENTINEL, date(2026, 9, 2), AboutChild(child)), ME)


def taken(store: Store, now: datetime = NOW) -> Path:
    made = take(store.path, store.key, store.path.parent / "backups", now)
    assert made is not None
    return made[0].path


def test_it_is_another_store_that_opens_with_the_same_passphrase_and_is_the_owners(store: Store) -> None:
    path = taken(store)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    assert os.listdir(path.parent) == [path.name]
    assert is_encrypted(path) == store.encrypted
    assert (SENTINEL.encode() in path.read_bytes()) != store.encrypted
    with closing(open_store(path, key=key_of(path, WORDS) if store.encrypted else None)) as again:
        assert asked(again, "SELECT text FROM decision") == [(SENTINEL,)]
        assert verify(again).faults == ()


def test_its_name_says_which_store_and_when_and_nothing_of_anybody(store: Store) -> None:
    path = taken(store)
    (one,) = backups_in(path.parent, store.path)
    ((first,),) = asked(store, "SELECT hash FROM journal WHERE seq = 1")
    assert path.name == f"team-{str(first)[:8]}-2026-11-24T09-30-15Z-1.oversight"
    assert (one.path, one.at) == (path, NOW)
    assert str(first).startswith(one.store_id)


def test_it_is_made_while_the_board_reads_and_records(store: Store) -> None:
    with store.reading():
        asked(store, "SELECT count(*) FROM entry")
        path = taken(store)
    decide(store)
    assert looked_at(path, store.key).entries + 1 == looked_at(taken(store), store.key).entries


def test_of_a_store_in_which_nothing_was_recorded_there_is_none(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "new.oversight")) as new:
        assert take(new.path, None, tmp_path / "backups", NOW) is None
    assert not list(tmp_path.glob("backups/*"))


def test_of_a_damaged_store_there_is_none_and_the_earlier_ones_stay(store: Store) -> None:
    earlier = taken(store, datetime(2026, 11, 23, tzinfo=UTC))
    before = earlier.read_bytes()
    store.database.connect(reuse_if_open=True)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    with store.path.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(os.urandom(4096 * 40))
    with pytest.raises(BackupProblem, match="No backup was made"):
        taken(store)
    assert os.listdir(earlier.parent) == [earlier.name]
    assert earlier.read_bytes() == before


def test_where_the_folder_cannot_be_it_is_said(store: Store) -> None:
    (store.path.parent / "backups").write_text("a file where the folder was to be")
    with pytest.raises(BackupProblem, match="cannot be written"):
        taken(store)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_on_a_full_disk_nothing_is_left_behind(store: Store) -> None:
    store.close()
    told = (
        "import resource, signal\nfrom datetime import datetime, UTC\nfrom pathlib import Path\n"
        "from db.backup import BackupProblem, take\nfrom db.key import key_of\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"path = Path({str(store.path)!r}); key = key_of(path, {WORDS!r}) if {store.encrypted} else None\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: take(path, key, path.parent / 'backups', datetime.now(UTC))\n"
        "except BackupProblem as problem: print(problem)\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert "No backup was made: the disk of the folder" in done.stdout, done.stderr
    assert os.listdir(store.path.parent / "backups") == []


def test_a_backup_that_is_damaged_or_shut_is_said(store: Store, tmp_path: Path) -> None:
    path = taken(store)
    with pytest.raises(WrongKey, match="damaged"):
        looked_at(path, new_key("another one altogether"))
    with path.open("r+b") as file:
        file.seek(4096 * 6)
        file.write(os.urandom(4096 * 30))
    with pytest.raises(BackupProblem, match="damaged"):
        looked_at(path, store.key)
    with pytest.raises(BackupProblem, match="There is no backup"):
        looked_at(tmp_path / "none", None)


def test_before_a_store_is_brought_up_to_date_there_is_one_as_it_was(tmp_path: Path) -> None:
    path, folder = tmp_path / "old.oversight", tmp_path / "backups"
    of_the_first_version(path)
    store = open_store(path, backups=folder)
    assert store.backup_problem is None
    (one,) = backups_in(folder, path)
    assert looked_at(one.path, None).schema == 1
    assert asked(store, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    open_store(path, backups=folder)
    assert len(backups_in(folder, path)) == 1


def test_that_it_cannot_be_made_keeps_no_store_from_being_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_first_version(path)
    (tmp_path / "backups").write_text("a file where the folder was to be")
    store = open_store(path, backups=tmp_path / "backups")
    assert "cannot be written" in str(store.backup_problem)
    assert asked(store, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_what_a_killed_program_left_is_cleared_away_after_a_while(store: Store) -> None:
    folder = taken(store).parent
    left, fresh = folder / ".team-x.1.unfinished", folder / ".team-y.2.unfinished"
    for one in (left, fresh, folder / "notes.txt"):
        one.write_text("half")
    os.utime(left, (0, 0))
    taken(store)
    assert not left.exists()
    assert fresh.exists()
    assert (folder / "notes.txt").exists()

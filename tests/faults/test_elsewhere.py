"""Others at the store, or the store no longer where it was: another program, a moved file, a newer version."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import StoreError, connections, migrations
from db.engine import Store
from db.key import new_key
from db.swap import raw_connection
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from tests.db.test_migrations import of_the_first_version
from tests.faults.desk import DECIDES, LOOKS, Desk
from tests.faults.every_path import TODAY
from tests.faults.kill import ROOT
from tests.faults.network_share import NoShare, network_share
from tests.faults.stores import PASSPHRASE, asked, faults_of, opened
from tests.made_once import C1

HOLDS = """
import sys
from tests.faults.stores import opened
store = opened(__import__("pathlib").Path(sys.argv[1]), sys.argv[2] or None)
with store.writing():
    print("held", flush=True)
    sys.stdin.readline()
"""


# The program, but that it waits for others a fifth of a second and no longer.
IMPATIENT = """
import sys
from db import connections
connections.BUSY_SECONDS = 0.2
from oversight_tui.cli import main
sys.exit(main())
"""


@contextmanager
def held_by_another(desk: Desk) -> Iterator[None]:
    """Another program has begun to write and does not end."""
    command = [sys.executable, "-c", HOLDS, str(desk.path), desk.passphrase or ""]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    try:
        yield
    finally:
        other.communicate("\n")


def test_another_program_that_writes_on_and_on_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr("db.swap.BUSY_SECONDS", 0.2)
    with held_by_another(desk):
        assert desk.does(*LOOKS)[0] == 0
        for words in (DECIDES, desk.brings_in):
            desk.is_told(*words, says="Another program is writing the store")
        desk.is_told(*desk.changes, says="Another program has the store")
    desk.goes_on()


def visit(store: Store) -> str:
    """Record a decision."""
    return record.decide(store, DecisionRequest("Visit", TODAY, AboutChild(C1)), TODAY).says


@pytest.fixture
def sitting(desk: Desk) -> Iterator[Store]:
    """The store as the screen has it open, with something recorded."""
    store = opened(desk.path, desk.passphrase)
    store.engine.changes()
    visit(store)
    yield store
    store.close()


def test_what_is_recorded_in_a_store_that_was_moved_is_refused(desk: Desk, sitting: Store) -> None:
    moved = desk.path.with_name("elsewhere.oversight")
    for end in ("", "-wal", "-shm"):
        os.rename(f"{desk.path}{end}", f"{moved}{end}")
    with pytest.raises(StoreError, match="another put in its place, while it was open"):
        visit(sitting)
    for end in ("", "-wal", "-shm"):
        os.rename(f"{moved}{end}", f"{desk.path}{end}")
    assert "recorded" in visit(sitting)
    assert faults_of(sitting) == []


def test_what_is_recorded_after_the_store_was_deleted_or_replaced_is_refused(
    desk: Desk, sitting: Store, whole: Path
) -> None:
    desk.path.unlink()
    for replaced in (False, True):
        if replaced:
            shutil.copy(whole, desk.path)
        with pytest.raises(StoreError, match="Nothing was saved; leave and start again"):
            visit(sitting)
    sitting.close()
    desk.goes_on(decides=2)  # the copy is of the same store, so that the log left beside it is read into it


def test_a_passphrase_changed_under_an_open_screen_is_refused_to_whoever_changes_it(
    desk: Desk, sitting: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-c", IMPATIENT, *desk.words(*desk.changes)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert "Another program has the store" in done.stderr
    assert "recorded" in visit(sitting)


def test_a_store_of_a_newer_version_is_left_alone(desk: Desk) -> None:
    key = opened(desk.path, desk.passphrase).key
    raw = raw_connection(desk.path, key)
    raw.execute(f"PRAGMA user_version = {migrations.SCHEMA_VERSION + 1}")
    raw.close()
    before = desk.path.read_bytes()
    for words in (LOOKS, DECIDES, desk.brings_in):
        desk.is_told(*words, says="newer version of Oversight")
    assert desk.path.read_bytes() == before


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    try:
        with network_share(tmp_path) as mounted:
            yield mounted
    except NoShare:
        pytest.skip("mounting a share takes sshfs, its server and the right to mount")


def test_a_store_on_a_network_share_is_refused_and_works_once_it_is_moved_here(desk: Desk, share: Path) -> None:
    here, desk.path = desk.path, share / desk.path.name
    shutil.copy(here, desk.path)
    before = desk.path.read_bytes()
    for words in (DECIDES, LOOKS, desk.brings_in):
        desk.is_told(*words, says="lies on a network folder (fuse.sshfs)")
    assert (desk.path.read_bytes(), os.listdir(share)) == (before, [desk.path.name])
    desk.path = Path(shutil.move(desk.path, here))
    desk.goes_on()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_three_starts_at_once_bring_an_old_store_up_to_date_once(tmp_path: Path, passphrase: str | None) -> None:
    path = tmp_path / "old.oversight"
    of_the_first_version(path)
    if passphrase:
        encrypted_as_it_is(path, passphrase)
    start = "import sys, pathlib; from tests.faults.stores import opened\n"
    start += "print(sys.stdin.readline()); opened(pathlib.Path(sys.argv[1]), sys.argv[2] or None)"
    command = [sys.executable, "-c", start, str(path), passphrase or ""]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    starts = [subprocess.Popen(command, text=True, cwd=ROOT, **pipes) for _ in range(3)]  # type: ignore[call-overload]
    for one in starts:
        one.stdin.write("now\n")
        one.stdin.flush()
    complaints = [one.communicate()[1] for one in starts]
    assert [one.returncode for one in starts] == [0, 0, 0], complaints
    store = opened(path, passphrase)
    assert not store.repaired
    with store.reading():
        assert asked(store, "PRAGMA user_version") == [(migrations.SCHEMA_VERSION,)]
        assert asked(store, "SELECT count(*) FROM entry") == [(6,)]
        assert asked(store, "PRAGMA integrity_check") == [("ok",)]
        assert asked(store, "PRAGMA foreign_key_check") == []
    store.close()


def encrypted_as_it_is(path: Path, passphrase: str) -> None:
    """Encrypt a store that this program would bring up to date when opening it."""
    key = new_key(passphrase)
    raw = raw_connection(path, None)
    raw.execute(f'ATTACH ? AS fresh KEY "{key.spelled()}"', (f"{path}.fresh",))
    raw.execute("SELECT sqlcipher_export('fresh')")
    for pragma, number in (("user_version", 1), ("application_id", migrations.APPLICATION_ID)):
        raw.execute(f"PRAGMA fresh.{pragma} = {number}")
    raw.close()
    os.replace(f"{path}.fresh", path)

"""A fault while a form is open: the screen says it, what was typed stays, and once the fault is gone it is saved."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from db import connections
from db.engine import Store
from oversight_tui.services import drafts
from tests.faults.desk import Desk
from tests.faults.rights import as_an_ordinary_user
from tests.faults.stores import asked, faults_of, opened
from tests.faults.test_elsewhere import held_by_another
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults are made as Linux makes them")
WORDS = "Her school rang twice"


@pytest.fixture(autouse=True)
def _nothing_kept_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks for changes: SQLite would go on with a file opened, and room taken, while all was well."""
    monkeypatch.setattr("oversight_tui.ui.after_first_frame.SECONDS_BETWEEN_LOOKS", 3600)


@asynccontextmanager
async def a_worry_half_typed(desk: Desk) -> AsyncIterator[tuple[Manager, Store]]:
    """A manager with a worry in a form, not saved yet."""
    store = opened(desk.path, desk.passphrase)
    async with sitting(store, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types(WORDS)
        manager.puts(severity="3")
        yield manager, store


async def is_said_and_kept(manager: Manager, says: str) -> None:
    """Saving is answered with this sentence in the form, and the words are still there."""
    await manager.presses("ctrl+s")
    manager.sees(WORDS)
    shown = " ".join(manager.text.replace("│", " ").split())
    assert says in shown, manager.text


async def is_saved_now(manager: Manager, store: Store) -> None:
    """It is saved, once and whole."""
    await manager.presses("ctrl+s")
    manager.sees("Worry raised for")
    with store.reading():
        assert asked(store, "SELECT text FROM worry") == [(WORDS,)]
    assert faults_of(store) == []


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The disk of this store has no room, and neither has the log beside it."""
    store.database.connect(reuse_if_open=True)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.leave_thread()
    filler = store.path.parent / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(filler.parent).free))
    yield
    filler.unlink()


@pytest.fixture
def on_small_disk(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The desk, with its store on a disk of four megabytes."""
    point = tmp_path / "small"
    point.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", point], capture_output=True).returncode:
        pytest.skip("mounting a small disk takes root")
    desk.path = Path(shutil.move(desk.path, point / desk.path.name))
    yield desk
    subprocess.run(["umount", "-l", point], check=True)


async def test_a_full_disk_is_said_and_the_words_are_saved_once_there_is_room(on_small_disk: Desk) -> None:
    async with a_worry_half_typed(on_small_disk) as (manager, store):
        with full(store):
            await is_said_and_kept(manager, "The disk is full. Nothing was saved; make room on it and try again.")
        await is_saved_now(manager, store)


async def test_a_draft_that_finds_no_room_is_said_and_kept_once_there_is(on_small_disk: Desk) -> None:
    async with a_worry_half_typed(on_small_disk) as (manager, store):
        with full(store):
            await manager.types(" again")
            await manager.pilot.pause(0.5)
            await manager.settles()
            manager.sees("The disk is full", "here until the program", f"{WORDS} again")
        while "The disk is full" in manager.text:
            await manager.pilot.pause(0.2)
        await manager.settles()
        assert [form["text"] for form in drafts.kept(store).values()] == [f"{WORDS} again"]


async def test_a_store_that_became_read_only_is_said(desk: Desk) -> None:
    with as_an_ordinary_user():
        async with a_worry_half_typed(desk) as (manager, store):
            desk.path.chmod(0o400)
            await is_said_and_kept(manager, "cannot be written. Nothing was saved; check the rights on file")
            desk.path.chmod(0o600)
            await is_saved_now(manager, store)


async def test_a_folder_that_became_closed_is_said(desk: Desk) -> None:
    with as_an_ordinary_user():
        async with a_worry_half_typed(desk) as (manager, store):
            desk.path.parent.chmod(0o000)
            await is_said_and_kept(manager, "Nothing was saved")
            desk.path.parent.chmod(0o700)
            await is_saved_now(manager, store)


async def test_another_program_that_writes_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.2)
    async with a_worry_half_typed(desk) as (manager, store):
        with held_by_another(desk):
            await is_said_and_kept(manager, "Another program is writing the store")
        await is_saved_now(manager, store)


async def test_a_store_that_was_moved_is_said_and_found_again(desk: Desk) -> None:
    async with a_worry_half_typed(desk) as (manager, store):
        moved = desk.path.with_name("elsewhere")
        os.rename(desk.path, moved)
        await is_said_and_kept(manager, "Nothing was saved")
        os.rename(moved, desk.path)
        await is_saved_now(manager, store)


async def test_a_store_that_was_deleted_is_said_and_the_words_can_be_copied_out(desk: Desk) -> None:
    async with a_worry_half_typed(desk) as (manager, _):
        for one in desk.path.parent.iterdir():
            one.unlink()
        await is_said_and_kept(manager, "Nothing was saved; leave and start again.")
        assert not desk.path.exists()

"""The board makes the backup of the day by itself, and says where it cannot."""

import asyncio
import gc
from pathlib import Path
from threading import Event

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.config import Backups, Config
from oversight_tui.services import backups
from oversight_tui.services.journal import newest
from oversight_tui.ui.after_first_frame import LATEST_BEGINNING_SECONDS
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.program import ProgramScreen
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting
from tests.ui.quiet import press


@pytest.fixture
def path(team: Store) -> Path:
    team.close()
    return team.path


async def made(manager: Manager) -> None:
    await manager.settles()
    manager.app.worker.daily_backup.wait()
    await manager.settles()


async def test_opening_the_board_makes_todays_backup_once(path: Path, tmp_path: Path) -> None:
    for _ in range(2):
        async with sitting(open_store(path, backups=tmp_path / "backups"), MONDAY) as manager:
            await made(manager)
            manager.sees("Harbour Team")
            manager.sees_not("backup")
        assert len(list((tmp_path / "backups").iterdir())) == 1


async def test_one_more_is_made_where_it_is_asked_for_in_the_palette_and_it_is_said(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, make = Event(), backups.make

    def made_slowly(wanted: backups.Order, limits: Backups) -> backups.Made | None:
        may_go_on.wait()
        return make(wanted, limits)

    async with sitting(open_store(path, backups=tmp_path / "backups"), MONDAY) as manager:
        await made(manager)
        await manager.types(":backup")
        manager.sees("Make a backup now")
        await manager.presses("enter")
        await made(manager)
        manager.sees("Backup made and checked")
        assert len(list((tmp_path / "backups").iterdir())) == 2
        monkeypatch.setattr(backups, "make", made_slowly)
        monkeypatch.setattr(backups, "order_if_due", backups.order)
        manager.app.worker.daily_backup.make_if_due()
        await manager.settles()
        await manager.types(":backup")
        await manager.presses("enter")
        manager.sees("A backup is being made")  # that of the day, by itself
        may_go_on.set()
        await made(manager)
        manager.sees("Backup made and checked")


async def test_a_backup_that_cannot_be_made_is_said_and_the_keys_go_on(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder was to be")
    async with sitting(open_store(path, backups=tmp_path / "backups"), MONDAY, (200, 50)) as manager:
        await made(manager)
        manager.sees("No backup was made")
        await manager.presses("n")
        manager.sees_not("No backup was made")


async def test_who_opens_it_and_leaves_at_once_has_todays_backup_all_the_same(path: Path, tmp_path: Path) -> None:
    store = open_store(path, backups=tmp_path / "backups")
    await LeavesAtOnce(store, lambda: MONDAY, config=Config(path)).run_async(headless=True, size=(120, 35))
    assert len(list((tmp_path / "backups").iterdir())) == 1
    assert newest(store)[0].what == "backed up"
    store.close()


async def test_who_locks_and_leaves_is_not_kept_by_a_backup(secret: Store, tmp_path: Path) -> None:
    secret.backups = tmp_path / "backups"
    await LocksAndLeaves(secret, lambda: MONDAY, config=Config(tmp_path)).run_async(headless=True, size=(120, 35))
    assert secret.locked
    assert not secret.backups.exists()  # there is no key to make it with: the next start does


async def test_what_waits_for_the_first_frame_begins_though_it_does_not_come(path: Path, tmp_path: Path) -> None:
    store = open_store(path, backups=tmp_path / "backups")
    app = OpensWhatIsNotPainted(store, lambda: MONDAY, config=Config(path))
    async with app.run_test(size=(120, 35)) as pilot:
        await asyncio.sleep(LATEST_BEGINNING_SECONDS)
        await pilot.pause()
        app.worker.daily_backup.finish()
        assert gc.isenabled()
        assert len(list((tmp_path / "backups").iterdir())) == 1
    store.close()


class LeavesAtOnce(OversightApp):
    """Ctrl+Q is there before the first frame is."""

    def on_ready(self) -> None:
        press(self, "ctrl+q")


class LocksAndLeaves(OversightApp):
    """The same, and the screen is locked before."""

    def on_ready(self) -> None:
        self.lock_now()
        press(self, "ctrl+q")


class OpensWhatIsNotPainted(OversightApp):
    """A screen stands on top when it is asked who is painted next, and its turn does not come."""

    def on_ready(self) -> None:
        gc.disable()
        self.push_screen(NeverPainted())


class NeverPainted(ProgramScreen[None]):
    """Something on it is always still to be painted, as on a machine that has too much to do."""

    def _on_timer_update(self) -> None:
        self._update_timer.pause()

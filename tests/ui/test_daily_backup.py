"""The board makes the backup of the day by itself, and says where it cannot."""

from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


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


async def test_a_backup_that_cannot_be_made_is_said_and_the_keys_go_on(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder was to be")
    async with sitting(open_store(path, backups=tmp_path / "backups"), MONDAY, (200, 50)) as manager:
        await made(manager)
        manager.sees("No backup was made")
        await manager.presses("n")
        manager.sees_not("No backup was made")

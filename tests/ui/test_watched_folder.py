"""The board says which list waits in the watched folder, and the import begins with it."""

import os
from datetime import datetime, time, timedelta
from pathlib import Path

from db.engine import Store
from oversight_tui.config import Config
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_the_board_offers_the_list_that_waits_and_the_import_begins_with_it(team: Store, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    path = folder / "caseload.csv"
    path.write_text(
        "Child Unique ID,Case Status,Allocated Team,Allocated Worker\nC1,c) Child in need plan,North,A Khan\n"
    )
    when = datetime.combine(MONDAY - timedelta(days=1), time(16, 2)).astimezone().timestamp()
    os.utime(path, (when, when))
    config = Config(tmp_path / "config.toml", watch_folder=folder)
    async with sitting(team, MONDAY, config=config) as manager:
        await manager.settles()
        manager.app.worker.watched_folder.wait()
        await manager.settles()
        manager.sees("caseload.csv, of yesterday 16:02, is new in")
        manager.sees("Ctrl+O brings it in")
        await manager.presses("ctrl+o")
        await manager.settles()
        await manager.presses("down", "enter")
        manager.sees("✓ caseload.csv")

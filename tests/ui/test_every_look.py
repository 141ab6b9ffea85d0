"""The screens in every theme, at four sizes. OVERSIGHT_LOOKS=FOLDER draws all of them there, to be looked at.

The short form in the suite takes each theme and each size once: the board is painted in the colours of the theme, the
counts are in sight, and nothing is cut off at the right.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.ui.palettes import LOOKS
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

FOUR_SIZES = (*SIZES, (40, 12))
FOLDER = os.environ.get("OVERSIGHT_LOOKS")
PICTURES = {
    "board": (),
    "decision": ("1", "d"),
    "talk": ("1", "t"),
    "child": ("1", "enter"),
    "worker": ("2", "enter"),
    "session": ("2", "V"),
    "palette": ("colon", "a"),
    "keys": ("question_mark",),
    "calendar": ("Z",),
    "actions": ("L",),
    "settings": ("comma", "n", "n", "n", "j", "j", "enter"),
}


async def test_every_theme_and_every_size_shows_the_board(team: Store, tmp_path: Path) -> None:
    async with sitting(team, MONDAY, FOUR_SIZES[0], config=Config(tmp_path / "config.toml")) as manager:
        for looks, (width, height) in zip(LOOKS, FOUR_SIZES, strict=True):
            manager.app.theme = looks.name
            await manager.resizes(width, height)
            drawn = manager.app.export_screenshot(title="Oversight", simplify=True)
            palette = looks.palettes["16 million"]
            assert palette.ground in drawn
            assert palette.alarm in drawn
            manager.sees("urgent")
            assert max(len(line) for line in manager.screen) <= width


@pytest.mark.skipif(not FOLDER, reason="OVERSIGHT_LOOKS names no folder to draw in")
@pytest.mark.parametrize("size", FOUR_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_all_of_it_is_drawn_to_be_looked_at(team: Store, tmp_path: Path, size: tuple[int, int]) -> None:
    folder = Path(FOLDER or "")
    os.makedirs(folder, exist_ok=True)
    async with sitting(team, MONDAY, size, made_up=True, config=Config(tmp_path / "config.toml")) as manager:
        board = manager.app.screen
        for picture, keys in PICTURES.items():
            await manager.presses(*keys)
            await manager.pilot.pause(0.3)  # the story beside the board comes a moment after the cursor
            for looks in LOOKS:
                manager.app.theme = looks.name
                await manager.settles()
                draws(manager, folder / f"{picture}-{size[0]}-{looks.name.removeprefix('oversight-')}.svg")
            while manager.app.screen is not board:
                await manager.presses("escape")


def draws(manager: Manager, picture: Path) -> None:
    picture.write_text(manager.app.export_screenshot(title=picture.stem), "utf-8")

"""The pictures in the README are the board as it looks now. OVERSIGHT_PICTURES=draw draws them anew."""

import os
from pathlib import Path

import pytest

from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@pytest.mark.file_store("they show what is said of a plain store")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_picture_is_the_board_as_it_looks_now(team: Store, size: tuple[int, int]) -> None:
    picture = PICTURES / f"board-{size[0]}.svg"
    async with sitting(team, MONDAY, size, made_up=True) as manager:
        await manager.pilot.pause(0.3)  # the story beside the board at 200 columns comes a moment after the cursor
        await manager.settles()
        drawn = manager.app.export_screenshot(title="Oversight", simplify=True)
    if os.environ.get("OVERSIGHT_PICTURES") == "draw":
        picture.write_text(drawn, "utf-8")
    assert picture.read_text("utf-8") == drawn, "draw it anew with OVERSIGHT_PICTURES=draw, and look at it"

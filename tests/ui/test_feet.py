"""The line of keys at the foot of a screen: its own keys, then what leads on, and last what goes back."""

from __future__ import annotations

import re

import pytest

from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

# From the board, the keys that lead to a screen with a foot of its own.
SCREENS = {
    "a child's page": ("1", "enter"),
    "a worker's page": ("2", "enter"),
    "their children": ("2", "enter", "tab"),
    "a session": ("2", "V"),
    "the calendar": ("Z",),
    "all actions": ("L",),
    "the settings": ("comma",),
    "the keys": ("question_mark",),
    "the palette": ("colon",),
    "the themes": ("comma", "j", "enter"),
}


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_esc_stands_last_at_every_foot_and_never_goes_for_want_of_room(
    team: Store, size: tuple[int, int]
) -> None:
    async with sitting(team, MONDAY, size) as manager:
        board = manager.app.screen
        assert re.search(r"\? Keys +(q Quit +)?$", manager.screen[-1])
        for where, keys in SCREENS.items():
            await manager.presses(*keys)
            assert any(re.search(r"\besc (Back|Close) *(│|$)", line) for line in manager.screen), where
            foot = next((line for line in manager.screen if "? Keys" in line and "esc Back" in line), "")
            leads_on = [foot.index(word) for word in (": Find", "? Keys", "q Quit", "esc Back") if word in foot]
            assert leads_on == sorted(leads_on), where
            for _ in range(4):
                if manager.app.screen is not board:
                    await manager.presses("escape")

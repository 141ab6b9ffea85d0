"""A list stands back with its row and its edge, while a form, a window or an editor has the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting


def painted_at(manager: Manager, x: int, y: int) -> Style:
    """How a cell of the terminal is painted."""
    strip = manager.app.screen._compositor.render_strips()[y].crop(x, x + 1)
    return next(iter(strip)).style or Style()


def looks_of(rows: LineList) -> tuple[str, str]:
    """The grounds of a cursor that has the keys, and of one that has not."""
    theme = rows.app.theme_variables
    return theme["block-cursor-background"], theme["block-cursor-blurred-background"]


def ground_at(manager: Manager, rows: LineList) -> str:
    """The ground on which the row at the cursor stands."""
    colour = painted_at(manager, rows.content_region.x + 2, rows.cursor_line).bgcolor
    return colour.get_truecolor().hex if colour is not None else ""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_under_a_form_or_the_palette_the_board_stands_back(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("1")
        today = manager.pane("today")
        bright, quiet = looks_of(today)
        assert ground_at(manager, today) == bright
        for opens in ("d", "colon", "u"):
            await manager.presses("j", "j", opens)
            if opens != "colon":  # which lies over the row at some sizes
                assert ground_at(manager, today) == quiet
            if size[0] > 80:  # where panes have edges
                whole = today.region
                x = whole.right - 1 if opens == "colon" and size[0] < 200 else whole.x  # what is not covered of it
                y = whole.bottom - 1 if opens == "colon" and size[0] >= 200 else whole.y
                edge = painted_at(manager, x, y).color
                assert edge is not None
                assert edge.get_truecolor().hex == manager.app.theme_variables["border-blurred"].lower()
            await manager.presses("escape", "k", "k")
            assert ground_at(manager, today) == bright


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_while_a_value_is_typed_one_sees_of_which_setting(
    team: Store, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with sitting(team, MONDAY, size, config=Config(tmp_path / "config.toml")) as manager:
        await manager.presses("comma", "n", "n", "n", "j", "j")
        settings = manager.app.screen.query_one("#list", LineList)
        bright, quiet = looks_of(settings)
        assert ground_at(manager, settings) == bright
        await manager.presses("enter")
        assert ground_at(manager, settings) == quiet
        manager.sees("A worker's supervision: overdue")
        await manager.presses("escape")
        assert ground_at(manager, settings) == bright

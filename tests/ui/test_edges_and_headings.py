"""Nothing is said twice over what it stands under, touches the edge it stands beside, or is cut without a mark."""

from __future__ import annotations

import pytest

from db.engine import Store
from oversight_tui.ui.widgets.text_block import TextBlock
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_what_a_row_unfolds_says_with_a_mark_that_it_goes_on(team: Store) -> None:
    async with sitting(team, MONDAY, (40, 12)) as manager:
        manager.sees("never looked at again, 6 days past…")
        await manager.presses("G")
        assert "…" not in manager.screen[-2], "one that is whole has no mark"


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (200, 50)], ids=str)
async def test_a_worker_and_whose_session_it_is_are_named_once(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("2", "g", "enter")
        name = "Siân Llewellyn"
        manager.sees(f"Worker {name}", "Social worker · 1 FTE")
        manager.sees_not(f"{name} ·")
        await manager.presses("V")
        manager.sees(f"Supervision with {name}")
        manager.sees_not(f"worker {name}")


async def test_words_stand_clear_of_the_edges_of_the_terminal_and_of_their_frame(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        detail = manager.app.screen.query_one("#detail", TextBlock)
        told = manager.screen[detail.content_region.y : detail.content_region.bottom]
        assert told
        assert all(line.startswith(" ") and not line[79:].strip() for line in told)
        await manager.presses("2", "V")
        assert not any(line.rstrip("│").endswith("…") and "Looked at again" in line for line in manager.screen)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)], ids=str)
async def test_the_keys_stand_in_a_frame_and_what_has_none_says_so_in_their_column(
    team: Store, size: tuple[int, int]
) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("question_mark")
        assert manager.screen[1].startswith("╭─ Keys ─")
        assert "╰" in manager.screen[-2]
        await manager.types("legal hold on")
        manager.sees("no key", "(: finds")
        await manager.presses("escape", "question_mark")
        if size[0] > 40:
            await manager.presses("pagedown")
            manager.sees("no key  A legal hold")
            manager.sees_not("finds it")
        await manager.presses("end")
        manager.sees("What has no key is found with :")


async def test_what_bars_are_of_is_said_of_the_worker_who_is_selected(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        manager.sees_not("of the limit")
        await manager.presses("2", "g")
        manager.sees("the most anybody holds here")

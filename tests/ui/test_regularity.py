"""The last twelve months of each worker's supervision, by name: months at a glance, gaps in words."""

import pytest

from db.engine import Store
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_worker_by_name_and_the_gaps_of_one_in_words(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("percent_sign")
        listed = manager.app.screen.query_one("#list", LineList)
        names = [line.cells[0].text for line in listed.lines]
        manager.sees(f"Supervision in the last twelve months, by name: {len(names)}", "over limit")
        assert names == sorted(names)
        if size[0] >= 120:
            manager.sees("over limit  Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov")
        await manager.presses(*["down"] * names.index("Comfort Asante"))
        manager.sees("Comfort Asante: ", " held, ", "gaps over the ideal, ")
        manager.sees("none held yet: 40 days, 9 days over the limit")
        await manager.presses("enter")
        manager.sees("Nov 2025 ", "Jan 2026 ")
        await manager.presses("h")
        manager.sees_not("Comfort")
        await manager.presses("h", "escape", "escape")
        manager.sees("n Next overdue")

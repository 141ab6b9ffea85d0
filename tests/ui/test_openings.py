"""A page that is opened on the screen is in the journal once; what is shown beside the board is not."""

from db.engine import Store
from oversight_tui.services import journal
from tests.made_once import MONDAY
from tests.ui.manager import sitting


def opened(store: Store) -> int:
    return sum(row.what == "opened" for row in journal.rows(store))


async def test_each_opening_is_one_line_and_a_preview_is_none(team: Store) -> None:
    before = opened(team)
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("5", "g", "down", "up")
        assert opened(team) == before
        await manager.presses("enter")
        assert opened(team) == before + 1
        await manager.presses("n", "asterisk")  # marked, and so the page is read again
        assert opened(team) == before + 1
        await manager.presses("escape", "2", "enter")
        assert opened(team) == before + 2
        await manager.presses("escape", "V")
        assert opened(team) == before + 3

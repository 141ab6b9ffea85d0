"""The key that takes something back is named where it does so, and nowhere else."""

from db.engine import Store
from oversight_tui.services.files import child_page
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_on_a_page_the_key_is_named_and_takes_back(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("enter", "w")
        await manager.types("Zeppelin")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for", "u undoes it")
        await manager.presses("u")
        manager.sees("(as you left it)", "Zeppelin")
    (made,) = [one for one in child_page(team, child, MONDAY).entries if one.text.startswith("Zeppelin")]
    assert made.withdrawn


async def test_in_a_list_where_the_key_does_nothing_it_is_not_named(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("z", "v", "G", "l")
        await manager.types("A claim")
        await manager.presses("ctrl+s")
        manager.sees("A claim")
        manager.sees_not("undoes it")
        await manager.presses("escape", "u")
        manager.sees("(as you left it)", "A claim")

"""Children marked one after the other are said to have been seen with one key, as its help says."""

from db.engine import Store
from oversight_tui.practice.ids import ChildId
from oversight_tui.services.board import load_board
from tests.made_once import MONDAY
from tests.ui.manager import sitting


def seen(store: Store) -> set[ChildId]:
    return {row.child.id for row in load_board(store, MONDAY).children if row.child.last_seen == MONDAY}


async def test_the_key_acts_on_all_who_are_marked(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "space", "space", "space")
        manager.sees("y says seen")
        marked = {about.child for about in manager.app.board_screen.marks}
        await manager.presses("y")
        manager.sees_not("this is about one row")
        await manager.presses("ctrl+s")
        manager.sees_not("◆")
    assert len(marked) == 3
    assert seen(team) >= marked


async def test_with_workers_marked_it_says_why_not_and_is_about_nobody_else(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2", "g", "space", "5", "g")
        for key in ("y", "a"):
            await manager.presses(key)
            manager.sees("of those marked nobody is one")


async def test_one_decision_is_not_about_a_worker_and_a_child_who_are_both_marked(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2", "g", "space", "5", "g", "space")
        for key in ("d", "D"):
            await manager.presses(key)
            manager.sees("is for their own file: mark one sort only")
            manager.sees_not("Decide about")

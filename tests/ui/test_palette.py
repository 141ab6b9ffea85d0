"""The palette: whoever and whatever one can name in a few letters."""

from db.engine import Store
from oversight_tui.services.board import load_board
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_a_worker_and_a_child_by_a_few_letters_with_or_without_accents(team: Store) -> None:
    child = load_board(team, MONDAY).children[3].child
    async with sitting(team, MONDAY) as manager:
        await manager.presses("colon", *"sian")
        manager.sees("Siân Llewellyn")
        await manager.presses("enter")
        manager.sees("Worker Siân Llewellyn")
        await manager.presses("escape", "ctrl+p", *child.reference.lower(), "enter")
        manager.sees(f"Child {child.reference}")


async def test_any_key_by_its_words(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("n", "colon", *"same-day", "space", *"record", "enter")
        manager.sees("Same-day discussion C-")
        await manager.presses("escape", "colon", *"qqqq")
        manager.sees("Nothing and nobody goes by that")
        await manager.presses("enter")
        assert manager.here == "today"


async def test_names_that_are_hidden_are_hidden_here_too(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("h", "colon", *"worker")
        manager.sees_not("Llewellyn")

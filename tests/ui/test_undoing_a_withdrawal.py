"""What was taken back or put right, and is undone: nothing opens in which the same keys would do it again unseen."""

from db.engine import Store
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import ChildId
from oversight_tui.services.files import child_page
from oversight_tui.ui.screens.page import PageScreen
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def written(store: Store, child: ChildId) -> Entry:
    (found,) = [
        one for one in child_page(store, child, MONDAY).entries if one.text.startswith("Zeppelin") and not one.replaced
    ]
    return found


async def raises_a_worry_on_a_page(manager: Manager) -> ChildId:
    await manager.presses("5", "g")
    child = manager.child
    await manager.presses("enter", "w")
    await manager.types("Zeppelin")
    manager.puts(severity="3")
    await manager.presses("ctrl+s")
    await manager.presses("n")
    manager.sees("Zeppelin")
    return child


async def test_a_withdrawal_that_is_undone_opens_no_form_in_which_it_would_be_made_again(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        child = await raises_a_worry_on_a_page(manager)
        await manager.presses("x")
        await manager.types("On the wrong file")
        await manager.presses("ctrl+s", "y")
        assert written(team, child).withdrawn
        await manager.presses("u")
        assert isinstance(manager.app.screen, PageScreen)
        manager.sees("Taken back: the withdrawal of the worry", "U brings")
        assert not manager.app.screen.show_vertical_scrollbar  # else what is said would be scrolled out of sight
        await manager.presses("enter", "enter", "y")
        await manager.settles()
    assert not written(team, child).withdrawn


async def test_a_correction_that_is_undone_waits_in_its_own_form_and_opens_none(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await raises_a_worry_on_a_page(manager)
        await manager.presses("e")
        await manager.types("Airship")
        await manager.presses("ctrl+s", "u")
        assert isinstance(manager.app.screen, PageScreen)
        await manager.presses("n", "e")
        manager.sees("(as you left it)", "Airship")


async def test_a_draft_of_such_a_form_opens_with_whom_and_which_entry_it_is_about(team: Store) -> None:
    """Also where the entry stands on a page alone, and has no row on the board."""
    async with sitting(team, MONDAY) as manager:
        child = await raises_a_worry_on_a_page(manager)
        await manager.presses("c", "x")
        await manager.types("On the wrong file")
        await manager.presses("escape", "escape", "full_stop")
        reference = child_page(team, child, MONDAY).row.child.reference
        manager.sees("Withdraw an entry", f"about {reference}", "Why it is taken back: Zeppelin", "(as you left it)")
        await manager.presses("escape")
        await manager.presses("5", "enter", "n", "e")
        await manager.types("Airship")
        await manager.presses("escape", "escape", "full_stop")
        manager.sees("Correct ", f"about {reference}", "(as you left it)", "Airship")

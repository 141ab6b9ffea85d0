"""A manager looks at the board as it stood on a past day, finds that nothing is recorded there, and comes back."""

from db.engine import Store
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Undo
from oversight_tui.services.board import load_board
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.looking_back import LOOKS
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

OCTOBER = MONDAY.replace(month=10, day=30)
SAID = "as at Fri 30 Oct 2026"


async def test_the_board_of_a_past_day_says_so_and_esc_goes_back(team: Store) -> None:
    entries = team_entries(team)
    for size in SIZES:
        async with sitting(team, MONDAY, size) as manager:
            await manager.presses("less_than_sign")
            await manager.types("30 Oct")
            await manager.presses("ctrl+s")
            await manager.settles()
            manager.sees(SAID)
            assert not {"Decide", "Talk", "Worry"} & set(manager.screen[-1].split())  # no key that would do nothing
            then = load_board(team, OCTOBER)
            assert manager.app.board_screen.board is not None
            assert manager.app.board_screen.board.counts == then.counts
            await manager.presses("d")
            manager.sees("You are looking at Fri 30 Oct 2026. Esc on the board goes back to today.")
            await manager.presses("escape")
            await manager.settles()
            manager.sees("Back to today.")
            await manager.presses("down", "down")
            assert "Decide" in manager.screen[-1] or "Decide" in manager.text
            manager.sees_not(SAID)
    assert team_entries(team) == entries


async def test_a_page_of_a_past_day_says_so_and_what_it_leaves_out(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await look_at_october(manager)
        await manager.presses("enter")
        await manager.settles()
        manager.sees(SAID, "not shown")
        await manager.presses("d")
        manager.sees("You are looking at Fri 30 Oct 2026")


async def test_no_way_past_the_keys_records_anything(team: Store) -> None:
    entries = team_entries(team)
    async with sitting(team, MONDAY) as manager:
        await look_at_october(manager)
        manager.app.worker.record(Undo(agreed_to=EntryId(1)))
        await manager.settles()
        manager.sees("Nothing was recorded; go back to today first.")
    assert team_entries(team) == entries


async def test_a_day_long_past_is_looked_at_without_a_question(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("less_than_sign")
        await manager.types("30 June")
        manager.sees("Tue 30 Jun")
        manager.sees_not("more than a month ago")
        await manager.presses("ctrl+s")
        await manager.settles()
        manager.sees("as at Tue 30 Jun 2026")


async def test_a_day_to_come_is_not_looked_back_at(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("less_than_sign")
        await manager.types("today")
        await manager.presses("ctrl+s")
        manager.sees("A day that has passed is looked at: Sun 22 Nov 2026, or one before it.")
        await manager.presses("escape", "less_than_sign")
        manager.sees_not("as you left it")
        await manager.types("1/1/1900")
        await manager.presses("ctrl+s")
        manager.sees("No day before Mon 14 Oct 1991 is looked at")


async def test_a_board_that_is_opened_on_a_past_day_says_so_and_records(team: Store) -> None:
    async with sitting(team, OCTOBER) as manager:
        manager.sees(SAID)
        await manager.presses("d")
        manager.sees("Because")


async def test_a_board_that_is_opened_by_what_was_recorded_says_so_and_records_nothing(team: Store) -> None:
    team.recorded_by = MONDAY
    async with sitting(team, MONDAY) as manager:
        manager.sees("as at Mon 23 Nov 2026")
        await manager.presses("d")
        manager.sees("You are looking at Mon 23 Nov 2026")


def test_of_the_keys_of_the_board_those_that_record_wait() -> None:
    waits = {action.id for action in BOARD} - LOOKS
    assert {"decide", "talk", "worry", "undo", "redo", "import_lists", "withdraw", "whose_board", "settings"} <= waits


def team_entries(store: Store) -> int:
    with store.reading():
        return int(store.row("SELECT COUNT(*) FROM entry")[0])


async def look_at_october(manager: Manager) -> None:
    await manager.presses("less_than_sign")
    await manager.types("30 Oct")
    await manager.presses("ctrl+s")
    await manager.settles()
    manager.sees(SAID)

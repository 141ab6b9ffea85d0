"""Which action it is that is answered, and a day by which it is to be done that was typed wrong."""

from datetime import date, timedelta

from db.engine import Store
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import ActionRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from tests.made_once import C1, MONDAY
from tests.ui.manager import sitting

DAY = timedelta(days=1)


async def test_of_two_actions_of_a_child_the_form_says_which_is_answered_and_a_wrong_day_is_put_right(
    small: Store,
) -> None:
    for what, by in (("Ring the school nurse", MONDAY - DAY), ("Book the dentist", MONDAY + 3 * DAY)):
        record.add_action(small, ActionRequest(AboutChild(C1), what, "Amira Khan", by, MONDAY - 9 * DAY), MONDAY)
    async with sitting(small, MONDAY, (80, 24)) as manager:
        await manager.presses("L", "j", "P")
        manager.sees("Action Book the dentist")
        await manager.presses("escape", "e")
        manager.sees("By when")
        manager.puts(by="2 Dec")
        await manager.presses("ctrl+s")
        manager.sees("corrected; the earlier version can still be read", "by 2 Dec")
        await manager.presses("P", "l", "tab", *"+2w", "tab", *"Ill", "ctrl+s", "e")
        manager.puts(by="9 Dec")
        await manager.presses("ctrl+s")
        manager.sees("This action was carried over, and the day it was carried")
    due = {row.item.text: row.item.due_on for row in load_board(small, MONDAY).actions}
    assert due == {"Ring the school nurse": MONDAY - DAY, "Book the dentist": date(2026, 12, 7)}


async def test_a_letter_that_is_no_choice_is_said_until_the_next_that_is_one(small: Store) -> None:
    record.add_action(
        small, ActionRequest(AboutChild(C1), "Ring the school nurse", "Amira Khan", MONDAY, MONDAY), MONDAY
    )
    async with sitting(small, MONDAY) as manager:
        await manager.presses("L", "P", "l", "x")
        manager.sees("Press y, n, l.")
        await manager.presses("a")  # as one types "later"
        manager.sees_not("Press y, n, l.")
        await manager.presses("x", "tab")
        manager.sees_not("Press y, n, l.")

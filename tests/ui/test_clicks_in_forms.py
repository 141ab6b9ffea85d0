"""One click in a form reaches what was under the pointer, and what was chosen stays in sight."""

import pytest

from db.engine import Store
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.widgets.chips import Chips
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


async def opens_a_worry(manager: Manager) -> None:
    await manager.presses("5", "g", "w")
    manager.sees("A worry about", "What was seen or heard")


@pytest.mark.parametrize("size", [(80, 24), (120, 35)])
async def test_a_click_on_the_field_below_the_hint_reaches_it(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await opens_a_worry(manager)
        await manager.presses("tab")
        manager.sees("What happens to the child then")
        await manager.presses_the_mouse(" 3 ")
        assert manager.app.screen.query_one("#severity", Chips).chosen == "3"
        manager.sees("[3]", "1 to 5; Backspace takes it back")  # what is said there comes once the button is up
        await manager.presses_the_mouse("Who is worried")
        assert manager.here == "who"
        await manager.types("Gran")
        assert manager.app.screen.query_one("#who", FieldInput).text == "Gran"


async def test_one_click_saves_while_a_hint_is_shown_also_from_a_form_at_the_top(team: Store) -> None:
    async with sitting(team, MONDAY, (100, 28)) as manager:
        await manager.presses("5", "G", "p")
        assert manager.app.screen.has_class("-over"), manager.text
        await manager.types("Ring school")
        manager.puts(by="fri")
        await manager.presses("tab", "tab")
        manager.sees("fri, +2w, 3 Apr")
        await manager.presses_the_mouse("[ Save ]")
        manager.sees("Action for")


async def test_what_is_decided_stays_in_sight_with_the_words_for_it(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g", "d")
        for letter in ("v", "c", "o"):
            await manager.presses(letter)
            manager.sees("Kind  ", f"[{letter} ", "│ What  ")
            assert manager.here == "text"
            await manager.presses("shift+tab")
            manager.sees("Kind  ", f"[{letter} ")
        await manager.presses("c")
        manager.puts(because="One line\n" * 8)
        await manager.presses(*["tab"] * 7)
        manager.sees_not("Kind  ")
        await manager.presses(*["shift+tab"] * 7)
        assert manager.here == "text"
        manager.sees("[c ", "│ What  ")

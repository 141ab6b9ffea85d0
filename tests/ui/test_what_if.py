"""What if, asked in line of sight: a small form, and the page with the answer. Nothing is recorded."""

from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

TALL = (120, 120)


async def ask(manager: Manager, **typed: str) -> None:
    await manager.presses("w")
    manager.puts(**typed)
    await manager.presses("ctrl+s")


async def test_the_answer_stands_on_the_page_of_the_pressures(team: Store) -> None:
    async with sitting(team, MONDAY, TALL) as manager:
        await manager.presses("circumflex_accent", "3")
        manager.sees("If nothing changes", "In 4 weeks", "now: 19 (over), short by 5")
        manager.sees_not("What if Comfort", "what if:")
        await manager.presses("w")
        manager.sees("What if, in Harbour Team", "Whose last day it is", "[ Ask ] Ctrl+S")
        await manager.types("Comfort Asante")
        await manager.presses("enter")
        await manager.types("+4w")
        await manager.presses("ctrl+s")
        manager.sees("What if Comfort Asante leaves on Mon 21 Dec 2026", "what if: not here")
        await manager.presses("h")
        manager.sees("What if CA leaves on Mon 21 Dec 2026")
        manager.sees_not("Asante", "Nadia")
        await ask(manager)
        manager.sees_not("What if CA", "what if:")


async def test_what_cannot_be_is_said_in_the_form_and_what_was_typed_stays(team: Store) -> None:
    async with sitting(team, MONDAY, TALL) as manager:
        await manager.presses("circumflex_accent", "3")
        await ask(manager, back_1_who="Comfort Asante", back_1_on="+1w", more="two")
        manager.sees("Children more a week are a whole number, such as 2, or -1 for one fewer.")
        manager.puts(more="2")
        await manager.presses("ctrl+s")
        manager.sees("Comfort Asante is not away, so nothing changes when they are back.")
        manager.puts(back_1_who="Nadia Rehman")
        await manager.presses("ctrl+s")
        manager.sees("Nadia Rehman is back on Mon 30 Nov 2026 and 2 children a week more come")

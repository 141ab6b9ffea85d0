"""Who is understood to see to something is said while it can still be put right."""

from db.engine import Store
from oversight_tui.services.board import load_board
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_a_slip_in_who_does_an_action_is_seen_before_it_is_saved(team: Store) -> None:
    name = next(row.worker.name for row in load_board(team, MONDAY).workers if row.worker.name.startswith("Marek"))
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g", "p")
        await manager.types("Ring school")
        await manager.presses("tab")  # who stands there from the beginning is typed over
        await manager.types("marektoday")
        manager.sees("No worker here is called that.", f"Is {name} meant?", "outside: name")
        await manager.presses("tab")
        manager.sees(f"Is {name} meant?")  # it stays there once one has gone on
        await manager.types("fri")
        await manager.presses("ctrl+s")
        manager.sees("'marektoday' is nobody of the team")
        manager.puts(owner="marek")
        await manager.settles()
        manager.sees(f"→ {name}")
        manager.puts(owner="outside: Marek's gran")
        await manager.settles()
        manager.sees("→ somebody outside the team: Marek's gran")
        await manager.presses("ctrl+s")
        manager.sees("Action for", "Marek's gran, by")


async def test_nothing_is_said_of_a_whole_name_nor_while_names_are_hidden(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g", "p")
        for owner in (load_board(team, MONDAY).workers[0].worker.name, "me", ""):
            manager.puts(owner=owner)
            await manager.settles()
            manager.sees_not("No worker here", "→")
        await manager.presses("f8", "y", "h", "5", "g", "p")
        manager.puts(owner="marek")
        await manager.settles()
        manager.sees_not("→", "Marek N", "No worker here")

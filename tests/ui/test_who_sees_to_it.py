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
        assert manager.here == "owner"
        manager.app.screen.query_one("#by").focus()
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


async def test_a_who_that_the_store_refuses_is_said_at_its_field_and_the_focus_is_there(team: Store) -> None:
    """Of a name that is nobody's, and of one that fits two; among several names and in several fields too."""
    reference = next(row.child.reference for row in load_board(team, MONDAY).children)
    to_be_put_right = "Not saved: 1 field above is to be put right."
    async with sitting(team, MONDAY, (80, 35)) as manager:

        async def is_refused_at(field: str, **typed: str) -> None:
            manager.puts(**typed)
            manager.app.screen.query("#text, #starts").first().focus()
            await manager.presses("ctrl+s")
            assert manager.here == field
            manager.sees(to_be_put_right)

        await manager.presses("5", "g", "p")
        await is_refused_at("owner", text="Ring school", owner="marektoday", by="fri")
        manager.sees("'marektoday' is nobody of the team")
        await is_refused_at("owner", owner="a")
        manager.sees("'a' could be")
        await manager.presses("escape")
        await manager.presses("5", "g", "X")
        await is_refused_at("others", children=reference, text="All agreed.", others="Marek, Nobody Known")
        manager.sees("There is no worker 'Nobody Known' here.")
        await is_refused_at("action_1_owner", others="", action_1="Ring school; nobody known; fri")
        manager.sees("'nobody known' is nobody of the team")
        await manager.presses("escape")
        await manager.presses("2", "g", "E")
        await is_refused_at("supervisor", supervisor="Priya Lead")
        manager.sees("'Priya Lead' is nobody of the team")
        await is_refused_at("second_supervisor", supervisor="", second_supervisor="Priya Lead")
        manager.puts(supervisor="Priya Lead")
        await manager.presses("ctrl+s")
        assert manager.here == "supervisor"
        manager.sees("Not saved: 2 fields above are to be put right.")

"""A worry that nothing would bring back is asked about, one of no child's row names its child, a no is answered."""

from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.field import FieldInput
from tests.made_once import MONDAY
from tests.ui.manager import sitting

ASKS = "nothing brings this worry back"


def worries(store: Store) -> list[str]:
    return [row.item.shown for row in load_board(store, MONDAY).worries]


async def test_a_worry_with_neither_severity_nor_day_is_asked_about_before_it_is_saved(team: Store) -> None:
    before = len(worries(team))
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Home alone")
        await manager.presses("ctrl+s")
        manager.sees(ASKS, "[ Yes ] y")
        assert len(worries(team)) == before
        await manager.presses("x")
        assert manager.here == "severity"  # where it is put right
        manager.sees("Not saved yet. The x was not typed.")
        await manager.presses("3")
        manager.sees_not("Not saved yet")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised")  # with one of the two nothing is asked
        await manager.presses("w")
        await manager.types("Home alone again")
        manager.puts(review="fri")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised")
        await manager.presses("w")
        await manager.types("Home alone once more")
        await manager.presses("ctrl+s", "y")
        manager.sees("Worry raised", "no severity said")
    assert len(worries(team)) == before + 3


async def test_a_worry_on_a_row_of_no_child_asks_which_child_it_is(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        row = next(one for one in load_board(team, MONDAY).children if one.child.name)
        await manager.presses("2", "g", "w")
        manager.sees("A worry ", "Child ", "Whom it is about: reference or name")
        assert manager.here == "child"
        await manager.presses("tab")
        await manager.types("Seen alone in town")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Say who it is")
        await manager.types("Z-0000")
        await manager.presses("ctrl+s")
        manager.sees("There is no child with the reference 'Z-0000'")
        assert manager.here == "child"
        await manager.presses("ctrl+u", "escape", "full_stop")  # the draft of it opens again
        manager.sees("A worry ", "Seen alone in town")
        manager.app.screen.query_one("#child", FieldInput).focus()
        child = manager.app.screen.query_one("#child", FieldInput)
        await manager.types(str(row.child.name)[:-1])
        assert row.child.reference not in child.text
        await manager.presses("tab")
        assert child.text.startswith(row.child.reference), "the one child of that name is taken"
        manager.puts(child=f"{row.child.reference}, ")  # as where several are named
        await manager.presses("ctrl+s")
        manager.sees(f"Worry raised for {row.child.reference}")
    (raised,) = [one for one in load_board(team, MONDAY).worries if one.item.shown == "Seen alone in town"]
    assert raised.item.child_id == row.child.id


async def test_what_is_not_thrown_away_is_said_to_be_kept(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Home alone")
        for key, says in (
            ("n", "Kept: nothing was thrown away."),
            ("q", "Kept: nothing was thrown away. The q was not typed."),
            ("escape", "Kept: nothing was thrown away."),
            ("f8", "Kept: nothing was thrown away."),
        ):
            await manager.presses("f8")
            manager.sees("y throws away")
            await manager.presses(key)
            manager.sees(says, "Home alone")
            assert manager.here == "text"
        await manager.types(" today")
        manager.sees("Home alone today")
        manager.sees_not("Kept:")
        await manager.presses("f8", "y")
        manager.sees("What was typed was thrown away.")

"""A child was seen, came back, was not heard: typed on the screen, and ended there."""

from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.field import FieldInput
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


async def says_of(manager: Manager, **typed: str) -> None:
    """Fill the form that `Y` opens, and save it."""
    await manager.presses("Y")
    for field, text in typed.items():
        manager.app.screen.query_one(f"#{field}", FieldInput).text = text
    await manager.presses("enter")


async def test_a_child_was_seen_and_the_return_interview_is_ended_on_the_screen(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("y", "enter")
        manager.sees("seen Mon 23 Nov 2026")
        await says_of(manager, what="came", day="today")
        manager.sees("is not recorded as missing on Mon 23 Nov 2026")
        await manager.presses("escape")
        await says_of(manager, what="missing", day="today")
        await says_of(manager, what="came", day="today")
        manager.sees("came back Mon 23 Nov 2026")
        kinds = {row.kind for row in load_board(team, MONDAY).attention_to_child(child)}
        assert "missing_child" in kinds
        ended = {"what": "return interview declined", "day": "today", "because": "She wants it left", "who": "Herself"}
        await says_of(manager, **ended)
        manager.sees("return interview declined Mon 23 Nov 2026")
        assert "missing_child" not in {row.kind for row in load_board(team, MONDAY).attention_to_child(child)}

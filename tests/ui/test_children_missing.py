"""A child who is not in the latest list, at the screen: W on the row says what became of them."""

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import ChildChange, ImportWrite, SnapshotFacts
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.words.text import match_key
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_the_row_of_a_child_in_no_list_is_answered_on_it_and_that_is_undone(team: Store) -> None:
    child = next(row.child for row in load_board(team, MONDAY).children if row.child.missing_since is None)
    snapshot = SnapshotFacts("annex_a", "a.xlsx", "2" * 64, MONDAY, ("6",), (child.team or "",), {})
    left_out = ChildChange(child.reference, child.id, missing=True)
    writes.apply_import(team, ImportWrite(snapshot, (), (left_out,)), "Me", match_key)

    def asked() -> list[str]:
        return [attention_key(row) for row in load_board(team, MONDAY).attention_to_child(child.id) if row.kind == KIND]

    (row,) = asked()
    async with sitting(team, MONDAY) as manager:
        await manager.presses("1")
        manager.pane("today").select(row)
        await manager.settles()
        await manager.presses("W")
        manager.sees(f"Not in the latest list: {child.reference}", "still ours")
        manager.puts(became="still ours", because="The list was made before the transfer")
        await manager.presses("ctrl+s")
        manager.sees(f"{child.reference} is still ours")
        assert asked() == []
        await manager.presses("u")
        await manager.settles()
        assert asked() == [row]
        manager.pane("today").select(row)
        await manager.settles()
        await manager.presses("W")
        manager.puts(became="closed", because="Stepped down", on="today")
        await manager.presses("ctrl+s")
        manager.sees("is closed from Mon 23 Nov 2026")
        assert child.id not in {one.child.id for one in load_board(team, MONDAY).children}
        await manager.presses("u")
        manager.sees(f"Take back the closing about {child.reference}, of Mon 23 Nov")
        await manager.presses("y")
        await manager.settles()
    assert asked() == [row]
    assert child.id in {one.child.id for one in load_board(team, MONDAY).children}


KIND = "not_in_latest_list"

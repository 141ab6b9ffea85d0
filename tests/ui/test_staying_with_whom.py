"""The cursor stays with whom it was on: the next key is about the child it was meant for."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.requests import ChildDateRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_it_follows_the_child_who_came_back_and_stands_on_no_other_who_is_missing(team: Store) -> None:
    held = [row.child for row in load_board(team, MONDAY).children if row.worker][:3]
    for days, child in enumerate(held, start=1):
        gone = MONDAY - timedelta(days=days)
        record.record(team, ChildDateRequest(child.id, "missing_from", gone), MONDAY)
    missing = [row for row in load_board(team, MONDAY).attention if row.kind == "missing_child"]
    first = missing[1]  # on returning they are ranked after the one who is still missing
    async with sitting(team, MONDAY) as manager:
        manager.pane("today").select(attention_key(first))
        await manager.presses("Y")
        manager.puts(what="came back")
        manager.puts(day="today")
        await manager.presses("ctrl+s")
        manager.sees("came back")
        selection = manager.app.board_screen.selection
        assert selection.child_id == first.child_id
        assert manager.pane("today").key != attention_key(first), "it is another row of the same child"


async def test_after_a_decision_for_the_marked_rows_it_stays_in_their_pane(team: Store) -> None:
    for decides in ("D", "d"):
        async with sitting(team, MONDAY) as manager:
            await manager.presses("5", "g", "space", "space")
            child = manager.child
            await manager.presses(decides, "k", "1", "enter")
            manager.sees("Decision recorded for 2")
            manager.sees_not("urgent, overdue or never")
            assert (manager.here, manager.child) == ("caseload", child)


async def test_after_a_decision_about_one_child_of_a_caseload_it_stays_there(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "G")
        child = manager.child
        await manager.presses("d", "k", "1", "enter")
        manager.sees("Decision recorded for")
        assert (manager.here, manager.child) == ("caseload", child)


async def test_when_a_filter_is_left_the_rows_above_are_in_sight_again(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        today = manager.pane("today")
        wanted = today.lines[5]
        reference = next(cell.text for cell in wanted.cells if cell.text.startswith("C-")).split()[0]
        await manager.presses("slash")
        await manager.types(reference)
        await manager.presses("enter")
        today.select(wanted.key)
        await manager.presses("escape")
        assert (today.key, today.top) == (wanted.key, 0)
        await manager.presses("v", "v", "v", "v", "g", "v")
        assert today.cursor < today.size.height or today.top + today.size.height == today.cursor + 1

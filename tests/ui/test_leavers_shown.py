"""A worker who has left, while something is still theirs: the screen asks for no supervision of them."""

from datetime import timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import EditWorker, HandOver, KnownOfWorker, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

FRIDAY = MONDAY - timedelta(days=3)


def late_worker(store: Store) -> tuple[WorkerId, str]:
    """Somebody whose supervision is overdue; they have left, and hold children."""
    row = next(one for one in load_board(store, MONDAY).workers if one.supervision.state == "overdue")
    record.edit_worker(store, EditWorker(row.worker.id, KnownOfWorker(leaves=FRIDAY)), MONDAY)
    return row.worker.id, row.worker.name


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_who_has_left_reads_as_late_supervision(team: Store, size: tuple[int, int]) -> None:
    worker, name = late_worker(team)
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("2")
        (line,) = [line for line in manager.pane("team").lines if line.key == key_of(worker)]
        assert "left" in [cell.text for cell in line.cells]
        surname = name.split()[-1]
        (row,) = [text for text in manager.screen if surname in text and " left " in text]
        assert "▲" not in row.split(surname)[1][:30]
        await manager.presses("G")
        while manager.pane("team").key != key_of(worker):
            await manager.presses("k")
        await manager.presses("enter")
        manager.sees(f"Worker {name}", "left on 20 Nov, and none is", "Left on 20 Nov")
        manager.sees_not("days over")


async def test_a_session_that_is_still_planned_of_who_has_left_is_not_called_their_next(team: Store) -> None:
    worker, name = late_worker(team)
    record.plan(team, PlanSession(worker, MONDAY + timedelta(days=1)), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("2", "G")
        while manager.pane("team").key != key_of(worker):
            await manager.presses("k")
        await manager.presses("enter")
        manager.sees(f"Worker {name}", "Still planned: 24 Nov")
        manager.sees_not("Next 24 Nov")


async def test_the_next_session_named_at_the_top_is_of_nobody_who_has_left_by_then(team: Store) -> None:
    for row in load_board(team, MONDAY).workers:
        record.edit_worker(team, EditWorker(row.worker.id, KnownOfWorker(leaves=FRIDAY)), MONDAY)
    worker = load_board(team, MONDAY).workers[0].worker
    record.plan(team, PlanSession(worker.id, MONDAY + timedelta(days=1)), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        manager.sees("No supervision today, none planned")


async def test_of_a_child_nobody_holds_it_is_not_said_that_it_is_allocated(team: Store) -> None:
    child = next(row.child for row in load_board(team, MONDAY).children if row.worker is not None)
    record.hand_over(team, HandOver((child.id,), "unallocated", FRIDAY), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        while manager.app.board_screen.selection.child_id != child.id:
            await manager.presses("j")
        manager.sees("no worker since 20 Nov")
        manager.sees_not("allocated since 20 Nov")

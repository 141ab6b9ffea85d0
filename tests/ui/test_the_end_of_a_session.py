"""What the form at the end of a session says of the next one."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.requests import PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.session import SessionScreen
from oversight_tui.words.dates import weekday_day
from tests.made_once import MONDAY
from tests.ui.manager import sitting


async def test_where_the_next_session_is_planned_already_its_day_is_said(team: Store) -> None:
    worker = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue").worker
    record.plan(team, PlanSession(worker.id, MONDAY + timedelta(days=22)), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V", "V", "1", "enter", "f")
        manager.sees("The next is planned for Tue 15 Dec", "│ Minutes ")
        manager.sees_not("│ Next ")


async def test_the_page_that_a_session_was_held_from_says_that_it_was(team: Store) -> None:
    worker = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue").worker
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("enter", "V", "V", "1", "enter", "f")
        manager.puts(minutes="50", counts="yes")
        await manager.presses("ctrl+s")
        manager.sees(f"Worker {worker.name}", "Supervision: today")


async def test_until_when_the_next_talk_can_wait_is_said_of_whoever_was_not_reached(team: Store) -> None:
    late = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue").worker
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(late.id))
        await manager.presses("V", "V", "1", "enter")
        screen = manager.app.screen
        assert isinstance(screen, SessionScreen)
        days = [(one.child.last_day, one.child.reference) for one in screen.agenda.items if one.child.last_day]
        left = {key_of(child) for child in screen.agenda.left}
        references = {one.child.reference for one in screen.agenda.items if key_of(one.child.child_id) in left}
        day, soonest = min(one for one in days if one[1] in references)
        await manager.presses("f")
        said = f"{soonest} {'has' if day >= MONDAY else 'had'} to be talked about by {weekday_day(day)}"
        assert said in " ".join(manager.text.replace("│", " ").split())

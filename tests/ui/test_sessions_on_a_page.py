"""The sessions on a worker's page are chosen there, and put right or taken back: an opening date and a plan are among
them.
"""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import AboutWorker, WorkerId
from oversight_tui.practice.requests import CancelSession, HoldSession, OpeningDate, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import worker_page
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)


def never_supervised(store: Store) -> WorkerId:
    return next(row.worker.id for row in load_board(store, MONDAY).workers if row.supervision.last is None)


async def opens(manager: Manager, worker: WorkerId) -> None:
    await manager.presses("2", "g")
    while manager.pane("team").key != key_of(worker):
        await manager.presses("j")
    await manager.presses("enter")


async def test_an_opening_date_is_corrected_to_an_earlier_day_on_the_page(team: Store) -> None:
    worker = never_supervised(team)
    record.opening(team, OpeningDate(AboutWorker(worker), MONDAY - 10 * DAY), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await opens(manager, worker)
        manager.sees("last 13 Nov, 10 days ago")
        await manager.presses("n", "n", "x")
        manager.sees("Withdraw an opening date of Fri 13 Nov 2026")
        await manager.presses("escape", "e")
        manager.sees("Correct an opening date of Fri 13 Nov 2026", "Day", "2026-11-13")
        manager.puts(on="1/10/2026")
        await manager.presses("ctrl+s", "y")
        await manager.presses("home")
        manager.sees("last 1 Oct, 53 days ago", "days over")
        await manager.presses("u", "home")
        manager.sees("last 13 Nov, 10 days ago")


async def test_a_session_that_was_held_is_taken_back_with_a_reason(team: Store) -> None:
    worker = never_supervised(team)
    record.hold(team, HoldSession(worker, MONDAY - 3 * DAY, minutes=90), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await opens(manager, worker)
        manager.sees("last 20 Nov, 3 days ago")
        await manager.presses("n", "x")
        manager.sees("Withdraw a session held of Fri 20 Nov 2026")
        await manager.types("It was the week before")
        await manager.presses("ctrl+s", "y")
        manager.sees("Supervision: never")


async def test_a_key_that_is_for_entries_says_what_is_done_to_a_session(team: Store) -> None:
    worker = never_supervised(team)
    record.plan(team, PlanSession(worker, MONDAY + 20 * DAY), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await opens(manager, worker)
        await manager.presses("n", "b")
        manager.sees("This is a session: e corrects it, x withdraws it, c copies all of it.")
        await manager.presses("e")
        manager.sees("Correct a planned session of")


async def test_a_cancelled_session_is_not_chosen(team: Store) -> None:
    worker = never_supervised(team)
    page = worker_page(team, worker, MONDAY)
    for one in page.sessions:
        if one.state == "planned":
            record.cancel(team, CancelSession(one.id, "Court", MONDAY), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await opens(manager, worker)
        manager.sees("One-to-one   Cancelled")
        await manager.presses("n", "x")
        manager.sees("Withdraw a session held of Tue 3 Nov 2026")

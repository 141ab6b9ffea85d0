"""What waits for somebody, answered at the screen from its line."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.requests import DecisionRequest, HandInWork, HoldSession, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.session import HoldForm
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)


async def on_entry(manager: Manager, store: Store, entry: EntryId) -> None:
    """Put the cursor on the line of an entry."""
    row = next(one for one in load_board(store, MONDAY).attention if one.id == entry)
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    await manager.settles()


async def test_a_late_review_without_a_reason_can_be_reviewed_and_be_given_its_reason(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    before = MONDAY - 21 * DAY
    made = record.decide(team, DecisionRequest("Visit", before, AboutChild(child), review_on=MONDAY - 7 * DAY), before)
    async with sitting(team, MONDAY) as manager:
        await on_entry(manager, team, made.entry)
        manager.sees("Review, and say why: Visit")
        await manager.presses("W")
        await manager.types("Seen twice")
        await manager.presses("tab")
        await manager.types("+1w")
        await manager.presses("ctrl+s")
        manager.sees("was reviewed on Mon 23 Nov 2026, next on Mon 30 Nov 2026. It still has no reason.")
        await on_entry(manager, team, made.entry)
        await manager.presses("b")
        await manager.types("Nobody had seen her")
        await manager.presses("ctrl+s")
        manager.sees("The reason of the decision about")


async def test_what_was_talked_about_is_written_up_from_its_line(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children and row.absence is None)
    child = shown.children_with(worker.id)[0].child
    held = record.hold(team, HoldSession(worker.id, MONDAY - DAY, children=(child.id,)), MONDAY).entry
    async with sitting(team, MONDAY) as manager:
        await on_entry(manager, team, held)
        manager.sees("1 child of 22 Nov with nothing written")
        await manager.presses("t")
        manager.sees("To write up: the session with", child.reference)
        await manager.types(child.reference)
        await manager.presses("tab")
        await manager.types("She sleeps again")
        await manager.presses("ctrl+s")
        manager.sees(f"{child.reference} written")
    assert [row for row in load_board(team, MONDAY).attention if row.id == held] == []


async def test_work_is_returned_comes_back_and_is_signed_off_from_its_line(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    work = record.hand_in(team, HandInWork(child, "Assessment", "Fiona Kilbride", MONDAY), MONDAY).entry
    async with sitting(team, MONDAY) as manager:
        await on_entry(manager, team, work)
        await manager.presses("W")
        await manager.types("no")
        await manager.presses("tab")
        await manager.types("What the child says")
        await manager.presses("ctrl+s")
        manager.sees("was returned on Mon 23 Nov 2026; it stays on the list")
        await on_entry(manager, team, work)
        await manager.presses("W")
        manager.sees("was handed in again")
        await on_entry(manager, team, work)
        await manager.presses("W")
        await manager.types("yes")
        await manager.presses("tab")
        await manager.types("She is heard in it")
        await manager.presses("ctrl+s")
        manager.sees("was signed off")
    assert [row for row in load_board(team, MONDAY).attention if row.id == work] == []


async def test_work_of_ones_own_is_signed_off_by_whoever_is_named(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    work = record.hand_in(team, HandInWork(child, "Assessment", "me", MONDAY), MONDAY).entry
    async with sitting(team, MONDAY) as manager:
        await on_entry(manager, team, work)
        await manager.presses("W")
        await manager.types("yes")
        await manager.presses("tab")
        await manager.types("She is heard in it")
        await manager.presses("ctrl+s")
        manager.sees("Nobody signs off their own work")
        assert manager.app.focused is not None
        assert manager.app.focused.id == "who"
        await manager.types("outside: Ada Lind")
        await manager.presses("ctrl+s")
        manager.sees("was signed off by Ada Lind on Mon 23 Nov 2026")


async def test_a_session_cut_short_asks_whether_it_counts(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.children and row.absence is None)
    record.plan(team, PlanSession(worker.id, MONDAY, minutes=90), MONDAY)
    session = HoldSession(worker.id, MONDAY, minutes=35)
    async with sitting(team, MONDAY) as manager:
        manager.app.open(HoldForm(About(None, worker.id, None, worker.name, worker.name)))
        await manager.settles()
        await manager.presses("tab")
        await manager.types("35")
        await manager.presses("ctrl+s")
        manager.sees("It took 35 of the 90 minutes that were planned")
        manager.puts(counts="yes")
        await manager.presses("ctrl+s")
        manager.sees("cut short: it counts as supervision")
    shown = load_board(team, MONDAY).worker_row(worker.id)
    assert shown is not None
    assert shown.worker.last_held_cut_short
    assert shown.supervision.last == session.on

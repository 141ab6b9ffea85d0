"""Children who came in over the weekend are decided about and allocated, with who has room in sight."""

from datetime import date, timedelta

from db.engine import Store
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.requests import HandOver, LookAtWaiting, ReferralRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.present.standing import child_standing
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)


def line(team: Store, kind: str, reference: str, today: date = MONDAY) -> AttentionRow:
    rows = load_board(team, today).attention
    return next(row for row in rows if (row.kind, row.child) == (kind, reference))


async def arrives(manager: Manager, reference: str, **told: str) -> None:
    await manager.presses("F")
    await manager.types(reference)
    manager.puts(**told)
    await manager.presses("ctrl+s")


async def goes_to(manager: Manager, row: AttentionRow) -> None:
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    await manager.settles()


async def test_two_arrivals_of_a_weekend_are_decided_and_one_is_allocated_with_what_comes_first(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await arrives(
            manager, "C-9001", from_whom="Police", matter="Left alone", urgency="same_day", on="sat", at="22.30"
        )
        await arrives(manager, "C-9002", from_whom="School", matter="A bruise", on="sun")
        manager.sees("to be decided by", "Mon 23 Nov 2026")
        row = line(team, "referral", "C-9001")
        assert (row.state, row.due_on, row.tier) == ("due", MONDAY, "urgent")
        await goes_to(manager, row)
        await manager.presses("W")
        manager.puts(outcome="assessment", because="Nobody was with her")
        await manager.presses("ctrl+s")
        manager.sees("Hand over C-9001", "holds", "load", "FTE", "Daniel Hepworth", "newly qualified 90%", "away")
        await manager.presses("down", "enter")
        await manager.types("He has room")
        manager.puts(seen_by="sat", action_1="Ring the school;;tue", review="fri")
        await manager.settles()
        manager.sees("Sat 28 Nov is no working day.")
        await manager.presses("ctrl+s")
        manager.sees("C-9001 to Daniel Hepworth")
        await goes_to(manager, line(team, "referral", "C-9002"))
        await manager.presses("W")
        manager.puts(outcome="advice", because="The school sees to it")
        await manager.presses("ctrl+s")
        manager.sees("Referral about C-9002 decided")
        manager.sees_not("Hand over")
    board = load_board(team, MONDAY)
    child = next(row for row in board.children if row.child.reference == "C-9001")
    mine = [row.item for row in board.actions if row.child == child.child]
    assert child.worker == "Daniel Hepworth"
    assert [(one.text, one.who, one.due_on) for one in mine] == [
        ("Ring the school", "Daniel Hepworth", MONDAY + DAY),
        ("See the child", "Daniel Hepworth", MONDAY + 5 * DAY),
    ]
    assert not [row for row in board.attention if row.kind == "referral" and row.child in ("C-9001", "C-9002")]


async def test_a_child_whom_the_manager_holds_is_looked_at_by_somebody_else_and_a_long_wait_is_taken_further(
    team: Store,
) -> None:
    first, second = (row.child for row in load_board(team, MONDAY).children[:2])
    record.hand_over(team, HandOver((first.id,), "held_by_manager", MONDAY, "Court"), MONDAY)
    record.hand_over(team, HandOver((second.id,), "unallocated", MONDAY - 15 * DAY, "Nobody is free"), MONDAY)
    async with sitting(team, MONDAY) as manager:
        manager.sees("with a manager")
        await goes_to(manager, line(team, "unallocated", first.reference))
        await manager.presses("W")
        await manager.types("Her aunt is with her")
        await manager.presses("ctrl+s")
        manager.sees("Say who it is.")
        manager.puts(who="outside: Head of service")
        await manager.presses("ctrl+s")
        manager.sees("was looked at again", "by Head of service")
        await goes_to(manager, line(team, "unallocated", second.reference))
        await manager.presses("enter", "W")
        manager.sees("Without a worker:", "A word")
        await manager.presses("escape", "escape", "i")
        manager.sees("Without a worker: 15 days", "Who takes the child, and from when?")
        await manager.presses("1", "ctrl+s")
    assert line(team, "unallocated", first.reference).due_on == MONDAY + 7 * DAY
    board, page = load_board(team, MONDAY), child_page(team, first.id, MONDAY)
    assert board.manager is not None
    assert board.manager.row is not None
    own = board.manager.row
    assert (own.children, [row.child.id for row in board.children_with(own.worker.id)]) == (1, [first.id])
    assert (page.allocations[-1].manager, page.accountable[-1].manager) == (own.worker.name, own.worker.name)
    first_lines = [one.text for one in child_standing(page, MONDAY, Names(UNICODE))[:3]]
    assert f"Manager accountable: {own.worker.name}, holding the child" in first_lines
    assert "escalate it" not in line(team, "unallocated", second.reference).summary


async def test_everything_about_a_child_who_waits_is_done_from_the_childs_page(team: Store) -> None:
    talked = {row.child: row.child.last_discussed or MONDAY for row in load_board(team, MONDAY).children}
    child = min(talked, key=lambda one: (talked[one], one.id))
    record.hand_over(team, HandOver((child.id,), "unallocated", MONDAY - 15 * DAY, "Nobody is free"), MONDAY)
    look = LookAtWaiting((child.id,), "The school is watching", MONDAY - 9 * DAY, "outside: Dee Moss")
    record.record(team, look, MONDAY)
    record.record(team, ReferralRequest(child.id, "School", "A bruise", "soon", MONDAY - 3 * DAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await goes_to(manager, line(team, "unallocated", child.reference))
        await manager.presses("W")
        manager.sees("The referral about")  # which comes before the look
        await manager.presses("escape", "enter")
        manager.sees("Weekly check: 2 days over")
        await manager.presses("i")
        manager.sees("Without a worker: 15 days")
        await manager.presses("escape", "W")
        manager.sees("Which of these?", "Referral", "Weekly check")
        await manager.presses("end", "enter")
        manager.sees("Without a worker:", "The school is watching (Dee Moss)")
        await manager.types("Her aunt is with her")
        await manager.presses("ctrl+s")
        manager.sees_not("2 days over")
        await manager.presses("W", "enter")
        manager.puts(outcome="assessment", because="Nobody has seen her")
        await manager.presses("ctrl+s")
        manager.sees(f"Hand over {child.reference}")


async def test_a_handover_of_thursday_is_on_both_workers_lists_and_confirmed_on_its_day(team: Store) -> None:
    board, thursday = load_board(team, MONDAY), MONDAY + 3 * DAY
    child = next(row for row in board.children if row.worker == "Gurdeep Bains").child
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(child.worker_id or 0))
        await manager.presses("5")
        manager.pane("caseload").select(key_of(child.id))
        await manager.presses("a")
        await manager.types("Fiona")
        manager.puts(because="The conference is on Thursday", on="thu", action_1_text="Ring the school")
        await manager.settles()
        manager.sees("are asked when the handover is confirmed")
        await manager.presses("ctrl+s")
        manager.sees("Hand over", "Ring the school")
        manager.puts(action_1_text="")
        await manager.presses("ctrl+s")
        manager.sees("is to go to Fiona Kilbride on Thu 26 Nov 2026")
        await manager.presses("2", "enter")
        manager.sees("Handovers to come", f"{child.reference}", "goes to Fiona Kilbride")
    then = load_board(team, thursday)
    fiona = next(row.worker for row in then.workers if row.worker.name == "Fiona Kilbride")
    for worker in (fiona.id, child.worker_id):
        assert worker is not None
        assert [row.kind for row in then.attention_of_worker(worker) if row.kind == "handover"] == ["handover"]
    async with sitting(team, thursday) as manager:
        await goes_to(manager, line(team, "handover", child.reference, thursday))
        await manager.presses("W")
        manager.puts(seen_by="fri")
        await manager.presses("ctrl+s")
        manager.sees(f"{child.reference} to Fiona Kilbride")
    held = next(row for row in load_board(team, thursday).children if row.child.id == child.id)
    assert held.worker == "Fiona Kilbride"

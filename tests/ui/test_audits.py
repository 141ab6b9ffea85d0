"""Two audits of the month: picked by a drawing that anybody can repeat, judged, and what must change comes back."""

from datetime import date, timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests import AuditRequest, CarryAction, CloseAction, DrawAudit, HandOver
from oversight_tui.services import record
from oversight_tui.services.audits import audits, waiting_picks
from oversight_tui.services.board import load_board
from oversight_tui.services.record import RecordProblem
from tests.made_once import C1, C2, C3, C4, C5, MONDAY
from tests.ui.manager import sitting

DAY = timedelta(days=1)


async def test_a_picked_file_is_judged_and_what_must_change_is_on_the_list_when_it_is_late(small: Store) -> None:
    async with sitting(small, MONDAY) as manager:
        await manager.presses("8")
        manager.sees("No file is picked or was audited. p picks this month's.")
        await manager.presses("p", "ctrl+s")
        manager.sees(
            "2 files picked",
            "due Mon 30 Nov 2026",
            "Drawn by lot, number 202611.",
            "to be audited, drawn by lot out of",
        )
        manager.sees("2 files still to audit; rows: 2")
        await manager.presses("W")
        manager.sees("Audit of the file: C-", "Own voice")
        manager.puts(good="Her words are in it", question_own_voice="n: nowhere", question_plan="maybe")
        await manager.presses("ctrl+s")
        manager.sees("Begin with y for yes, p for partly or n for no")
        manager.puts(question_plan="p", change="Dad is not in the plan", action_1="See dad; Amira; wed")
        await manager.presses("ctrl+s")
        manager.sees("Dad is not in the plan", "to be audited", "1 file still to audit; rows: 2")
        await manager.presses("slash", *"dad", "enter")
        manager.sees("1 file still to audit; rows: 1", "Dad is not in the plan")
        await manager.presses("escape")
        await manager.presses("G")
        manager.sees("Action: See dad (Amira Khan, by Wed 25 Nov 2026)")
        await manager.presses("g")
        await manager.presses("v")
        manager.sees(
            "What audits found, 1 file of the last twelve months", "Is the child's own voice in it", "no: nowhere"
        )
    late = MONDAY + 4 * DAY
    (action,) = (row for row in load_board(small, late).attention if row.kind == "action")
    assert "from an audit" in action.reason
    assert action.state == "overdue"
    assert action.id is not None
    (audited,) = audits(small, load_board(small, late), MONDAY, late)
    assert audited.actions[0].stands(late) == "by Wed 25 Nov 2026, late"
    record.record(small, CarryAction(EntryId(action.id), late + DAY, late, "She was at school"), late)
    record.record(small, CloseAction(EntryId(action.id), late + DAY), late + DAY)
    (audited,) = audits(small, load_board(small, late), MONDAY, late)
    assert audited.actions[0].stands(late + DAY) == "done on Sat 28 Nov 2026"


def test_a_second_pick_says_how_many_wait_and_an_audit_without_answers_that_it_counts_in_no_theme(
    small: Store,
) -> None:
    first = record.record(small, DrawAudit("outside: Jo Lee", MONDAY + DAY, 2), MONDAY)
    assert "Drawn by lot, number 202611." in str(first[0].together)
    assert "wait" not in str(first[0].together)
    again = record.record(small, DrawAudit("outside: Jo Lee", MONDAY + DAY, 1, seed=7), MONDAY)
    assert again[0].says.endswith("Drawn by lot, number 7. 2 files picked before wait still.")
    waiting = waiting_picks(small, load_board(small, MONDAY))
    assert [one.seed for one in waiting] == [202611, 202611, 7]
    (audited,) = record.record(small, AuditRequest(waiting[0].child_id, "Good", MONDAY), MONDAY)
    assert "No question was answered" in str(audited.hint)
    assert len(waiting_picks(small, load_board(small, MONDAY))) == 2


def drawn(store: Store, auditor: str, on: date) -> set[ChildId]:
    """Whose files are picked, of as many as there are."""
    before = {item.id for item in load_board(store, on).open_items if item.kind == "audit"}
    record.record(store, DrawAudit(auditor, on + DAY, 9), on)
    items = load_board(store, on).open_items
    return {item.child_id for item in items if item.kind == "audit" and item.child_id and item.id not in before}


def test_a_worker_audits_none_of_their_own_files(small: Store) -> None:
    assert drawn(small, "Amira Khan", MONDAY) == {C3, C4, C5}


def test_no_manager_audits_what_they_hold_and_no_file_is_audited_twice_in_a_year(small: Store) -> None:
    record.record(small, HandOver((C5,), "held_by_manager", MONDAY), MONDAY)
    assert drawn(small, "me", MONDAY) == {C1, C2, C3, C4}
    record.record(small, AuditRequest(C1, "Her words are in it", MONDAY), MONDAY)
    with pytest.raises(RecordProblem, match="No file is picked"):
        drawn(small, "me", MONDAY + 364 * DAY)
    assert drawn(small, "me", MONDAY + 365 * DAY) == {C1}
    with pytest.raises(RecordProblem, match="somebody else audits it"):
        record.record(small, AuditRequest(C5, "All is well", MONDAY), MONDAY)

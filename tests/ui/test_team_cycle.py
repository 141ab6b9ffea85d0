"""The cycle of a whole team: group sessions, the manager's own supervision, cancelling, standing in, what comes."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import CancelSession, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.find import find_worker
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.week_grid import WeekGrid
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting


async def select_worker(manager: Manager, store: Store, name: str) -> WorkerId:
    worker = find_worker(store, name)
    await manager.presses("2")
    manager.pane("team").select(key_of(worker))
    return worker


async def test_a_group_session_leaves_a_summary_on_each_childs_file(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        fiona = await select_worker(manager, team, "Fiona")
        await manager.presses("X")
        manager.sees("Group supervision: Fiona Kilbride", "Also there")
        manager.puts(others="Comfort", children="C-2364", text="We think the damp makes him cough")
        manager.puts(decision="Ask for another flat", because="It will not dry", action_1="Ring housing; Fiona; fri")
        await manager.presses("ctrl+s")
        manager.sees("Group supervision with Fiona Kilbride, Comfort Asante", "C-2364 written, 1 action")
        await manager.presses("X")
        manager.puts(children="C-9850", text="And he is well")
        await manager.presses("ctrl+s")
        manager.sees("C-9850 written")
    for reference, text in (("C-2364", "We think the damp makes him cough"), ("C-9850", "And he is well")):
        row = next(row for row in load_board(team, MONDAY).children if row.child.reference == reference)
        (entry,) = [one for one in child_page(team, row.child.id, MONDAY).entries if one.text == text]
        assert entry.setting == "group"
    comfort = find_worker(team, "Comfort")
    held = [
        [one for one in worker_page(team, who, MONDAY).sessions if one.held_on == MONDAY] for who in (fiona, comfort)
    ]
    assert [(one.kind, one.others, one.children) for (one,) in held] == [
        ("group", ("Comfort Asante",), ("C-2364", "C-9850")),
        ("group", ("Fiona Kilbride",), ("C-2364", "C-9850")),
    ]


async def test_a_group_decides_nothing_without_the_accountable_manager(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await select_worker(manager, team, "Fiona")
        await manager.presses("X")
        manager.puts(
            children="C-2364",
            text="We think it is the damp",
            decision="Move",
            supervisor="outside: Priya Lead",
        )
        await manager.presses("ctrl+s")
        manager.sees("No next step without the accountable manager, Angela Brathwaite")
        manager.puts(others="Angela")
        await manager.presses("ctrl+s")
        manager.sees("C-2364 written")


async def test_the_managers_own_supervision_is_tracked_like_anybodys(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2", "G")
        manager.sees("2 Team 8 and you", "You", "last held by Sunita Parmar")
        await manager.presses("Z")
        monday = next(place for place, line in enumerate(manager.screen) if "Mon 30 Nov" in line)
        assert any(line.startswith(" 15:00 Angela Brathwaite") for line in manager.screen[monday : monday + 5])
        await manager.presses("escape", "s", "ctrl+s")
        assert any("You" in line[:6] and " today" in line[:44] for line in manager.screen)
    own = load_board(team, MONDAY).manager
    assert own is not None
    assert own.supervision.days_since == 0
    assert own.row is not None
    assert own.row.worker.last_held_by == "Sunita Parmar"
    late = load_board(team, MONDAY + timedelta(days=60))
    assert ("supervision", "overdue", "Angela Brathwaite") in {
        (one.kind, one.state, one.worker) for one in late.attention
    }


async def test_cancelling_again_and_again_comes_to_the_list_though_it_is_booked_anew(team: Store) -> None:
    worker = find_worker(team, "Daniel")
    first = next(
        one.id
        for one in load_board(team, MONDAY).planned
        if one.worker_id == worker and one.session_kind == "one_to_one"
    )
    record.cancel(team, CancelSession(first, "Court", MONDAY), MONDAY)
    second = record.plan(team, PlanSession(worker, MONDAY + timedelta(days=2)), MONDAY)
    assert "cancelled_again" not in {row.kind for row in load_board(team, MONDAY).attention}
    record.cancel(team, CancelSession(second.entry, "Court again", MONDAY), MONDAY)
    record.plan(team, PlanSession(worker, MONDAY + timedelta(days=7)), MONDAY)
    (row,) = [row for row in load_board(team, MONDAY).attention if row.kind == "cancelled_again"]
    assert (row.worker, row.summary) == ("Daniel Hepworth", "2 sessions cancelled since the last one held; next 30 Nov")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("1", "slash")
        await manager.types("2 sessions")
        await manager.presses("enter")
        manager.sees("2 sessions cancelled since the last one held")


async def test_a_planned_session_whose_day_passed_is_recorded_from_its_row_as_it_was_planned(team: Store) -> None:
    later = MONDAY + timedelta(days=2)
    worker = find_worker(team, "Fiona")
    record.plan(team, PlanSession(worker, MONDAY + timedelta(days=1), "observation"), MONDAY)
    async with sitting(team, later) as manager:
        await manager.presses("1", "slash")
        await manager.types("24 Nov (observation")
        await manager.presses("enter", "s", "ctrl+s")
        manager.sees("Observation of practice with Fiona Kilbride held on Tue 24 Nov 2026")
    assert "Fiona Kilbride" not in {
        row.worker for row in load_board(team, later).attention if row.kind == "session_not_recorded"
    }


async def test_whoever_stands_in_reads_what_is_open(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await select_worker(manager, team, "Nadia")
        await manager.presses("H")
        manager.puts(by="outside: Helen Deputy", last="+1w")
        await manager.presses("ctrl+s", "B")
        manager.sees("While Nadia Rehman is away", "Stands in: Helen Deputy", "Needs somebody now: ")
        await manager.presses("escape", "G", "A")
        manager.puts(first="fri", last="+2w")
        await manager.presses("ctrl+s", "B")
        manager.sees("While Angela Brathwaite is away", "Stands in: nobody yet. 129 children")
    saturday = MONDAY + timedelta(days=5)
    rows = [row for row in load_board(team, saturday).attention if row.kind == "uncovered"]
    assert [row.worker for row in rows] == ["Angela Brathwaite"]
    assert "no cover arranged for the manager" in rows[0].summary


async def test_everything_that_falls_due_in_eight_weeks_is_seen_ahead(team: Store) -> None:
    for size in SIZES[:2]:
        async with sitting(team.path, MONDAY, size) as manager:
            await manager.presses("Z", "v")
            manager.sees("all that falls due", "C-5472 assessm", "not on")
            manager.app.screen.query_one(WeekGrid).select("2026-11-25")
            await manager.presses("j", "j", "j", "j")
            manager.sees("day 10 of 45", "Away: ")
            await manager.presses("v")
            manager.sees_not("C-5472 assessm")


async def test_a_childs_page_begins_with_what_a_new_worker_needs(team: Store) -> None:
    async with sitting(team, MONDAY, (120, 40)) as manager:
        await manager.presses("3", "j", "j", "enter")
        manager.sees("Why we are worried")
        await manager.presses("right")
        manager.sees("Who has worked with the child")
        await manager.presses("r")
        manager.sees("as the child will read it")
        manager.sees_not("nothing written yet")

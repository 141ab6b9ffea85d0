"""What the board says of a session, of who stands in, and of a child who is known with a worker from a list only."""

from datetime import timedelta
from itertools import pairwise

from db.engine import Store
from oversight_tui.practice.board import WorkerRow
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    CoverRequest,
    DecisionRequest,
    HoldSession,
    PlanSession,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import worker_page
from oversight_tui.ui.present.detail import attention_detail, child_lines, worker_lines
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.pages import worker_parts
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.top import diary_parts
from tests.made_once import MONDAY
from tests.ui.manager import sitting

NAMES = Names(UNICODE)


def two(store: Store) -> tuple[WorkerRow, WorkerRow]:
    """Two workers with children who are here today."""
    first, second, *_ = [row for row in load_board(store, MONDAY).workers if row.children and row.absence is None]
    return first, second


def diary(store: Store) -> str:
    return "".join(part.text for part in diary_parts(load_board(store, MONDAY), NAMES, with_day=False)[0])


async def test_a_group_session_reads_as_nobodys_own_supervision(team: Store) -> None:
    first, second = two(team)
    before = diary(team)
    record.hold(team, HoldSession(first.worker.id, MONDAY, kind="group"), MONDAY)
    record.plan(team, PlanSession(second.worker.id, MONDAY, kind="observation"), MONDAY)
    one, other = NAMES.short_worker(first.worker.name), NAMES.short_worker(second.worker.name)
    said = diary(team)
    assert f"group session with {one}" in said
    assert f"observation of {other}" in said
    assert f"held: {one}" not in said, before
    async with sitting(team, MONDAY, size=(200, 50)) as manager:
        manager.sees(f"observation of {other}")


async def test_a_session_that_was_cut_short_and_does_not_count_is_said_to_be(team: Store) -> None:
    first, second = two(team)
    for row, counts in ((first, False), (second, True)):
        record.hold(team, HoldSession(row.worker.id, MONDAY, minutes=20, counts=counts), MONDAY)
    short, held = NAMES.short_worker(first.worker.name), NAMES.short_worker(second.worker.name)
    said = diary(team)
    assert f"{short} (cut short)" in said
    assert held in said.split("held: ")[1]
    assert f"{held} (cut short)" not in said
    async with sitting(team, MONDAY, size=(200, 50)) as manager:
        manager.sees(f"{short} (cut short)")
    record.hold(team, HoldSession(first.worker.id, MONDAY, minutes=90, again=True), MONDAY)
    assert "(cut short)" not in diary(team)


def test_who_was_to_help_out_and_is_away_too_is_named_beside_the_worker(team: Store) -> None:
    first, second = two(team)
    until = MONDAY + timedelta(days=4)
    record.absence(team, AbsenceRequest(first.worker.id, MONDAY, until, "leave"), MONDAY)
    record.cover(team, CoverRequest(first.worker.id, second.worker.name, MONDAY, until), MONDAY)
    for is_away in (False, True):
        if is_away:
            record.absence(team, AbsenceRequest(second.worker.id, MONDAY, until, "sickness"), MONDAY)
        row = next(one for one in load_board(team, MONDAY).workers if one.worker.id == first.worker.id)
        said = " ".join(one.text for one in worker_lines(row, MONDAY, NAMES))
        was_to = f"{second.worker.name} was to help out and is away too"
        assert (was_to in said) is is_away
        assert (f"{second.worker.name} helps out" in said) is not is_away


def test_the_first_list_that_showed_a_child_is_no_visit_that_is_due(team: Store) -> None:
    shown = [row for row in load_board(team, MONDAY).children if row.child.seen_by and not row.child.allocated_since]
    assert shown
    for row in shown:
        said = " ".join(one.text for one in child_lines(row, MONDAY, NAMES))
        assert "or before, when a list first showed it" in said
        assert "seen by" not in said


async def test_however_many_are_covered_it_is_said_how_many_children_have_no_worker(team: Store) -> None:
    here = [row.worker for row in load_board(team, MONDAY).workers if row.absence is None]
    for worker in here[:3]:
        record.absence(team, AbsenceRequest(worker.id, MONDAY, None, "sickness"), MONDAY)
        record.cover(team, CoverRequest(worker.id, here[4].name, MONDAY, MONDAY + timedelta(days=4)), MONDAY)
    async with sitting(team, MONDAY) as manager:
        for size in ((120, 35), (80, 24)):
            await manager.resizes(*size)
            manager.sees("N Rehman (uncovered), 3 covered", "2 waiting")


async def test_whom_nobody_covers_is_said_at_every_size_before_what_was_held(team: Store) -> None:
    here = [row.worker for row in load_board(team, MONDAY).workers if row.absence is None]
    for worker in here[1:]:
        for _ in range(2):
            record.hold(team, HoldSession(worker.id, MONDAY, kind="group", again=True), MONDAY)
    gone = here[0]
    record.absence(team, AbsenceRequest(gone.id, MONDAY, None, "sickness"), MONDAY)
    name = NAMES.short_worker(gone.name)
    said = diary(team)
    assert said.index(f"{name} (uncovered)") < said.index("held: ")
    assert said.split("held: ")[1].count(NAMES.short_worker(here[1].name)) == 1
    async with sitting(team, MONDAY) as manager:
        for size in ((200, 50), (120, 35), (80, 24), (60, 20)):
            await manager.resizes(*size)
            line = next(one for one in manager.screen[1:3] if "Away" in one or "uncovered:" in one)
            assert name in line, (size, line)
            assert "uncovered" in line, (size, line)


async def test_where_everybody_is_covered_a_small_terminal_keeps_its_rows(team: Store) -> None:
    board = load_board(team, MONDAY)
    for row in board.workers:
        if row.absence is not None:
            other = next(one.worker.name for one in board.workers if one.absence is None)
            record.cover(team, CoverRequest(row.worker.id, other, MONDAY, None), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        manager.sees_not("Away: ", "uncovered")


async def test_a_line_break_in_what_was_written_begins_no_row_in_what_is_open(team: Store) -> None:
    first, _ = two(team)
    child = load_board(team, MONDAY).children_with(first.worker.id)[0].child
    record.raise_worry(team, WorryRequest(child.id, "Mum did not open.\nZeppelin over the roof.", MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(first.worker.id))
        await manager.presses("B")
        for _ in range(20):
            if "Zeppelin" in manager.text:
                break
            await manager.presses("pagedown")
        above, line = next(pair for pair in pairwise(manager.screen) if "Zeppelin" in pair[1])
        begins = len(above) - len(above.lstrip())
        assert len(line) - len(line.lstrip()) == begins + 2


def test_a_reason_that_is_hidden_is_not_said_to_be_missing(team: Store) -> None:
    """What was decided about a worker is behind the wall, with its because."""
    worker = two(team)[0].worker.id
    asked = DecisionRequest("A plan with HR", MONDAY, AboutWorker(worker), because="Three visits")
    record.decide(team, asked, MONDAY)
    page = " ".join(one.text for one in worker_parts(worker_page(team, worker, MONDAY), MONDAY, NAMES).told)
    assert "its words are in their own file" in page
    assert "No reason recorded" not in page
    record.decide(team, asked.__replace__(because=None), MONDAY)
    page = " ".join(one.text for one in worker_parts(worker_page(team, worker, MONDAY), MONDAY, NAMES).told)
    assert page.count("No reason recorded") == 1


def test_a_child_nobody_holds_is_not_said_to_be_allocated(team: Store) -> None:
    row = next(row for row in load_board(team, MONDAY).children if row.worker is None and row.child.allocated_since)
    said = " ".join(one.text for one in child_lines(row, MONDAY, NAMES))
    assert "no worker since" in said
    assert "allocated since" not in said.replace("unallocated", "")


async def test_the_line_of_an_action_about_a_worker_says_about_whom(team: Store) -> None:
    about, owner = two(team)
    asked = ActionRequest(AboutWorker(about.worker.id), "A plan with HR", owner.worker.name, MONDAY, MONDAY)
    record.add_action(team, asked, MONDAY)
    async with sitting(team, MONDAY, size=(80, 24)) as manager:
        await manager.presses("L")
        manager.sees(f"about {NAMES.short_worker(about.worker.name)}, in their own file")
        manager.sees_not("A plan with HR")


def test_the_detail_of_a_row_says_once_what_it_is(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    before = MONDAY - timedelta(days=14)
    record.decide(team, DecisionRequest("Move school", before, AboutChild(child), review_on=MONDAY), before)
    board = load_board(team, MONDAY)
    (row,) = [row for row in board.attention if row.kind == "review" and "Move school" in row.summary]
    headed, *_ = attention_detail(row, board, NAMES, points="hidden")
    assert headed.text == "Review, and say why: Move school"

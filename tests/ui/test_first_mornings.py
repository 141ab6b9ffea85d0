"""The first mornings: no store yet, a list just imported, whose board it is, and the dates from before."""

from datetime import timedelta
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.practice.by_hand import TypedTeam, TypedWorker
from oversight_tui.services.board import load_board
from oversight_tui.services.by_hand import start_by_hand
from oversight_tui.services.identity import whose
from oversight_tui.ui.after_leaving import MADE_UP_TEAM
from tests.db.test_board_facts import AS_AT, import_team
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting


@pytest.fixture
def imported(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "new.oversight")
    import_team(store)
    return store


async def test_an_empty_store_offers_the_ways_to_begin(tmp_path: Path) -> None:
    async with sitting(tmp_path / "empty.oversight", AS_AT) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("no team in this store yet", "Bring in my caseload", "made-up team")
        await manager.presses("down", "up", "enter")
        assert manager.app.return_value == MADE_UP_TEAM


@pytest.mark.file_store("it is said of a plain file")
async def test_an_empty_plain_store_is_for_made_up_data_only(tmp_path: Path) -> None:
    async with sitting(tmp_path / "empty.oversight", AS_AT) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("made-up data only")


async def test_a_team_is_typed_by_hand_and_stands_on_the_board(tmp_path: Path) -> None:
    async with sitting(tmp_path / "by-hand.oversight", AS_AT, (80, 24)) as manager:
        await manager.presses("b")
        manager.sees("Your team, typed by hand", "Your name")
        await manager.presses("ctrl+s")
        manager.sees("Type your name, as it is to stand on records.")
        assert manager.here == "manager-name"
        await manager.types("Mray")
        manager.sees_not("Type your name")
        await manager.presses("ctrl+a", "ctrl+k")
        await manager.types("Mary Okoro")
        await manager.presses("enter")
        await manager.types("Quay Team")
        await manager.presses("enter")
        for typed in ("Amira Khan", "C-1, C-2", "Ben Ortiz"):
            await manager.types(typed)
            await manager.presses("enter")
        await manager.types("C-3 c-1")
        await manager.presses("ctrl+s")
        manager.sees("c-1 is with Amira Khan already.", "A child is with one worker")
        assert manager.here == "children-1"
        await manager.presses("ctrl+u")
        await manager.types("C-3C-4")
        await manager.presses("ctrl+s")
        manager.sees("C-3C-4, with Ben Ortiz, reads like several references run together.", "it one child?")
        await manager.presses("escape", "ctrl+u")
        assert manager.here == "children-1"
        for typed in ("C-3; C-3 C-4", "Cy Lund", ""):
            await manager.types(typed)
            await manager.presses("enter")
        await manager.types("Amira Khan")
        await manager.presses("f4")
        manager.sees("There is a worker Amira Khan already, in a row above.")
        assert manager.here == "worker-3"
        await manager.presses("ctrl+u", "enter")
        assert manager.here == "begin"
        await manager.clicks("[ Begin ]")
        manager.sees("Quay Team: 4 children of 3 workers will be here.", "Amira Khan: 2 children")
        assert not load_board(manager.app.worker._store, AS_AT).workers
        await manager.presses("enter", "ctrl+s", "y")
        manager.sees("Quay Team", "Opening dates")
        store = manager.app.worker._store
        board = load_board(store, AS_AT)
        held = {row.worker.name: row.children for row in board.workers}
        assert held == {"Amira Khan": 2, "Ben Ortiz": 2, "Cy Lund": 0}
        mine = whose(store)
        assert (mine.name, mine.teams) == ("Mary Okoro", ("Quay Team",))


async def test_as_many_children_of_a_worker_as_there_are_are_typed_by_hand(tmp_path: Path) -> None:
    children = [f"C-10{number}" for number in range(10, 50)]
    async with sitting(tmp_path / "by-hand.oversight", AS_AT, (80, 24)) as manager:
        await manager.presses("b")
        for typed in ("Mary Okoro", "Quay Team", "Amira Khan", ", ".join(children)):
            await manager.types(typed)
            await manager.presses("enter")
        await manager.presses("ctrl+s", "y")
        here = load_board(manager.app.worker._store, AS_AT).children
        assert sorted(row.child.reference for row in here) == children


async def test_on_the_first_morning_one_line_leads_to_every_date_that_is_missing(imported: Store) -> None:
    async with sitting(imported, AS_AT) as manager:
        manager.sees("First morning: the last supervision or talk is not known for 7", "M says who you are")
        for size, says in (((80, 24), "not known for 7. O enters them"), ((40, 12), "not known for 7.")):
            await manager.resizes(*size)
            manager.sees(says)
        await manager.resizes(120, 35)
        await manager.presses("O")
        manager.sees("Opening dates: 7 to enter, when each worker was last supervised and each child last discussed")
        manager.sees("Amira Khan", "not known", "Last supervised: 25/8")
        await manager.presses("q")
        manager.sees("q does nothing here. Esc goes back.")
        await manager.presses(*"25/8", "enter")
        await manager.presses(*"31/2", "enter")
        manager.sees("31")
        await manager.presses("ctrl+u", *"tomorrow", "enter")
        manager.sees("still to come")
        await manager.presses("ctrl+u", *"mon", "enter")
        manager.sees("5 to enter")
        await manager.presses(*"fri", "down")
        await manager.presses(*"-1w", "enter")
        manager.sees("3 to enter, 4 entered")
        await manager.presses(*"31/2")
        manager.sees("Last discussed: 25/8")
        await manager.presses("escape")
        manager.sees("[31/2", "Esc goes back without it")
        await manager.presses("ctrl+u", *"-2d", "escape")
        manager.sees("C-2: last discussed on Sun 30 Aug 2026, entered as an opening date.")
        await manager.presses("J")
        manager.sees("Recorded an opening date")
        manager.sees_not("Recorded a discussion")
        await manager.presses("escape")
        held = {row.worker.name: row.supervision.last for row in load_board(imported, AS_AT).workers}
        assert held == {"Amira Khan": AS_AT - timedelta(days=7), "Ben Ortiz": AS_AT - timedelta(days=1)}
        manager.sees("To enter: no last")


async def test_a_manager_of_one_team_among_many_says_so_once(tmp_path: Path) -> None:
    from oversight_tui.config import SpreadsheetLimits
    from oversight_tui.services.importing import ImportOptions, apply_plan, plan_import
    from tests.exchange.workbooks import invented, write

    store = open_store(tmp_path / "big.oversight")
    path = write(invented(90, 3, AS_AT), tmp_path / "annex.xlsx")
    apply_plan(store, plan_import(store, [path], ImportOptions(AS_AT, AS_AT), SpreadsheetLimits()))
    async with sitting(store, AS_AT) as manager:
        manager.sees("Whose board is this?", "Team A", "Team B", "Team C")
        await manager.presses("j", "enter", "enter")
        manager.sees("Type your name first")
        await manager.presses("escape", "G", "enter", "escape", "k", "k", "enter")
        await manager.types("Mary Okoro")
        await manager.presses("enter")
        manager.sees(" Team B ")
    mine = whose(store)
    assert (mine.name, mine.confirmed, mine.teams) == ("Mary Okoro", True, ("Team B",))
    async with sitting(store, AS_AT) as manager:
        manager.sees_not("Whose board is this?")
        manager.sees(" Team B ")
    async with sitting(store, AS_AT, teams=("Team A",)) as manager:
        manager.sees(" Team A ")


async def test_a_made_up_team_is_marked_as_one(imported: Store) -> None:
    async with sitting(imported, AS_AT, made_up=True) as manager:
        manager.sees("made-up team")


async def test_the_teams_to_choose_from_count_their_people_as_the_board_does(team: Store) -> None:
    counts = load_board(team, MONDAY).counts
    async with sitting(team, MONDAY) as manager:
        await manager.presses("M")
        manager.sees(f"{counts.workers} workers", f"{counts.children} children")


async def test_a_manager_whose_lists_name_no_team_says_who_they_are_and_sees_how_old_the_lists_are(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path / "no-team.oversight")
    import_team(store, None)
    async with sitting(store, AS_AT + timedelta(days=3), (80, 24)) as manager:
        manager.sees("no team yet", "data 3 days old")
        manager.sees_not("no list imported", "no data")
        await manager.presses("M")
        manager.sees("No team here yet", "then Enter keeps it. Esc leaves it for later")
        assert manager.here == "name"
        await manager.presses("tab", "enter")
        manager.sees("Type your name first")
        await manager.presses("escape")
        manager.sees("data 3 days old")
        await manager.presses("M")
        await manager.types("Mary Okoro")
        await manager.presses("enter")
        manager.sees_not("Whose board is this?")
    mine = whose(store)
    assert (mine.name, mine.confirmed, mine.teams) == ("Mary Okoro", True, ())


async def test_the_foot_of_whose_board_names_the_keys_of_where_one_is(imported: Store) -> None:
    async with sitting(imported, AS_AT, (80, 24)) as manager:
        await manager.presses("M")
        manager.sees("Enter takes a team, Space marks several, Tab: name, Esc: back, q: leave")
        await manager.presses("tab")
        manager.sees("Enter keeps it. Esc or Tab: back to the teams")
        await manager.presses("tab")
        manager.sees("Space marks several")


async def test_what_is_not_known_is_called_so_wherever_it_stands_and_never_is_what_the_top_line_counts(
    imported: Store,
) -> None:
    async with sitting(imported, AS_AT, (120, 45)) as manager:
        await manager.presses("2")
        manager.sees("not known", "Supervision: not known")
        manager.sees_not("not yet", "no date", "Supervision: never", " 5 never")
        await manager.presses("enter")
        manager.sees("Supervision: not known")
        manager.sees_not("never")
        await manager.presses("escape", "5", "w")
        manager.sees("not known when discussed")
        manager.sees_not("never discussed")
        await manager.presses("escape", "O")
        assert manager.text.count("not known") >= 7
    with_limit_passed = AS_AT + timedelta(days=200)
    async with sitting(imported, with_limit_passed, (120, 45)) as manager:
        await manager.presses("5", "w")
        manager.sees("never discussed")
        await manager.presses("escape", "O")
        manager.sees("never")
        manager.sees_not("not known")


async def test_of_a_team_typed_by_hand_nothing_is_never_done_on_its_first_day(tmp_path: Path) -> None:
    store = open_store(tmp_path / "by-hand.oversight")
    start_by_hand(store, TypedTeam("Mary Okoro", "Quay Team", (TypedWorker("Amira Khan", ("C-1",)),)), AS_AT)
    async with sitting(store, AS_AT, (120, 45)) as manager:
        await manager.presses("5", "w")
        manager.sees("not yet discussed")
        await manager.presses("escape", "enter")
        manager.sees("Discussed: not yet; limit")

"""Somebody stands behind the manager: h hides names on every screen at once.

References of children stay, since one could not work without them and they say nothing to whoever has no case system.
"""

import pytest

from db.engine import Store
from oversight_tui.practice.personal import PersonalRequest
from oversight_tui.practice.requests import PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import choose
from oversight_tui.ui.actions import BOARD
from tests.ui.conftest import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

LEAVES = {"quit", "hide_names", "lock", "undo", "redo", "reload", "filed"}
FILTER = "llewellyn"
ACTED_ON = {SIZES[0]: "5", SIZES[2]: "2"}  # where every key of the board is pressed: on a child, on a worker


@pytest.fixture
def named(team: Store) -> Store:
    """The team with a name, a family, a note, an own file, a plan and a manager on it."""
    board = load_board(team, MONDAY)
    for row in board.children[:6]:
        record.name_child(team, int(row.child.id), f"Quillon{row.child.id}")
    worker = board.workers[0].worker
    record.personal(team, PersonalRequest(worker.id, "goal", f"Goal of {worker.name}", MONDAY), MONDAY)
    record.plan(team, PlanSession(worker.id, MONDAY), MONDAY)
    record.note(team, f"Ask {worker.name}", None, worker.id, MONDAY)
    choose(team, "Marguerite Oyelaran", None)
    return team


def names_on(store: Store) -> set[str]:
    """Every name there is: whole, and the last of each, which is nobody's word."""
    board = load_board(store, MONDAY)
    people = {row.worker.name for row in board.workers} | {"Marguerite Oyelaran"}
    people |= {row.worker.supervisor for row in board.workers if row.worker.supervisor}
    return people | {name.split()[-1] for name in people} | {row.child.name for row in board.children if row.child.name}


def shown(manager: Manager, names: set[str]) -> list[str]:
    text = manager.text.casefold()
    return sorted(name for name in names if name.casefold() in text)


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_shows_a_name_while_names_are_hidden(named: Store, size: tuple[int, int]) -> None:
    names = names_on(named)
    assert len(names) > 20
    async with sitting(named, MONDAY, size) as manager:
        assert shown(manager, names)
        await manager.presses("h")
        for pane in ("1", "3", "4", "5", "2"):
            await manager.presses(pane)
            assert shown(manager, names) == [], pane
            for action in BOARD if pane == ACTED_ON.get(size) else ():
                if action.id in LEAVES or not action.keys:
                    continue
                await manager.presses(action.keys[0])
                assert shown(manager, names) == [], (pane, action.id)
                for _ in range(3):
                    if manager.app.screen is not manager.app._board_screen:
                        await manager.presses("escape")
                        assert shown(manager, names) == [], (pane, action.id)
            await manager.presses("escape", pane)


async def test_names_go_from_a_screen_that_is_open_and_from_those_under_it(named: Store) -> None:
    names = names_on(named)
    async with sitting(named, MONDAY, SIZES[2]) as manager:
        board, app = manager.app._board_screen, manager.app
        for key in ("J", "L", "Z", "C", "V", "K", "o", "M", "enter"):
            await manager.presses("2", "g", key)
            await manager.settles()
            there = app.screen
            assert there is not board, key
            await manager.presses("h")
            assert app.screen is there, key
            assert shown(manager, names) == [], key
            await manager.presses("escape")
            await manager.settles()
            assert app.screen is board, key
            assert shown(manager, names) == [], f"the board under {key}"
            await manager.presses("h")
            assert shown(manager, names), key


async def test_a_filter_that_is_a_name_goes_with_the_names(named: Store) -> None:
    async with sitting(named, MONDAY) as manager:
        await manager.presses("2", "slash", *FILTER, "enter")
        manager.sees(f"/{FILTER}")
        await manager.presses("h")
        manager.sees_not(FILTER)
        assert len(manager.pane("team").lines) == len(load_board(named, MONDAY).workers)


async def test_what_was_recorded_is_said_without_names(named: Store) -> None:
    names = names_on(named)
    async with sitting(named, MONDAY) as manager:
        await manager.presses("2", "g", "h", "s", "enter")
        await manager.settles()
        manager.sees("held on")
        assert shown(manager, names) == []


async def test_who_does_it_is_known_though_it_is_not_shown(named: Store) -> None:
    board = load_board(named, MONDAY)
    child = next(row for row in board.children if row.worker)
    async with sitting(named, MONDAY) as manager:
        await manager.presses("h", "5")
        manager.app._board_screen._pane("team").select(child.child.worker_id or "")
        await manager.presses("5", "g", "p")
        manager.sees("An action for")
        await manager.types("Ring")
        await manager.presses("tab")
        manager.sees("Left empty it is")
        await manager.presses("tab", *"fri", "enter")
        await manager.settles()
        manager.sees("Action for")
    owners = {row.item.who for row in load_board(named, MONDAY).actions if row.item.text == "Ring"}
    assert owners == {child.worker}


async def test_a_form_that_would_show_what_was_written_does_not_open(named: Store) -> None:
    async with sitting(named, MONDAY) as manager:
        await manager.presses("2", "h", "E")
        manager.sees("Names are hidden, and this form would show what was written. h shows them.")
        await manager.presses("h", "n", "d", "k", *"Mine", "escape", "h", "full_stop")
        manager.sees("Names are hidden, and this form")
        manager.sees_not("Mine")
        await manager.presses("h", "full_stop")
        manager.sees("Mine")


async def test_a_letter_that_chooses_a_kind_of_decision_still_does(named: Store) -> None:
    async with sitting(named, MONDAY) as manager:
        await manager.presses("n", "d", "h")
        manager.sees("Challenge")
        assert manager.here == "because"
        assert not manager.app.names.hidden

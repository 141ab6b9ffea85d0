"""Whether something changed is asked where it can be known: when a decision is looked at again, when a session ends."""

from datetime import timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.practice.sight.own_effect import own_effect
from oversight_tui.practice.span import A_QUARTER, span_back
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.services.personal import personal_file
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.own_effect import OwnEffectScreen
from oversight_tui.ui.screens.personal import PersonalScreen
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting
from tests.ui.test_holding_a_session import open_session
from tests.ui.test_what_waits import on_entry

DAY = timedelta(days=1)


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_ends_with_one_key_and_a_word_of_the_worker(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        worker = await open_session(manager, team)
        await manager.presses("1", "enter", "f", *"85", "tab", "tab")
        await manager.presses("y", "tab")
        manager.sees("Did it change something? As the worker says it")
        await manager.presses("y")
        await manager.types("Zorblax rang the school")
        await manager.presses("ctrl+s")
        manager.sees("ended, 85 minutes")
        manager.sees_not("Zorblax")
        await manager.presses("u")
        manager.sees("Take back the session with Comfort Asante")
        manager.sees_not("Zorblax")
        await manager.presses("escape")
    said = own_effect(personal_file(team, worker), span_back(None, None, MONDAY, A_QUARTER)).changed
    assert [(one.on, one.text) for one in said if one.on == MONDAY] == [(MONDAY, "Zorblax rang the school")]


async def test_whoever_is_not_asked_costs_no_key(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        worker = await open_session(manager, team)
        before = len(personal_file(team, worker).entries)
        await manager.presses("1", "enter", "f", *"85")
        manager.puts(counts="yes")
        await manager.presses("ctrl+s")
        manager.sees("ended, 85 minutes")
    assert len(personal_file(team, worker).entries) == before


async def test_a_session_entered_afterwards_takes_what_the_worker_said(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.absence is None)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("s")
        manager.puts(on="yesterday", minutes="60", feedback="no", feedback_words="We only went down the list")
        await manager.presses("ctrl+s")
        manager.sees("held on Sun 22 Nov 2026")
    (said,) = [one for one in personal_file(team, worker.id).entries if one.on == MONDAY - DAY]
    assert (said.kind, said.changed, said.text) == ("feedback", False, "We only went down the list")


async def test_a_decision_looked_at_again_says_with_one_key_that_it_changed_something(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child
    before = MONDAY - 21 * DAY
    asked = DecisionRequest("Visit at tea", before, AboutChild(child.id), "Nobody sees it", review_on=MONDAY - 7 * DAY)
    made = record.decide(team, asked, before)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await on_entry(manager, team, made.entry)
        await manager.presses("W")
        await manager.types("Tea is calm")
        await manager.presses("tab", "tab", "y", "ctrl+s")
        manager.sees("settled. It changed")
    told = "\n".join(one.text for one in child_page(team, child.id, MONDAY).entries)
    assert "Looked at again and settled: it changed something" in told


async def open_own_file(manager: Manager, team: Store) -> None:
    late = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue")
    await manager.presses("2")
    manager.pane("team").select(key_of(late.worker.id))
    await manager.presses("K")


@pytest.mark.parametrize("size", SIZES)
async def test_what_supervision_changed_is_read_from_the_own_file(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await open_own_file(manager, team)
        await manager.presses("v")
        manager.sees("what supervision changed", "Feedback on supervision", "it changed something", "Asked after")
        screens = [type(manager.app.screen)]
        await manager.presses("escape")
        assert [*screens, type(manager.app.screen)] == [OwnEffectScreen, PersonalScreen]

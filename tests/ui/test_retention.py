"""The list of what has been kept for long enough, and what a manager decides on it."""

from datetime import UTC, date, datetime

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild
from oversight_tui.services import drafts
from oversight_tui.services.retention import kept_rows
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

LATER = date(2060, 11, 22)


@pytest.fixture(autouse=True)
def _many_years_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oversight_tui.services.record.retention.now", lambda: datetime(2099, 1, 1, tzinfo=UTC))


def children_due(store: Store) -> list[str]:
    return [row.name for row in kept_rows(store, LATER) if row.kind == "child" and row.state == "due"]


async def test_what_is_due_is_erased_after_a_reason_and_a_y(team: Store) -> None:
    first, *others = children_due(team)
    child = next(row.about for row in kept_rows(team, LATER) if row.name == first)
    assert isinstance(child, AboutChild)
    drafts.keep(team, f"decide:child:{child.id}", {"because": "never finished"})
    async with sitting(team, LATER, SIZES[0]) as manager:
        await manager.presses("z", "j", "j")
        manager.sees(first, "3 years from the", "18th birthday", "cannot be undone")
        await manager.presses("x", "ctrl+s")
        manager.sees("Write a few words", "name nobody in it")
        await manager.types("Its time")
        await manager.presses("ctrl+s")
        manager.sees("u does not bring it back")
        await manager.presses("n", "escape")
        assert first in children_due(team)
        await manager.presses("x", "ctrl+s", "y")
        manager.sees("Erased for good", "It cannot be undone", "gone by")
        manager.sees_not(first)
        assert not manager.app.drafts
        await manager.presses("escape", "J")
        if not team.on_a_server:  # the newest line says that its bytes are written over in the file
            await manager.presses("down")
        manager.sees("Erased what had been kept", "Its time")
    assert children_due(team) == others


async def test_a_legal_hold_from_the_board_and_from_the_list(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("n", "colon", *"legal", "enter")
        manager.sees("A legal hold on")
        await manager.types("The inquiry")
        await manager.presses("ctrl+s", "enter")
        manager.sees("Legal hold since 23 Nov, A Brathwaite:", "The inquiry")
        await manager.presses("escape", "z")
        manager.sees("held", "The inquiry", "Angela Brathwaite")
        await manager.presses("x")
        manager.sees("Lift it first")
        await manager.presses("l")
        manager.sees("under a legal hold already")
        await manager.presses("L")
        await manager.types("It has ended")
        await manager.presses("ctrl+s")
        manager.sees("is lifted")
        await manager.presses("L", "v", "G")
        manager.sees("still here")
        await manager.presses("x")
        manager.sees("This is not due to be erased: still here")
        await manager.presses("l")
        await manager.types("A claim")
        await manager.presses("ctrl+s")
        manager.sees("A claim")
        await manager.presses("enter")
        manager.sees("Worker Yvonne")


async def test_names_and_reasons_that_are_hidden_are_hidden_here_too(team: Store) -> None:
    async with sitting(team, LATER) as manager:
        await manager.presses("z")
        manager.sees("Patrick Ashworth")
        await manager.presses("escape", "h", "z")
        manager.sees_not("Ashworth")

"""Decisions as a list: three examples of challenge for an inspector, and a decision that is overturned."""

from datetime import timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.requests import DecisionRequest, Disagree, NameChild
from oversight_tui.services import record
from tests.made_once import C1, C2, C3, MONDAY
from tests.ui.manager import sitting

DAY = timedelta(days=1)


@pytest.fixture
def decided(small: Store) -> Store:
    """Four decisions that are challenges or are challenged, and one that is neither."""
    for number, child in enumerate((C1, C2, C3), 2):
        asked = DecisionRequest(
            f"Challenge {number}", MONDAY - number * DAY, AboutChild(child), "It drifts", kind="challenge"
        )
        record.record(small, asked, MONDAY)
    seen_otherwise = DecisionRequest("Close it", MONDAY - DAY, AboutChild(C1), "All is well")
    (made,) = record.record(small, seen_otherwise, MONDAY)
    assert made.id is not None
    record.record(small, Disagree(EntryId(made.id), "Ben Ortiz", "It is too early", MONDAY), MONDAY)
    record.record(small, DecisionRequest("Go on visiting", MONDAY, AboutChild(C2), "It helps"), MONDAY)
    return small


async def test_three_examples_of_challenge_are_copied_in_four_keys(decided: Store) -> None:
    async with sitting(decided, MONDAY) as manager:
        await manager.presses("7")
        manager.sees("Decisions: 5", "Go on visiting")
        await manager.presses("v", "3", "c")
        manager.sees("Decisions, challenged, the newest three: 3", "Close it", "Ben Ortiz sees it otherwise")
        copied = manager.app.clipboard
    assert "3 decisions" in copied
    assert [words in copied for words in ("Close it", "Challenge 2", "Challenge 3", "Challenge 4")] == [True] * 3 + [
        False
    ]
    assert "Because: It drifts" in copied
    assert "Ben Ortiz sees it otherwise Mon 23 Nov 2026: It is too early" in copied


async def test_the_filter_finds_a_child_by_name_by_reference_and_by_the_worker(decided: Store) -> None:
    record.record(decided, NameChild(C3, "Rosie Miller"), MONDAY)
    async with sitting(decided, MONDAY) as manager:
        for typed in ("rosie m", "c-3"):
            await manager.presses("7", "slash", *("space" if key == " " else key for key in typed), "enter")
            manager.sees("Decisions: 1", "Challenge 4", "C-3 Rosie Miller")
            await manager.presses("escape", "escape")
        await manager.presses("7", "slash", *"amira", "enter")
        manager.sees("Decisions: 4")
        manager.sees_not("Challenge 4")
        await manager.presses("escape", "h", "slash", *"rosie")
        manager.sees("Decisions: 0")


async def test_a_decision_of_the_list_is_overturned_and_found_among_those(decided: Store) -> None:
    async with sitting(decided, MONDAY) as manager:
        await manager.presses("7", "slash", *"close", "enter", "W")
        manager.puts(because="Neighbours rang: there is more to it", overturned="yes")
        await manager.presses("ctrl+s", "escape", "v", "v")
        manager.sees("Decisions, overturned: 1", "Close it", "overturned, by", "there is more to it")
        await manager.presses("h", "c")
        manager.sees("Names are hidden")
        manager.sees_not("there is more to it")

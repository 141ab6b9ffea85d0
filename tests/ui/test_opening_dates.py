"""The manager types the days on the opening screen, and reads there what is being typed."""

import pytest

from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_seen_and_so_is_what_to_do(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("O")
        await manager.types("28 Apr")
        manager.sees("[28 Apr", "→ Tue 28 Apr 2026", "Enter saves it", "Esc goes back.")


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_that_is_refused_stays_in_sight_beside_the_reason(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("O")
        await manager.types("31 Feb")
        await manager.presses("enter")
        manager.sees("[31 Feb")
        manager.sees_not("Enter saves it")


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_is_seen_where_it_is_typed(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("slash")
        await manager.types("llew")
        assert any(line.startswith("/ llew") for line in manager.screen), manager.text
        manager.sees("? Keys")


async def test_a_day_that_was_not_taken_is_not_shown_as_known(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("O")
        before = manager.screen[1]
        await manager.types("12 Mar 1980")
        await manager.presses("enter")
        manager.sees("no day before", "Nothing was recorded.")
        manager.sees_not("Wed 12 Mar 1980  ")
        assert manager.screen[1] == before


async def test_each_day_that_was_taken_is_said_and_counted(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("O")
        before = manager.screen[1]
        await manager.types("28 Apr 2026")
        await manager.presses("enter")
        manager.sees("Tue 28 Apr 2026", "entered as an opening")
        manager.sees_not("undoes it")
        assert manager.screen[1] != before

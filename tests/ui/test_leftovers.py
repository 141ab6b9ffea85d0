"""What broken-off work had left is said on the screen when the board opens, and where what is erased stays."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting
from tests.ui.test_retention import LATER, children_due


@pytest.fixture
def left(team: Store) -> Path:
    """Half a store, as a restore that was killed leaves it."""
    left = Path(f"{team.path}.restoring")
    left.write_bytes(b"half a store")
    return left


@pytest.fixture
def kept(team: Store) -> Path:
    """A store that a restore replaced."""
    kept = Path(f"{team.path}.replaced-2026-01-02T03-04-05Z")
    kept.write_bytes(b"what a restore replaced")
    return kept


async def test_what_was_left_and_is_gone_now_is_a_line_on_the_board(team: Store, left: Path) -> None:
    team.close()
    async with sitting(open_store(team.path), MONDAY, (200, 50)) as manager:
        await manager.settles()
        manager.sees("Left by work that was broken off, and removed", left.name)
    async with sitting(open_store(team.path), MONDAY, (200, 50)) as manager:
        await manager.settles()
        manager.sees_not("broken off")


async def test_before_a_child_is_erased_the_stores_that_keep_it_are_named(
    team: Store, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oversight_tui.services.record.retention.now", lambda: datetime(2099, 1, 1, tzinfo=UTC))
    assert children_due(team)
    async with sitting(team, LATER, SIZES[1]) as manager:
        await manager.presses("z", "j", "j", "x")
        await manager.types("Its time")
        await manager.presses("ctrl+s")
        manager.sees("until you remove it", kept.name)
        await manager.presses("y")
        manager.sees("Erased for good", kept.name)

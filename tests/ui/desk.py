"""A manager who leaves the desk: a clock that moves when it is told to, an encrypted store, and coming back to both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events

from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.services.board import load_board
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.idle import Idle
from tests.made_once import MONDAY
from tests.ui.conftest import PASSPHRASE
from tests.ui.manager import Manager

MINUTES = 10


class Hands:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, minutes: float) -> None:
        self.now += minutes * 60


class AtTheDesk(Manager):
    """A manager who leaves the desk, and comes back."""

    def __init__(self, app: OversightApp, pilot: object, hands: Hands) -> None:
        super().__init__(app, pilot)  # type: ignore[arg-type]
        self.hands = hands

    async def is_away(self, minutes: float) -> None:
        self.hands.wait(minutes)
        self.app.look()
        await self.settles()

    async def pastes(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settles()

    async def unlocks(self, typed: str = PASSPHRASE) -> None:
        await self.pastes(typed)
        await self.presses("enter")
        await self.settles()

    @property
    def typed(self) -> dict[str, str]:
        return {one.field.id: one.text for one in self.app.screen.query(FieldInput)}


@asynccontextmanager
async def at_the_desk(
    store: Store, size: tuple[int, int] = (120, 35), config: Config | None = None
) -> AsyncIterator[AtTheDesk]:
    app = OversightApp(store, lambda: MONDAY, config=config or Config(Path("none")))
    hands = Hands()
    app.screen_lock.idle = Idle((hands,))
    async with app.run_test(size=size, notifications=True) as pilot:
        manager = AtTheDesk(app, pilot, hands)
        await manager.settles()
        yield manager
        app.worker.close()
        await pilot.pause()


def names_of(store: Store) -> set[str]:
    board = load_board(store, MONDAY)
    found = {part for row in board.workers for part in row.worker.name.split()}
    found |= {row.child.reference for row in board.children} | {
        row.child.name for row in board.children if row.child.name
    }
    return found | set(board.teams)

"""Until the store was read for the first time nothing on the board says that all is well."""

from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from db.errors import StoreError
from oversight_tui.config import Config
from oversight_tui.practice.board import Board
from oversight_tui.services.board import load_board
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.panes.board_panes import EMPTY
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager

ALL_CLEAR = (*EMPTY.values(), "none is flagged", ": none", "Today 0", "Nothing needs you", "No match")


@asynccontextmanager
async def while_it_is_read(store: Store, size: tuple[int, int]) -> AsyncIterator[tuple[Manager, Future[Board]]]:
    """A manager before a board that is still being read."""
    board: Future[Board] = Future()
    app = OversightApp(store, lambda: MONDAY, config=Config(Path("none")), first_board=board)
    async with app.run_test(size=size) as pilot:
        manager = Manager(app, pilot)
        await manager.settles()
        yield manager, board
        app.worker.close()
        await pilot.pause()
    store.close()


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_said_that_it_is_being_read_and_nothing_else(small_team: Path, size: tuple[int, int]) -> None:
    store = open_store(small_team)
    async with while_it_is_read(store, size) as (manager, board):
        manager.sees("reading the store", "Reading the store: what stands here")
        manager.sees_not(*ALL_CLEAR)
        await manager.presses("slash", "x", "escape", "2", "1")
        manager.sees_not(*ALL_CLEAR)
        board.set_result(load_board(store, MONDAY))
        await manager.settles()
        manager.sees("C-1")
        manager.sees_not("Reading the store")


async def test_what_could_not_be_read_says_so_until_it_can(small_team: Path) -> None:
    async with while_it_is_read(open_store(small_team), SIZES[1]) as (manager, board):
        board.set_exception(StoreError("The disk refused to read."))
        await manager.settles()
        manager.sees(
            "The disk refused to read.", "the store could not be read", "what stands here is not known. r reads"
        )
        manager.sees_not(*ALL_CLEAR)
        await manager.presses("r")
        manager.sees("C-1")
        manager.sees_not("could not be read")

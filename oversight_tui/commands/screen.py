"""Opening the board on a store, for the commands that do: the store is read while Textual is still being imported.

Either takes about as long as the other, so the board is read in a thread.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from oversight_tui.commands.options import NeedsTerminal
from oversight_tui.config import load_config
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import is_made_up
from oversight_tui.ui.keymap import keymap_of

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.board import Board
    from oversight_tui.ui.after_leaving import AfterLeaving, FirstStep


def needs_a_terminal() -> None:
    """Raise NeedsTerminal where there is nobody to show a screen to."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NeedsTerminal("The board needs a terminal. `oversight today` prints the morning list.")


def open_screen(
    store: Store,
    today: Callable[[], date],
    teams: Sequence[str],
    all_teams: bool,
    *,
    first_step: FirstStep | None = None,
    kept: bool = True,
) -> AfterLeaving | None:
    """Show the board until it is left; returns what the person asked for on leaving, None for nothing more.

    `first_step` is what was chosen before there was a store, or to be shown how to work. A store that is not `kept` is
    gone when it is left.
    """
    gc.disable()  # until the first frame: what is made while starting is all kept, and looking through it costs
    first: Future[Board] = Future()
    day = min(today(), store.recorded_by or date.max)
    Thread(target=_read_ahead, args=(first, store, day, teams, all_teams), daemon=True).start()
    from oversight_tui.ui.app import show

    config = load_config()
    try:
        return show(
            store,
            today,
            teams=tuple(teams),
            all_teams=all_teams,
            first_board=first,
            made_up=is_made_up(store),
            kept=kept,
            first_step=first_step,
            config=config,
            keymap=keymap_of(config.keys),
        )
    finally:
        store.close()


def _read_ahead(first: Future[Board], store: Store, day: date, teams: Sequence[str], all_teams: bool) -> None:
    try:
        first.set_result(load_board(store, day, teams, all_teams=all_teams))
    except Exception as problem:  # carried to the screen, which says it
        first.set_exception(problem)
    store.leave_thread()

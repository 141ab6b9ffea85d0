"""`oversight` without a command: the board on the screen."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.screen import needs_a_terminal, open_screen
from oversight_tui.config import load_config
from oversight_tui.ui.after_leaving import MADE_UP_TEAM
from oversight_tui.ui.keymap import keymap_of


def run(options: argparse.Namespace) -> int:
    """Open the board on the store; where there is none yet, a first screen says what to do."""
    needs_a_terminal()
    keymap_of(load_config().keys)  # a mistake in the settings file is said before anything opens
    store = store_of(options, create=True)
    asked_for = open_screen(store, lambda: day_of(options), options.team, options.all_teams)
    if asked_for == MADE_UP_TEAM:
        from oversight_tui.commands.demo import open_made_up_team

        return open_made_up_team(day_of(options))
    return 0

"""`oversight` without a command: the board on the screen."""

from __future__ import annotations

import argparse

from oversight_tui.commands.beginning import ask_how_to_begin, is_to_be_asked
from oversight_tui.commands.options import day_of, now_of, store_of
from oversight_tui.commands.screen import needs_a_terminal, open_screen
from oversight_tui.commands.which_store import file_of
from oversight_tui.config import load_config
from oversight_tui.ui.after_leaving import MADE_UP_TEAM, TOUR, Beginning
from oversight_tui.ui.keymap import keymap_of


def run(options: argparse.Namespace) -> int:
    """Open the board on the store; where there is none yet, a first screen asks how to begin."""
    needs_a_terminal()
    keymap_of(load_config().keys)  # a mistake in the settings file is said before anything opens
    path = file_of(options)
    is_to_begin = path is not None and is_to_be_asked(options, path)
    beginning = ask_how_to_begin(path, lambda: day_of(options)) if path is not None and is_to_begin else Beginning()
    if beginning is None:
        return 0
    way = beginning.way
    if way != MADE_UP_TEAM and way != TOUR:
        store = store_of(options, create=True, new_key=beginning.key, looking_back=True, without_team=True)
        way = open_screen(store, lambda: now_of(options), options.team, options.all_teams, first_step=way)
    if way is None:
        return 0
    from oversight_tui.commands.demo import open_made_up_team

    return open_made_up_team(day_of(options), first_step=TOUR if way == TOUR else None)

"""`oversight keys`: every key of the screen with what it does, as the settings file has them now."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import refuse_key
from oversight_tui.config import load_config
from oversight_tui.ui.keymap import PLACES, Keymap, keymap_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: argparse.Namespace) -> int:
    """Print them; 0."""
    refuse_key(options, "The keys stand in the settings and need no passphrase. Nothing was printed; leave it out.")
    keymap = keymap_of(load_config().keys)
    if options.json:
        print_json(
            [
                {"id": action.id, "keys": list(action.keys), "shown": action.shown, "does": action.help, "on": place}
                for place in PLACES
                for action in keymap.of(place)
            ]
        )
    else:
        print_lines(_table(keymap))
    return 0


def _table(keymap: Keymap) -> Iterator[str]:
    for place, (says, _) in PLACES.items():
        yield says
        for action in keymap.of(place):
            yield f"  {action.shown or '(palette)'}: {action.help} ({action.id})"

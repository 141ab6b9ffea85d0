"""`oversight undo`: take back the last thing you recorded. `oversight redo` brings it back."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: argparse.Namespace) -> int:
    """Withdraw it and say what it was; 0."""
    print_recorded(record.undo(store_of(options), day_of(options)), as_json=options.json)
    return 0

"""`oversight undo`: take back the last thing you recorded. `oversight redo` brings it back."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Undo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: argparse.Namespace) -> int:
    """Withdraw it and say what it was; 0."""
    return record_and_print(store_of(options), Undo(), day_of(options), as_json=options.json)

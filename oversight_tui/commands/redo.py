"""`oversight redo`: bring back what you took back last."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Redo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: argparse.Namespace) -> int:
    """Bring it back and say what it was; 0."""
    return record_and_print(store_of(options), Redo(), day_of(options), as_json=options.json)

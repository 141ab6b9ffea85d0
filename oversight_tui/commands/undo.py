"""`oversight undo`: take back the last thing you recorded today. `oversight redo` brings it back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, time

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Undo
from oversight_tui.services.record import RecordProblem, UndoAsks


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether it may be more than one entry, or older."""
    parser.add_argument(
        "--yes", action="store_true", help="also what you recorded before today, and more than one entry at once"
    )


def run(options: argparse.Namespace) -> int:
    """Withdraw it and say what it was; 0. What is larger than one entry, or was recorded before today by the clock of
    this machine, needs --yes.
    """
    since = datetime.combine(datetime.now().astimezone().date(), time.min).astimezone(UTC)
    asked = Undo(since, yes=options.yes)
    try:
        return record_and_print(store_of(options), asked, day_of(options), as_json=options.json)
    except UndoAsks as problem:
        raise RecordProblem(f"{problem} `oversight undo --yes` takes all of it back.") from problem

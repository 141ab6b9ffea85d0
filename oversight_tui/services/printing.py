"""On paper: the morning list laid out, and other texts, sent to the computer's printer and noted in the journal."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.services.board import load_board
from oversight_tui.services.openings import note_printed
from oversight_tui.services.paper import page_to_carry
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

# What takes plain text and prints it, the first that is there.
_UNIX = (("lp", "-s"), ("lpr",))
_WINDOWS = (("powershell", "-NoProfile", "-Command", "$input | Out-Printer"),)
_SECONDS = 30
_BY_HAND = "`oversight today --print` lays it out, for you to send to a printer."


class NotPrinted(PlainProblem):
    """Nothing came out of a printer."""


def print_morning(store: Store, today: date, teams: Sequence[str], marking: str, *, all_teams: bool) -> str:
    """Print today's list; returns what to say. Raises NotPrinted, and StoreError where the journal cannot be written.

    The journal says so before the printer has it, since nobody can take back what came out.
    """
    command = _printer_there(_BY_HAND)
    board = load_board(store, today, tuple(teams), all_teams=all_teams)
    page = [marking, *page_to_carry(board, note_printed(store, board)), marking]
    _send(command, "".join(f"{line}\n" for line in page if line), "The list", _BY_HAND)
    return f"Sent to the printer: {count(len(board.attention), 'row')}. Keep the page with you, and shred it."


def to_paper(text: str, called: str, by_hand: str, note: Callable[[], None]) -> None:
    """Print a text, which is `called` something; `note` writes the journal before. Raises NotPrinted, which says how it
    is done `by_hand`.
    """
    command = _printer_there(by_hand)
    note()
    _send(command, text, called, by_hand)


def _printer_there(by_hand: str) -> tuple[str, ...]:
    command = printer()
    if command is None:
        raise NotPrinted(f"Nothing was printed: this computer has no command that prints. {by_hand}")
    return command


def _send(command: tuple[str, ...], text: str, called: str, by_hand: str) -> None:
    try:
        subprocess.run(command, input=text.encode(), capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        raise NotPrinted(f"{called} was not printed: {command[0]} did not take it. {by_hand}") from None


def printer() -> tuple[str, ...] | None:
    """The command that prints, with its whole path; None where this computer has none."""
    for name, *options in _WINDOWS if sys.platform == "win32" else _UNIX:
        if path := shutil.which(name):
            return (path, *options)
    return None

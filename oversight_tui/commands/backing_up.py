"""What a command does at its start besides its work: it says what was left behind, and makes the day's backup."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from oversight_tui.last_resort import write_to_stderr
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.config import Backups

# Commands that only read, and those that make a backup at a time of their own.
NOT_AT_START = frozenset(
    {
        "agenda",
        "backup",
        "board",
        "calendar",
        "changes",
        "child",
        "doctor",
        "importing",
        "journal",
        "keys",
        "move",
        "restore",
        "today",
        "verify",
        "where",
        "worker",
    }
)


def back_up_at_start(options: argparse.Namespace, store: Store, limits: Backups) -> None:
    """Make today's backup where there is none yet and the command that was chosen may write."""
    say_at_the_end(options, store.backup_problem)
    if options.module in NOT_AT_START or store.created:
        return
    from oversight_tui.services.backups import back_up_if_due

    say_at_the_end(options, back_up_if_due(store, limits))


def say_what_was_left(store: Store) -> None:
    """Say at once what broken-off work had left and what became of it, also where the command is refused after all."""
    from db.settled import Settled

    if store.settled != Settled():
        from oversight_tui.services.leftovers import settled

        for says in settled(store):
            write_to_stderr(one_line(says))


def say_at_the_end(options: argparse.Namespace, problem: str | None) -> None:
    """Have it said that a backup could not be made once the command has done its work.

    Where the command is refused too, mostly for the same cause, that is the one sentence that counts.
    """
    if problem is not None and one_line(problem) not in options.notices:
        options.notices.append(one_line(problem))

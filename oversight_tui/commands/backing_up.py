"""The backup that a command makes before it writes, once a day, and what is said where it cannot be made."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

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
        "restore",
        "today",
        "verify",
        "where",
        "worker",
    }
)


def back_up_at_start(module: str, store: Store, limits: Backups) -> None:
    """Make today's backup where there is none yet and the command of this module may write."""
    if store.backup_problem is not None:
        say(store.backup_problem)
    if module in NOT_AT_START or store.created:
        return
    from oversight_tui.services.backups import back_up_if_due

    say(back_up_if_due(store, limits))


def say(problem: str | None) -> None:
    """Say on stderr that a backup could not be made; the command goes on."""
    if problem is not None:
        sys.stderr.write(f"{one_line(problem)}\n")

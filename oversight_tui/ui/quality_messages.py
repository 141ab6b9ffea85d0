"""What the store answers of decisions as a list, audits, and why children were not seen.

No message has a `repr` with its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from oversight_tui.practice.audits import AuditedFile
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.decided import Decided
    from oversight_tui.practice.facts import Worker
    from oversight_tui.practice.visit_reasons import LateVisit


@dataclass(eq=False, repr=False)
class DecisionsLoaded(StoreAnswer):
    """Every decision about the children of the board, the newest first, for the list that opens."""

    decisions: tuple[Decided, ...]


@dataclass(eq=False, repr=False)
class DecisionsRead(StoreAnswer):
    """The same read again for the list that is open."""

    decisions: tuple[Decided, ...]


@dataclass(eq=False, repr=False)
class AuditsLoaded(StoreAnswer):
    """Every audit of the files of a board's children, oldest first, for the list that opens."""

    board: Board
    audits: tuple[AuditedFile, ...]


@dataclass(eq=False, repr=False)
class AuditsRead(StoreAnswer):
    """The same read again for the list that is open."""

    audits: tuple[AuditedFile, ...]


@dataclass(eq=False, repr=False)
class VisitsLoaded(StoreAnswer):
    """The visits that are late, for the list that opens; of one worker first, where it was asked from their row."""

    late: tuple[LateVisit, ...]
    worker: Worker | None


@dataclass(eq=False, repr=False)
class VisitsRead(StoreAnswer):
    """The same read again for the list that is open."""

    late: tuple[LateVisit, ...]


@dataclass(eq=False, repr=False)
class ListCopied(StoreAnswer):
    """A list as plain text; `command` prints the same."""

    text: str
    command: str

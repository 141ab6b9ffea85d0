"""What the store answers of decisions as a list, audits, and why children were not seen.

No message has a `repr` with its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from oversight_tui.practice.decided import Decided


@dataclass(eq=False, repr=False)
class DecisionsLoaded(StoreAnswer):
    """Every decision about the children of the board, the newest first, for the list that opens."""

    decisions: tuple[Decided, ...]


@dataclass(eq=False, repr=False)
class DecisionsRead(StoreAnswer):
    """The same read again for the list that is open."""

    decisions: tuple[Decided, ...]


@dataclass(eq=False, repr=False)
class ListCopied(StoreAnswer):
    """A list as plain text; `command` prints the same."""

    text: str
    command: str

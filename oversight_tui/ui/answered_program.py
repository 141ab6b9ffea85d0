"""The program as the store's answers find it: with its screens and the lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from oversight_tui.ui.program import Program, ProgramScreen

if TYPE_CHECKING:
    from oversight_tui.ui.finder import Finder
    from oversight_tui.ui.lock import ScreenLock
    from oversight_tui.ui.screens.board import BoardScreen


class AnsweredProgram(Program, Protocol):
    """What an answer may do besides what a screen may ask."""

    finder: Finder
    screen_lock: ScreenLock

    @property
    def board_screen(self) -> BoardScreen:
        """The board, which lies under every other screen."""

    @property
    def open_screens(self) -> Sequence[ProgramScreen[object]]:
        """Every screen that is open, the board first."""

    @property
    def on_top(self) -> ProgramScreen[object]:
        """The uppermost screen that has its widgets."""

    def copy_to_clipboard(self, text: str) -> None:
        """Hand text to the terminal's clipboard."""

    def still_locked(self, says: str) -> None:
        """What was typed does not unlock the store."""

    def unlocked(self) -> None:
        """The store can be used again."""

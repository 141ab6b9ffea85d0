"""What would be taken back is more, or older, than one takes back unasked: it is asked about first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.ui.dialogs.agree import AgreeDialog

if TYPE_CHECKING:
    from oversight_tui.ui.messages import UndoAsked
    from oversight_tui.ui.program import Program


def ask_before_undoing(program: Program, asked: UndoAsked, take_back: Callable[[], None]) -> None:
    """Ask whether that is meant, and take it back where it is."""
    dialog = AgreeDialog("Undo", asked.question, yes="Take it back", shows_words=True)
    program.open(dialog, lambda yes: take_back() if yes else None)

"""Asked before a list or the brief goes to the printer: paper with children's references is not made by a slip."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.ui.dialogs.agree import AgreeDialog
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


def ask_before_printing(program: Program, rows: int, print_it: Callable[[], None]) -> None:
    """Ask whether a list of so many rows is to be printed, and print it where it is."""
    said = f"{count(rows, 'row')} with children's references, laid out to carry and to tick."
    asked = f"{said} It goes to this computer's printer, and the journal says so."
    dialog = AgreeDialog("Print today's list", asked, yes="Print it", shows_words=False)
    program.open(dialog, lambda yes: print_it() if yes else None)


def ask_before_printing_brief(program: Program, print_it: Callable[[], None]) -> None:
    """Ask whether the brief is to be printed as it is shown, and print it where it is."""
    said = "Without names, for a wall." if program.names.hidden else "With the names of children."
    asked = f"{said} It goes to this computer's printer, and the journal says so."
    dialog = AgreeDialog("Print the brief", asked, yes="Print it", shows_words=False)
    program.open(dialog, lambda yes: print_it() if yes else None)

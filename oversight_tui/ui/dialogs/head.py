"""The head of a form: why what it is about is there, and what stood there last time. And its foot: what is said, and
what there is to press.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton

SAVE = RowButton("save", "Save", "Ctrl+S")
CLOSE = RowButton("leave", "Close", "Esc")
THROW_AWAY = RowButton("throw_away", "Throw away", "F8")
YES = RowButton("agree", "Yes", "y")
BACK = RowButton("leave", "Back", "Esc")


class FormHead(Container):
    """Stays in sight while the fields beneath are scrolled."""

    DEFAULT_CSS = """
    FormHead { dock: top; height: auto; background: $surface; }
    FormHead #about { height: auto; max-height: 6; color: $text-muted; }
    """

    def __init__(self, *more: Widget, id: str) -> None:
        super().__init__(id=id)
        self._more = more

    def compose(self) -> ComposeResult:
        """The lines, and what else stands there."""
        yield Static(id="about", markup=False)
        yield from self._more

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these, each with what it is before it."""
        about = self.query_one("#about", Static)
        width = max((len(name) for name, _ in lines), default=0)
        parts = [
            Content.assemble((f"{name:{width}} ", "bold"), Content(says)) if name else Content(says)
            for name, says in lines
        ]
        about.update(Content("\n").join(parts))
        about.display = bool(lines)


class FormFoot(Container):
    """What is asked or went wrong, and the buttons."""

    DEFAULT_CSS = """
    FormFoot { dock: bottom; height: auto; background: $surface; }
    FormFoot #says { height: auto; max-height: 7; display: none; }
    FormFoot #says.-said { display: block; }
    FormFoot #says.-wrong { color: $text-error; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """What is said, and the buttons."""
        yield Static(id="says", markup=False)
        yield ButtonRow(id="buttons")

    def say(self, text: str, *, wrong: bool) -> None:
        """Say something above the buttons; nothing where empty."""
        says = self.query_one("#says", Static)
        says.set_class(bool(text), "-said")
        says.set_class(wrong, "-wrong")
        says.update(Content(text))

    def show(self, buttons: Sequence[RowButton], says: str = "") -> None:
        """Show these buttons."""
        self.query_one(ButtonRow).show(buttons, says)

    def focus_buttons(self) -> None:
        """Where there is nothing to fill in, the first button is what is pressed next."""
        self.query_one(ButtonRow).focus()

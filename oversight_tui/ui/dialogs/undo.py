"""What would be taken back is more, or older, than one takes back unasked: y takes it back, anything else leaves it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.program import Dialog


class UndoDialog(Dialog[bool]):
    """Asks; dismissed with True for a yes."""

    DEFAULT_CSS = """
    UndoDialog { align: center middle; }
    UndoDialog #asked {
        width: 76; max-width: 100%; height: auto; max-height: 100%; border: round $border;
        background: $surface; padding: 0 1;
    }
    UndoDialog Static { height: auto; }
    UndoDialog #how { color: $text-muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "take_back", "take back", show=False),
        Binding("escape,n,u,enter", "leave", "leave", show=False),
    ]
    shows_words = True

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, and the keys."""
        with Container(id="asked") as asked:
            asked.border_title = "Undo"
            asked.border_subtitle = marking_of(self.program)
            yield Static(Content(self._question), id="question")
            yield Static(Content("y takes it back, Esc leaves it as it is."), id="how")

    def action_take_back(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No; nothing was undone."""
        self.dismiss(False)

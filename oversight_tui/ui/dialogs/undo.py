"""What would be taken back is more, or older, than one takes back unasked: y takes it back, anything else leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.window import Window, key_parts

if TYPE_CHECKING:
    from oversight_tui.ui.messages import UndoAsked
    from oversight_tui.ui.program import Program


def ask_before_undoing(program: Program, asked: UndoAsked, take_back: Callable[[], None]) -> None:
    """Ask whether that is meant, and take it back where it is."""
    program.open(UndoDialog(asked.question), lambda yes: take_back() if yes else None)


class UndoDialog(Window[bool]):
    """Asks; dismissed with True for a yes."""

    DEFAULT_CSS = """
    UndoDialog { align: center middle; }
    UndoDialog #asked {
        width: 76; max-width: 100%; height: auto; max-height: 100%; border: round $border;
        background: $surface; padding: 0 1;
    }
    UndoDialog Static { height: auto; }
    UndoDialog #how { margin-top: 1; }
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
            yield TextLine(id="how")

    def fill(self) -> None:
        """The keys, which can be clicked."""
        keys = key_parts(("y", "Take it back", "take_back"), ("esc", "Leave it as it is", "leave"))
        self.query_one("#how", TextLine).show(keys)

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        if event.action == "take_back":
            self.action_take_back()
        else:
            self.action_leave()

    def action_take_back(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No; nothing was undone."""
        self.dismiss(False)

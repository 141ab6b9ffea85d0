"""Asked before today's list goes to the printer: paper with children's references on it is not made by a slip."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.program import Dialog
from oversight_tui.words.dates import count


class PrintDialog(Dialog[bool]):
    """Yes prints, no leaves it."""

    CSS = """
    PrintDialog { align: center middle; }
    PrintDialog #asked {
        width: 62; max-width: 100%; height: auto; border: round $border; background: $surface; padding: 1 2;
    }
    PrintDialog Static { height: auto; }
    PrintDialog #how { color: $text-muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "print_it", "print", show=False),
        Binding("escape,n,enter,vertical_line", "leave", "leave", show=False),
    ]

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The question, and the keys."""
        with Container(id="asked") as asked:
            asked.border_title = Content("Print today's list")
            asked.border_subtitle = marking_of(self.program)
            said = f"{count(self._rows, 'row')} with children's references, laid out to carry and to tick."
            yield Static(Content(f"{said} It goes to this computer's printer, and the journal says so."))
            yield Static(Content("y prints it, Esc leaves it."), id="how")

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says so."""
        if event.is_printable and event.key not in self.active_bindings:
            how = self.query_one("#how", Static)
            how.update(Content(f"{event.character} does nothing here. y prints it, Esc leaves it."))

    def action_print_it(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No; nothing is printed."""
        self.dismiss(False)

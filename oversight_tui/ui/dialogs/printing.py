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
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.window import Window, key_parts
from oversight_tui.words.dates import count


class PrintDialog(Window[bool]):
    """Yes prints, no leaves it."""

    CSS = """
    PrintDialog { align: center middle; }
    PrintDialog #asked {
        width: 62; max-width: 100%; height: auto; border: round $border; background: $surface; padding: 1 2;
    }
    PrintDialog Static { height: auto; }
    PrintDialog #how { margin-top: 1; }
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
            yield TextLine(id="how")

    def fill(self) -> None:
        """The keys, which can be clicked."""
        self._show_keys()

    def _show_keys(self, *before: Part) -> None:
        keys = key_parts(("y", "Print it", "print_it"), ("esc", "Leave it", "leave"))
        self.query_one("#how", TextLine).show((*before, *keys))

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        if event.action == "print_it":
            self.action_print_it()
        else:
            self.action_leave()

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says so."""
        if event.is_printable and event.key not in self.active_bindings:
            self._show_keys(Part(f"{event.character} does nothing here. "))

    def action_print_it(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No; nothing is printed."""
        self.dismiss(False)

"""Something is asked before it is done: y does it; n, Esc, Enter and the key that began it leave it."""

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
from oversight_tui.ui.window import CLOSES, Window, key_parts


class AgreeDialog(Window[bool]):
    """Asks; dismissed with True for a yes. `yes` says what that does."""

    DEFAULT_CSS = """
    AgreeDialog { align: center middle; }
    AgreeDialog #asked {
        width: 76; max-width: 100%; height: auto; max-height: 100%; border: round $border;
        background: $surface; padding: 0 1;
    }
    AgreeDialog Static { height: auto; }
    AgreeDialog #question { margin-bottom: 1; }
    AgreeDialog #how { dock: bottom; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", "yes", show=False),
        Binding("escape,n,enter,u,vertical_line", "leave", "leave", show=False),
    ]

    def __init__(self, title: str, question: str, *, yes: str, shows_words: bool) -> None:
        super().__init__()
        self._title, self._question, self._yes = title, question, yes
        self.shows_words = shows_words

    def compose(self) -> ComposeResult:
        """The question, and the keys."""
        with Container(id="asked") as asked:
            asked.border_title = Content(self._title)
            asked.border_subtitle = marking_of(self.program)
            yield Static(Content(self._question), id="question")
            yield TextLine(id="how")

    def fill(self) -> None:
        """The keys, which can be clicked."""
        self._show_keys()

    def _show_keys(self, *before: Part) -> None:
        keys = key_parts(("y", self._yes, "agree"), CLOSES)
        self.query_one("#how", TextLine).show((*before, *keys))

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        if event.action == "agree":
            self.action_agree()
        else:
            self.action_leave()

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says so."""
        if event.is_printable and event.key not in self.active_bindings:
            self._show_keys(Part(f"{event.character} does nothing here. "))

    def action_agree(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No; nothing was done."""
        self.dismiss(False)

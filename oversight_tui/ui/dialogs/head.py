"""How a form looks, and its head: its title, and the line under it that says what to do or what is wrong."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from oversight_tui.ui.widgets.text_line import Part, TextLine

FORM_LOOKS = """
Form { align: center middle; }
Form #form {
    width: 90; max-width: 100%; height: auto; max-height: 100%; border: round $border;
    background: $surface; padding: 0 1; overflow-y: auto;
}
Form .field { height: auto; margin-bottom: 0; }
Form .label { height: 1; }
Form FieldInput { width: 1fr; height: auto; background: $panel; border: none; padding: 0; }
"""


class FormHead(Container):
    """Stays in sight while the fields beneath are scrolled."""

    DEFAULT_CSS = """
    FormHead { dock: top; height: auto; background: $surface; }
    FormHead #says { height: auto; min-height: 2; max-height: 7; margin-bottom: 1; color: $text-muted; }
    FormHead #says.-wrong { color: $text-error; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """Title and line."""
        yield TextLine(id="heading")
        yield Static(id="says", markup=False)

    def on_resize(self) -> None:
        """What is said takes more lines than before, or fewer: the field that is typed into stays in sight."""
        if (focused := self.screen.focused) is not None:
            self.call_after_refresh(focused.scroll_visible, animate=False)

    def show(self, title: str, remark: str) -> None:
        """Show the title, with a remark after it."""
        self.query_one("#heading", TextLine).show((Part(title, "bold"), Part(remark, "$text-muted")))

    def say(self, text: str, *, wrong: bool) -> None:
        """Say something under the title."""
        says = self.query_one("#says", Static)
        says.set_class(wrong, "-wrong")
        says.update(Content(text))

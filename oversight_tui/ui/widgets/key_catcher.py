"""A field that takes one key, whichever is pressed. Knows nothing of what keys do."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class KeyCatcher(Widget, can_focus=True):
    """Posts Caught with each key; Accepted on Enter and Left on Esc, which move in every list and are never caught."""

    DEFAULT_CSS = """
    KeyCatcher { height: 1; background: $field; }
    KeyCatcher:focus { background: $field-focused; }
    """

    class Caught(Message):
        """A key was pressed, as Textual names it."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Accepted(Message):
        """Enter was pressed."""

    class Left(Message):
        """Esc was pressed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.says = ""

    def show(self, says: str) -> None:
        """Show which key it is."""
        self.says = says
        self.refresh()

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Every key is caught here, whatever it does elsewhere."""
        return True

    def render(self) -> Content:
        """The key, or what to do."""
        return Content.styled(self.says, "bold") if self.says else Content("press the key")

    def on_key(self, event: events.Key) -> None:
        """Catch it."""
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.post_message(self.Accepted())
        elif event.key == "escape":
            self.post_message(self.Left())
        else:
            self.post_message(self.Caught(event.key))

"""One of a few ways to go on: what it is, and a line about it. Knows nothing of what it stands for."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class OfferedWay(Widget, can_focus=True):
    """Taken with Enter or a click."""

    DEFAULT_CSS = """
    OfferedWay { height: auto; padding: 0 1; margin-bottom: 1; border-left: thick $border-blurred; }
    OfferedWay:focus { border-left: thick $border; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    ALLOW_SELECT: ClassVar[bool] = False

    class Taken(Message):
        """It was taken."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: str, what: str, about: str) -> None:
        super().__init__(id=f"way-{key}")
        self.key = key
        self.what = what
        self.about = about

    def render(self) -> Content:
        """The key, what it is, and the line about it."""
        return Content.assemble(
            (f"{self.key}  ", "bold $text-accent"), (self.what, "bold"), "\n", (f"   {self.about}", "$text-muted")
        )

    def action_take(self) -> None:
        """Take it."""
        self.post_message(self.Taken(self.key))

    def on_click(self, event: events.Click) -> None:
        """A click takes it."""
        event.stop()
        self.action_take()

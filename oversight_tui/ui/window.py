"""A small window over a screen that is no form: a click does what its keys do, and one beside it leaves it."""

from __future__ import annotations

from textual import events

from oversight_tui.ui.program import Dialog, Result
from oversight_tui.ui.widgets.text_line import Part


class Window(Dialog[Result]):
    """Left with Esc, with a click on what says so, or with one beside it; nothing typed is lost with it."""

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside it leaves it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()


def key_parts(*keys: tuple[str, str, str]) -> list[Part]:
    """Each key, the word for what it does, and the action that a click on either asks for."""
    return [
        part
        for key, does, action in keys
        for part in (Part(f" {key}", "bold $text-accent", action), Part(f" {does} ", "", action))
    ]

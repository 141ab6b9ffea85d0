"""A form whose words are asked for once more before they are recorded: y does it, never the key that began it."""

from __future__ import annotations

from textual import events

from oversight_tui.ui.dialogs.form import Asked, Form, Typing


class ConfirmedForm(Form):
    """A reason, and then y. `missing` is said where there is no reason, `question` before the y."""

    AUTO_FOCUS = "#because"
    missing = ""
    question = ""

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        super().on_mount()
        self._asked_for: Asked | None = None

    def entered(self) -> None:
        """Ask once more."""
        if not self.typed()["because"].strip():
            self.say(self.missing, wrong=True)
            return
        self.keep_draft()
        self._asked_for = self.asks(self.typed())
        self.set_focus(None)
        self.say(f"{self.question} Esc goes back to the words.", wrong=True)

    def on_key(self, event: events.Key) -> None:
        """y does it."""
        if self._asked_for is not None and event.character == "y":
            event.stop()
            self.save(self._asked_for)

    def action_leave(self) -> None:
        """Back to the words first, then out."""
        if self._asked_for is not None:
            self._asked_for = None
            self.query_one(Typing).focus()
        else:
            super().action_leave()

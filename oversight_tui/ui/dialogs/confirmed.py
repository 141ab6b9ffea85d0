"""A form that asks once more: y says yes, and never the key that began it."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.words.problems import PlainProblem


class ConfirmedForm(Form):
    """Enter asks the form's question, y saves, Esc goes back to the words."""

    _asked_for: Request | None = None

    def question(self, typed: Mapping[str, str]) -> str:
        """What y does; empty where Enter saves at once."""
        raise NotImplementedError

    def entered(self) -> None:
        """Ask once more, where there is something to ask."""
        typed = self.typed()
        try:
            asked = self.asks(typed)
        except PlainProblem as problem:
            self.say(str(problem), wrong=True)
            return
        question = self.question(typed)
        if not question:
            self.save(asked)
            return
        self.keep_draft()
        self._asked_for = asked
        self.set_focus(None)
        self.say(f"{question} Esc goes back to the words.", wrong=True)

    def on_key(self, event: events.Key) -> None:
        """y saves."""
        if self._asked_for is not None and event.character == "y":
            event.stop()
            self.save(self._asked_for)

    def action_leave(self) -> None:
        """Back to the words first, then out."""
        if self._asked_for is not None:
            self._asked_for = None
            self.query(FieldInput).first().focus()
        else:
            super().action_leave()

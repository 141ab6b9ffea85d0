"""One open thing ended with a word: an action done or dropped, a decision given its reason."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import Closing
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Asked, Field, Form
from oversight_tui.words.dates import parse_date


class ReasonForm(Form):
    """The because of a decision that had none."""

    AUTO_FOCUS = "#because"

    def __init__(self, entry_id: str, about: About, sentences: tuple[str, ...]) -> None:
        fields = (Field("because", "Because", "Why; 1 to 9 puts in a sentence of yours", 3),)
        super().__init__(f"because:{entry_id}", f"Why it was decided about {about.shown}", fields)
        self.entry_id, self._sentences = entry_id, sentences

    def sentences_for(self, field: Field) -> tuple[str, ...]:
        """The manager's own sentences are reasons."""
        return self._sentences

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The reason."""
        return Asked("give_reason", (Closing(self.entry_id, self.oversight.worker.today(), typed["because"]),))


class ActionOutcomeForm(Form):
    """An action done, not to be done, or carried over."""

    AUTO_FOCUS = "#outcome"

    def __init__(self, entry_id: str, about: About) -> None:
        fields = (
            Field("outcome", "Done?", "yes, no, or the day it is carried over to: fri, +2w", 1, "yes"),
            Field("because", "Because", "Why not, or why later; may be left empty where it was done", 2),
        )
        super().__init__(f"outcome:{entry_id}", f"The action for {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The outcome, or the carrying over."""
        today = self.oversight.worker.today()
        outcome = typed["outcome"].strip().casefold()
        done = outcome in ("yes", "y", "done")
        closing = Closing(self.entry_id, today, typed["because"], done=done)
        if done or outcome in ("no", "n"):
            return Asked("close_action", (closing,))
        return Asked("carry_action", (closing, parse_date(outcome, today, weekdays="forward")))

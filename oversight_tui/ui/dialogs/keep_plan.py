"""The plan of a child kept in a session: what would be written, before it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from oversight_tui.practice.requests import Request, SessionTalk
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.field import digit_of
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.head import FormFoot
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.text import safe


class KeepPlanForm(Form):
    """Nothing is typed: the words stand there, another digit changes the reason, Enter writes them."""

    def __init__(self, about: About, talk: SessionTalk, reasons: Mapping[int, str]) -> None:
        key = DraftKey(FormName.KEEP_PLAN, name=about.reference)
        super().__init__(key, f"This would be written about {about.shown}", ())
        self.talk, self.reasons = talk, reasons

    def above(self) -> Iterable[Widget]:
        """The words as they would stand in the record."""
        yield Static(id="written", markup=False)

    def fill(self) -> None:
        """Show the words; there is no field, so that Enter presses the button that writes them."""
        super().fill()
        self._show()
        others = " ".join(str(digit) for digit in self.reasons)
        self.say(f"Enter writes it, {others} gives another reason, Esc leaves it unwritten.")
        self.query_one(FormFoot).focus_buttons()

    def on_key(self, event: events.Key) -> None:
        """A digit gives another reason."""
        if because := self.reasons.get(digit_of(event)):
            event.stop()
            self.talk = self.talk.__replace__(because=because)
            self._show()
        else:
            super().on_key(event)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The entry, word for word as it is shown."""
        return self.talk

    def _show(self) -> None:
        talk = self.talk
        written = (("Said", talk.text), ("Decision", talk.decision), ("Because", talk.because))
        lines = "\n".join(f"{name}: {words}" for name, words in written)
        self.query_one("#written", Static).update(Content(safe(lines)))

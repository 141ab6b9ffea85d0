"""The plan of a child kept in a session: what would be written, before it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from oversight_tui.practice.requests import Request, SessionTalk
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field, digit_of
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.head import FormFoot
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.button_row import ButtonRow


class KeepPlanForm(Form):
    """Nothing need be typed: the words stand there, another digit changes the reason, Enter writes them. Each can be
    written otherwise first.
    """

    def __init__(self, about: About, talk: SessionTalk, reasons: Mapping[int, str]) -> None:
        key = DraftKey(FormName.KEEP_PLAN, name=about.reference)
        fields = (
            Field("text", "Said", "In words the child may read one day", 2, talk.text, needed=True),
            Field("decision", "Decision", "What is decided", 1, talk.decision or "", needed=True),
            Field("because", "Because", "Why", 2, talk.because or "", needed=True),
        )
        super().__init__(key, f"This would be written about {about.shown}", fields)
        self.talk = talk
        self.reasons = reasons

    def above(self) -> Iterable[Widget]:
        """What the keys do."""
        others = ", ".join(str(digit) for digit in self.reasons)
        another = f"{others} gives another reason, " if len(self.reasons) > 1 else ""
        says = f"Enter writes it, {another}Shift+Tab changes the words, Esc closes it unwritten."
        yield Static(Content(says), id="written", markup=False)

    def fill(self) -> None:
        """The button that writes the words is what Enter presses."""
        super().fill()
        self.query_one(FormFoot).focus_buttons()

    def on_key(self, event: events.Key) -> None:
        """A digit on the button gives another reason."""
        because = self.reasons.get(digit_of(event)) if isinstance(self.focused, ButtonRow) else None
        if because:
            event.stop()
            self.sheet.input("because").begin(because)
        else:
            super().on_key(event)

    def sentences_for(self, field: Field) -> Mapping[int, str]:
        """None in the fields: a digit on the button gives another."""
        return NO_SENTENCES

    def written(self, typed: Mapping[str, str]) -> bool:
        """Another reason of those that are ready is no draft: it came with one key."""
        ready = typed["because"] in self.reasons.values()
        return super().written({**typed, "because": self.talk.because or ""} if ready else typed)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The entry, word for word as it is shown."""
        return self.talk.__replace__(text=typed["text"], decision=typed["decision"], because=typed["because"])

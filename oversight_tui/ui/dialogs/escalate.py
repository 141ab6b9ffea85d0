"""A matter taken to somebody senior, for advice or for a decision, and the answer to it."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import AnswerEscalation, EscalationRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import day_field
from oversight_tui.ui.dialogs.field import NO_SENTENCES, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.labels import SENIOR


class EscalateForm(Form):
    """To whom, and about what."""

    AUTO_FOCUS = "#to"

    def __init__(self, about: About) -> None:
        fields = (
            Field("to", "To", "A digit, or anybody else", needed=True),
            Field(
                "text",
                "The matter",
                "What they are asked, and whether for advice or for a decision",
                3,
                about.matter,
                needed=True,
            ),
            day_field("on", "Day", "When it was sent: today, yesterday, mon", "today"),
        )
        super().__init__(key_about(FormName.ESCALATE, about), f"Take to somebody senior: {about.shown}", fields)
        self.about = about

    def sentences_for(self, field: Field) -> Mapping[int, str]:
        """Digits put in whom a matter is mostly taken to."""
        return dict(enumerate(SENIOR, 1)) if field.id == "to" else NO_SENTENCES

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The escalation."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return EscalationRequest(typed["text"], typed["to"], on, self.about.someone)


class AnswerForm(Form):
    """What was answered."""

    AUTO_FOCUS = "#text"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (Field("text", "The answer", "What they said", 3, needed=True),)
        super().__init__(
            DraftKey(FormName.ESCALATION_ANSWER, entry_id=entry_id), f"The answer about {about.shown}", fields
        )
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The answer."""
        return AnswerEscalation(self.entry_id, typed["text"], self.program.worker.today())

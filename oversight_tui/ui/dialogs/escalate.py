"""A matter taken to somebody senior, and the answer to it."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import Closing, EscalationRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Asked, Field, Form


class EscalateForm(Form):
    """To whom, and about what."""

    AUTO_FOCUS = "#to"

    def __init__(self, about: About) -> None:
        fields = (
            Field("to", "To", "Service manager, head of quality assurance, principal social worker, legal"),
            Field("text", "The matter", "What they are asked", 3),
        )
        super().__init__(f"escalate:{about.key}", f"Take to somebody senior: {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The escalation."""
        today, about = self.oversight.worker.today(), self.about
        worker = None if about.child_id else about.worker_id
        request = EscalationRequest(typed["text"], typed["to"], today, child_id=about.child_id, worker_id=worker)
        return Asked("escalate", (request,))


class AnswerForm(Form):
    """What was answered."""

    AUTO_FOCUS = "#text"

    def __init__(self, entry_id: str, about: About) -> None:
        fields = (Field("text", "The answer", "What they said", 3),)
        super().__init__(f"answered:{entry_id}", f"The answer about {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The answer."""
        return Asked("answer", (Closing(self.entry_id, self.oversight.worker.today(), typed["text"]),))

"""Work that was handed in: signed off, or returned with what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import ApproveWork, Request, ReturnWork
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.typed import typed_yes


class SignOffForm(Form):
    """Good enough and why, or not and what is missing."""

    AUTO_FOCUS = "#approved"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("approved", "Signed off", f"yes, or no: it is returned. {about.text}"),
            Field("because", "Because", "Why it is good enough; or what is missing", 3),
        )
        super().__init__(DraftKey(FormName.SIGN_OFF, entry_id=entry_id), f"Work about {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """Either of both."""
        today = self.program.worker.today()
        if typed_yes(typed["approved"]):
            return ApproveWork(self.entry_id, typed["because"], today)
        return ReturnWork(self.entry_id, typed["because"], today)

"""Work about a child: handed in, and then signed off, or returned with what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import ApproveWork, HandInWork, Request, ReturnWork
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_yes


class HandInForm(Form):
    """What was handed in, by whom and when; it waits on the list until it is signed off or returned."""

    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        fields = (
            Field("what", "What", "The assessment, the plan, the report", needed=True),
            Field(
                "by",
                "By",
                "Who wrote it; somebody else signs it off",
                1,
                about.worker or "",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
            ),
            day_field("on", "Day", "When it was handed in: today, yesterday, mon", "today"),
        )
        super().__init__(key_about(FormName.HAND_IN, about), f"Handed in: work about {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The work."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return HandInWork(self.about.child, typed["what"], typed["by"], on)


class SignOffForm(Form):
    """Good enough and why, or not and what is missing."""

    AUTO_FOCUS = "#approved"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("approved", "Signed off", f"No returns it. {about.text}", choices=YES_NO, needed=True),
            Field("because", "Because", "Why it is good enough; or what is missing", 3, needed=True),
            Field(
                "who",
                "Who",
                "Who does, where it is not you: a name, or outside: name",
                named="worker",
                cells=NAME_CELLS,
            ),
        )
        super().__init__(DraftKey(FormName.SIGN_OFF, entry_id=entry_id), f"Work about {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """Either of both."""
        today = self.program.worker.today()
        if typed_yes(typed["approved"]):
            return ApproveWork(self.entry_id, typed["because"], today, typed["who"])
        return ReturnWork(self.entry_id, typed["because"], today, typed["who"])

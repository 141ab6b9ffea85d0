"""Work about a child: due, handed in, and then signed off, or returned with what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import (
    ApproveWork,
    HandInWork,
    Request,
    ReturnWork,
    WorkDueRequest,
    WorkNotNeeded,
)
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.typed import typed_yes


class HandInForm(Form):
    """What was handed in, by whom and when, which then waits to be signed off; or what is due, on a day to come."""

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
            Field(
                "due",
                "Due",
                "By when, where it is still to be handed in: fri, 11 dec",
                day="from_today",
                cells=DAY_CELLS,
            ),
        )
        super().__init__(key_about(FormName.HAND_IN, about), f"Work about {about.shown}: handed in, or due", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The work that was handed in, or is due."""
        today = self.program.worker.today()
        if typed["due"]:
            due_on = day_read(typed["due"], today, "from_today")
            return WorkDueRequest(self.about.child, typed["what"], due_on, typed["by"])
        return HandInWork(self.about.child, typed["what"], typed["by"], parse_date(typed["on"] or "today", today))


class WorkDueForm(Form):
    """What became of work that was due: it was handed in, or it is not needed and why."""

    AUTO_FOCUS = "#handed_in"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field(
                "handed_in", "Handed in", f"No: it is not needed any more. {about.text}", choices=YES_NO, needed=True
            ),
            Field("because", "Because", "Why it is not needed any more; empty where it was handed in", 2),
        )
        super().__init__(DraftKey(FormName.WORK_DUE, entry_id=entry_id), f"Work due about {about.shown}", fields)
        self.entry_id, self.about = entry_id, about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """Either of both."""
        today = self.program.worker.today()
        if typed_yes(typed["handed_in"]):
            return HandInWork(self.about.child, "", "", today, self.entry_id)
        return WorkNotNeeded(self.entry_id, typed["because"], today)


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

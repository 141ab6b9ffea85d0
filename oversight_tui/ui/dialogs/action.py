"""What is to be done for a child or with a worker, by whom and by when."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import ActionRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.words.dates import parse_date


class ActionForm(Form):
    """A new action."""

    AUTO_FOCUS = "#text"

    def __init__(self, about: About) -> None:
        fields = (
            Field("text", "Action", "What is to be done", 2, action=True, needed=True),
            Field(
                "owner",
                "Who",
                "Who does it",
                1,
                about.worker or "",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
                sees_to=True,
            ),
            Field("by", "By when", "fri, +2w, 3 Apr", day="to_come", needed=True, cells=DAY_CELLS, whose=("owner",)),
        )
        super().__init__(key_about(FormName.ACTION, about), f"An action for {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The action."""
        today = self.program.worker.today()
        by = parse_date(typed["by"], today, weekdays="forward")
        return ActionRequest(self.about.someone, typed["text"], typed["owner"], by, today)

"""Which past day the board is looked at: nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from oversight_tui.ui.dialogs.common_fields import DAY_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.button_row import RowButton
from oversight_tui.words.dates import long_day
from oversight_tui.words.meant_days import CHILDREN_ACT, day_read


class LookBackForm(Form):
    """One day, handed on to `looked_at`."""

    about_a_child = False
    save_button = RowButton("save", "Look", "Ctrl+S")  # nothing is recorded
    AUTO_FOCUS = "#day"

    def __init__(self, looked_at: Callable[[date], None]) -> None:
        hint = "The day whose evening you look at: 30 June, -3w"
        field = Field("day", "Day", hint, day="looked_at", cells=DAY_CELLS, needed=True)
        super().__init__(DraftKey(FormName.LOOK_BACK), "See the board as at a past day", (field,))
        self._looked_at = looked_at

    def written(self, typed: Mapping[str, str]) -> bool:
        """Nothing is typed here that would be missed."""
        return False

    def entered(self) -> None:
        """Show that day, which must have passed."""
        typed, today = self.typed(), self.program.worker.scope.now()
        problems = self.sheet.problems_seen(typed)
        if problems:
            self.saver.wrong(problems)
            return
        day = day_read(typed["day"], today, "looked_at")
        if day >= today:
            yesterday = long_day(today - timedelta(days=1))
            self.saver.wrong({"day": f"A day that has passed is looked at: {yesterday}, or one before it."})
            return
        if day < CHILDREN_ACT:
            self.saver.wrong({"day": f"No day before {long_day(CHILDREN_ACT)} is looked at: nothing here is older."})
            return
        self.saver.under_way = True
        self.program.drafts.keep(self.draft_key, None)
        self.dismiss(None)
        self._looked_at(day)

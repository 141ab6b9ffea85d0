"""A handover that was planned for a day: confirmed, moved to another day, or called off."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import CallOffHandOver, ConfirmHandOver, MoveHandOver, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, day_field, first_steps_fields, typed_first_steps
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import unread_in

_LATER = "later"
_OUTCOMES = (*YES_NO, Choice(_LATER, _LATER, "l"))


class HandOverToComeForm(Form):
    """Whether it has taken place; with it what the new worker does first."""

    AUTO_FOCUS = "#outcome"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("outcome", "Done?", "No calls it off; later moves it", 1, "yes", choices=_OUTCOMES),
            Field("later", "Moved to", "The new day: fri, +2w, 3 Apr", day="to_come", cells=DAY_CELLS),
            Field("because", "Because", "Why it is called off; else left empty"),
            day_field("on", "Day", "When it took place: today, yesterday, mon", "today"),
            *first_steps_fields(),
        )
        key = DraftKey(FormName.HANDOVER_TO_COME, entry_id=entry_id)
        super().__init__(key, f"The handover of {about.shown}", fields)
        self.entry_id = entry_id
        self.about_whom = (about,)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What became of it."""
        today, later, because = self.program.worker.today(), typed["later"].strip(), typed["because"].strip()
        outcome = typed["outcome"] or "yes"
        if later and outcome != _LATER:
            raise unread_in("later", "A day is for a handover that is moved: take it out, or choose l.")
        if outcome == _LATER:
            if not later:
                raise unread_in("later", "Give the day it is moved to: fri, +2w, 3 Apr.")
            return MoveHandOver(self.entry_id, parse_date(later, today, weekdays="forward"))
        if outcome == "no":
            return CallOffHandOver(self.entry_id, because, today)
        if because:
            raise unread_in("because", "A reason is for a handover that is called off: take it out, or choose n.")
        steps, on = typed_first_steps(typed, today), parse_date(typed["on"] or "today", today)
        return ConfirmHandOver(self.entry_id, on, steps.seen_by, steps.first_actions, steps.review_on)

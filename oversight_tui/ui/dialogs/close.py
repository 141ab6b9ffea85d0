"""One open thing ended or answered with a word: an action, a decision without its reason, a review, a disagreement."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import CarryAction, CloseAction, Disagree, GiveReason, Request, ReviewDecision
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    CHANGED,
    DAY_CELLS,
    NAME_CELLS,
    day_field,
    look_again_field,
    read_yes_no,
    reason_field,
)
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import unread_in

_LATER = "later"
_OUTCOMES = (*YES_NO, Choice(_LATER, _LATER, "l"))


class ReasonForm(Form):
    """The because of a decision that had none."""

    AUTO_FOCUS = "#because"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (reason_field(3, needed=True),)
        super().__init__(
            DraftKey(FormName.REASON, entry_id=entry_id), f"Why it was decided about {about.shown}", fields
        )
        self.entry_id = entry_id
        self.about_whom = (about,)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The reason."""
        return GiveReason(self.entry_id, typed["because"], self.program.worker.today())


class ActionOutcomeForm(Form):
    """An action done, not to be done, or carried over."""

    AUTO_FOCUS = "#outcome"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("outcome", "Done?", "No gives it up; later carries it over", 1, "yes", choices=_OUTCOMES),
            Field("later", "Until", "The day it is carried over to: fri, +2w", day="to_come", cells=DAY_CELLS),
            Field("because", "Because", "Why not, or why later; may be left empty where it was done", 2),
            day_field("on", "Day", "When it was done or given up: today, yesterday, mon", "today"),
        )
        super().__init__(DraftKey(FormName.ACTION_OUTCOME, entry_id=entry_id), f"The action for {about.shown}", fields)
        self.entry_id = entry_id
        self.itself = (("Action", about.text),) if about.text else ()

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The outcome, or the carrying over."""
        today = self.program.worker.today()
        outcome = typed["outcome"].strip().casefold()
        done = outcome in ("yes", "y", "done")
        on = parse_date(typed["on"] or "today", today)
        if done or outcome in ("no", "n"):
            if typed["later"].strip():
                raise unread_in("later", "A day is for an action that is carried over: take it out, or choose l.")
            return CloseAction(self.entry_id, on, done, typed["because"])
        to = parse_date(_until(outcome, typed["later"]), today, weekdays="forward")
        return CarryAction(self.entry_id, to, on, typed["because"])


class ReviewDecisionForm(Form):
    """A decision looked at again; settled where no next day is given."""

    AUTO_FOCUS = "#because"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("because", "What was found", f"What came of it: {about.text}", 3, needed=True),
            look_again_field("next", ": it is looked at again then. Empty settles it"),
            CHANGED,
            Field("overturned", "Overturned", "Decided otherwise now: y; what was found says why", choices=YES_NO),
        )
        super().__init__(
            DraftKey(FormName.REVIEW_DECISION, entry_id=entry_id), f"The decision about {about.shown}", fields
        )
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The review."""
        today, again = self.program.worker.today(), typed["next"].strip()
        next_on = parse_date(again, today, weekdays="forward") if again else None
        overturned = read_yes_no(typed["overturned"]) is True
        return ReviewDecision(
            self.entry_id, typed["because"], today, next_on, read_yes_no(typed["changed"]), overturned
        )


class DisagreeForm(Form):
    """A worker who sees a decision otherwise."""

    AUTO_FOCUS = "#text"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field(
                "who",
                "Who",
                "Who sees it otherwise, or outside: name",
                1,
                about.worker or "",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field("text", "What they say", "In their words; the decision stands as it is", 3, needed=True),
        )
        super().__init__(
            DraftKey(FormName.DISAGREE, entry_id=entry_id), f"Another view of the decision about {about.shown}", fields
        )
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The disagreement."""
        return Disagree(self.entry_id, typed["who"], typed["text"], self.program.worker.today())


def _until(outcome: str, later: str) -> str:
    """The day to which an action is carried over."""
    if outcome != _LATER:
        return outcome  # an earlier version took the day in the place of the choice
    if not later.strip():
        raise unread_in("later", "Give the day it is carried over to: fri, +2w, 3 Apr.")
    return later

"""The end of a session: how long it took, and when the next one is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.agenda import Candidate
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests import FinishSession, Request
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, FEEDBACK, FEEDBACK_WORDS, TIME_CELLS, read_yes_no
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session import COUNTS, feedback_of, on_to_the_word, read_minutes
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.dates import parse_date, weekday_day
from oversight_tui.words.typed import typed_references


class NotReached(Struct, frozen=True):
    """Who was on the agenda of this day and is carried over, and the one of them whose time runs out first."""

    children: tuple[ChildId, ...]
    soonest: Candidate | None
    day: date

    @property
    def runs_out(self) -> str:
        """Until when the next talk about that one can wait; empty where all can wait."""
        one = self.soonest
        if one is None or one.last_day is None:
            return ""
        has = "has" if one.last_day >= self.day else "had"
        return f"{one.reference} {has} to be talked about by {weekday_day(one.last_day)}"


_LATER = Field(
    "later",
    "To write up",
    "Who else was talked about: references or names, with commas between; it is written later",
    named="child",
)


class FinishForm(Form):
    """Minutes, what is carried over, and the next session where none is planned; `plans` is the key that plans it,
    `thought_of` the day that the agenda was made for, which is planned only where it is typed.

    Where so few were reached that it is `cut_short`, whether it counts has to be said.
    """

    about_a_child = False

    AUTO_FOCUS = "#minutes"

    def __init__(
        self,
        session_id: EntryId,
        worker: str,
        left: NotReached,
        planned: date | None,
        thought_of: date | None,
        plans: str,
        *,
        cut_short: bool,
    ) -> None:
        number = len(left.children)
        hint = f"How long it took; {number} not reached are carried over" if number else "How long it took"
        if planned is not None:
            hint += f". The next is planned for {weekday_day(planned)}"
        if left.runs_out:
            hint += f". {left.runs_out}"
        fields = [Field("minutes", "Minutes", hint, needed=True, cells=TIME_CELLS, reads=read_minutes)]
        if planned is None:
            fields.append(_next(thought_of, plans, left.runs_out))
        needed = COUNTS.__replace__(hint=f"{number} were not reached: is it supervision held?", needed=True, unsaid="")
        fields.append(needed if cut_short else COUNTS)
        fields += (*((_LATER,) if number else ()), FEEDBACK, FEEDBACK_WORDS)
        super().__init__(
            DraftKey(FormName.FINISH_SESSION, entry_id=session_id), f"Supervision with {worker} ends", fields
        )
        self.session_id = session_id
        self.left = left.children

    def fill(self) -> None:
        """Whether it helped is one key, after which the word with it can be typed."""
        super().fill()
        self.sheet.when_chosen = on_to_the_word(self)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The end."""
        typed_next, today = typed.get("next", ""), self.program.worker.today()
        next_on = parse_date(typed_next, today, weekdays="forward") if typed_next.strip() else None
        counts = read_yes_no(typed["counts"])
        minutes, later = read_minutes(typed["minutes"]), typed_references(typed.get("later", ""))
        return FinishSession(self.session_id, minutes, next_on, self.left, later, counts, feedback_of(typed))


def _next(thought_of: date | None, plans: str, runs_out: str) -> Field:
    """The day of the next session: that which the agenda thinks of stands there as long as none is typed; after it
    until when it can wait.
    """
    after = f". {runs_out}" if runs_out else ""
    agenda = f"; the agenda thinks of {weekday_day(thought_of)}" if thought_of is not None else ""
    return Field(
        "next",
        "Next",
        f"None is planned{agenda}. The day of the next: +3w, tue, 3 Apr; left empty, {plans} plans it later{after}",
        ghost=f"e.g. {weekday_day(thought_of)}" if thought_of is not None else "",
        day="to_come",
        cells=DAY_CELLS,
    )

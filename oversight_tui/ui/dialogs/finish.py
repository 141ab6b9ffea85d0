"""The end of a session: how long it took, and when the next one is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests import FinishSession, Request
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, TIME_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session import COUNTS, read_counts, read_minutes
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.dates import parse_date, weekday_day


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
        left: tuple[ChildId, ...],
        planned: date | None,
        thought_of: date | None,
        plans: str,
        *,
        cut_short: bool,
    ) -> None:
        hint = f"How long it took; {len(left)} not reached are carried over" if left else "How long it took"
        if planned is not None:
            hint += f". The next is planned for {weekday_day(planned)}"
        fields = [Field("minutes", "Minutes", hint, needed=True, cells=TIME_CELLS, reads=read_minutes)]
        if planned is None:
            fields.append(_next(thought_of, plans))
        needed = COUNTS.__replace__(
            hint=f"{len(left)} were not reached: is it supervision held?", needed=True, unsaid=""
        )
        fields.append(needed if cut_short else COUNTS)
        super().__init__(
            DraftKey(FormName.FINISH_SESSION, entry_id=session_id), f"Supervision with {worker} ends", fields
        )
        self.session_id = session_id
        self.left = left

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The end."""
        typed_next, today = typed.get("next", ""), self.program.worker.today()
        next_on = parse_date(typed_next, today, weekdays="forward") if typed_next.strip() else None
        counts = read_counts(typed["counts"])
        return FinishSession(self.session_id, read_minutes(typed["minutes"]), next_on, self.left, counts)


def _next(thought_of: date | None, plans: str) -> Field:
    """The day of the next session: that which the agenda thinks of stands there as long as none is typed."""
    agenda = f"; the agenda thinks of {weekday_day(thought_of)}" if thought_of is not None else ""
    return Field(
        "next",
        "Next",
        f"None is planned{agenda}. The day of the next: +3w, tue, 3 Apr; left empty, {plans} plans it later",
        ghost=f"e.g. {weekday_day(thought_of)}" if thought_of is not None else "",
        day="to_come",
        cells=DAY_CELLS,
    )

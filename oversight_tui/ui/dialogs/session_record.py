"""What became of the record of a session: sent on to the worker, agreed by them, or seen otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.personal import RecordStep
from oversight_tui.practice.requests import Request, SessionRecordRequest, WaitingRecordRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, day_field
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date, short_day
from oversight_tui.words.day_labels import RECORD_STEP
from oversight_tui.words.typed import Unread, typed_yes

_STEPS = tuple(Choice(step, words, step[0]) for step, words in RECORD_STEP.items())


class SessionRecordForm(Form):
    """Of one session, or of those of a worker that wait: the oldest of them unless a day is given."""

    about_a_child = False
    AUTO_FOCUS = "#step"

    def __init__(self, about: About, today: date, session: EntryId | None = None, held_on: date | None = None) -> None:
        step = Field("step", "It is", "Sent on to the worker, agreed by them, or seen otherwise", choices=_STEPS)
        words = Field("text", "Their words", "How the worker sees it otherwise; they stand in their own file", 2)
        on = day_field("on", "Day", "today, yesterday, mon, 3 Apr", "today")
        fields = [step.__replace__(needed=True), words, on]
        if session is None:
            of = "The day of the session; left empty it is the oldest that waits"
            also = "yes says the same of every session before it that waits"
            fields.append(Field("of", "Session", of, day="happened", cells=DAY_CELLS))
            fields.append(Field("before", "Earlier too", also, value="no", choices=YES_NO))
        which = f" of {short_day(held_on, today)}" if held_on is not None else ""
        key = DraftKey(FormName.SESSION_RECORD, worker_id=about.worker_id, entry_id=session)
        super().__init__(key, f"Record of the session{which}: {about.shown}", fields)
        self.about, self.session = about, session

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What became of it."""
        today = self.program.worker.today()
        step, on = _read(typed["step"]), parse_date(typed["on"] or "today", today)
        if self.session is not None:
            return SessionRecordRequest(self.session, step, on, typed["text"])
        of = parse_date(typed["of"], today) if typed["of"].strip() else None
        before = typed_yes(typed["before"])
        return WaitingRecordRequest(self.about.its_worker, step, on, typed["text"], of, before)


def _read(typed: str) -> RecordStep:
    for step in ("sent", "agreed", "otherwise"):
        if typed == step:
            return step
    raise Unread("Choose one of these.")

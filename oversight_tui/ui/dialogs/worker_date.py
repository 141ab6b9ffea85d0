"""A day on which something of a worker runs out; an appraisal and a probation are kept in their own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from oversight_tui.practice.personal import TOLD_AHEAD
from oversight_tui.practice.records.workers import WorkerDateWhat
from oversight_tui.practice.requests import OwnFileDateRequest, Request, WorkerDateRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.day_labels import WORKER_DATE
from oversight_tui.words.meant_days import day_meant, day_read
from oversight_tui.words.typed import unread_in

_LETTERS = {"registration": "r", "car_insurance": "i", "contract_end": "c", "appraisal": "a", "probation": "p"}
_CHOICES = tuple(Choice(what, WORKER_DATE[what], letter) for what, letter in _LETTERS.items())


class WorkerDateForm(Form):
    """Which, and when; left empty it runs out no more."""

    about_a_child = False
    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        what, day = (about.runs_out[0], about.runs_out[1].isoformat()) if about.runs_out is not None else ("", "")
        hint, whole = (
            "An appraisal and a probation are in the own file",
            "30 Nov 2027, 3 Apr; empty: it runs out no more",
        )
        fields = (
            Field("what", "What", hint, value=what, choices=_CHOICES, needed=True),
            Field("day", "Day", whole, value=day, day="to_come", cells=DAY_CELLS),
        )
        super().__init__(DraftKey(FormName.WORKER_DATE, worker_id=about.worker_id), f"A date of {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The date."""
        worker, today, day = self.about.its_worker, self.program.worker.today(), typed["day"].strip()
        in_own_file = next((one for one in TOLD_AHEAD if one == typed["what"]), None)
        if in_own_file is not None:
            if not day:
                raise unread_in("day", "Give the day. What is settled is written in the own file.")
            return OwnFileDateRequest(worker, in_own_file, day_meant(day, today, "to_come"))
        what = next((one for one in get_args(WorkerDateWhat) if one == typed["what"]), None)
        if what is None:
            raise unread_in("what", "Choose which date it is.")
        return WorkerDateRequest(worker, what, day_read(day, today, "to_come") if day else None)

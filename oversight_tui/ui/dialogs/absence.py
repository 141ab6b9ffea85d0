"""A worker away, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.practice.requests import AbsenceRequest, EndAbsence, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS
from oversight_tui.ui.dialogs.field import Field, last_since
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.absences import category_of
from oversight_tui.words.dates import parse_date
from oversight_tui.words.labels import ABSENCE
from oversight_tui.words.problems import PlainProblem


class ReasonUnread(PlainProblem):
    """A reason that is none of the categories."""

    field = "reason"


_REASONS = tuple(Choice(one, one) for one in ABSENCE)


class BackForm(Form):
    """The last day of the absence a worker is in."""

    about_a_child = False

    AUTO_FOCUS = "#last"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "last",
                "Last day",
                "The last day away: yesterday, fri, 3 Apr",
                1,
                "yesterday",
                day="either",
                cells=DAY_CELLS,
            ),
        )
        super().__init__(
            DraftKey(FormName.BACK, worker_id=about.worker_id), f"{about.shown} is away, up to which day?", fields
        )
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The end of the absence; a weekday is the next one."""
        last = parse_date(typed["last"], self.program.worker.today(), weekdays="from_today")
        return EndAbsence(self.about.its_worker, last)


class AbsenceForm(Form):
    """From when to when, and a category of reason."""

    about_a_child = False

    AUTO_FOCUS = "#first"

    def __init__(self, about: About) -> None:
        fields = (
            Field("first", "From", "The first day away: today, mon, 3 Apr", 1, "today", day="either", cells=DAY_CELLS),
            Field("last", "To", "The last day away; empty while it is not known", day="either", cells=DAY_CELLS),
            Field("reason", "Reason", "No more than one of these", 1, "leave", choices=_REASONS),
            Field(
                "covered_by",
                "Who helps out",
                "A name of the team, or outside: name; empty while nobody does",
                named="worker",
            ),
        )
        super().__init__(DraftKey(FormName.ABSENCE, worker_id=about.worker_id), f"{about.shown} is away", fields)
        self.about = about

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The last day is none before the first."""
        return last_since(self.fields, self._first(typed))

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The absence."""
        today, last = self.program.worker.today(), typed["last"].strip()
        reason = category_of(typed["reason"])
        if reason is None:
            raise ReasonUnread("A reason is leave, sickness, training or other.")
        return AbsenceRequest(
            self.about.its_worker,
            self._first(typed),
            parse_date(last, today, weekdays="from_today") if last else None,
            cast(AbsenceReason, reason),
            covered_by=typed["covered_by"].strip() or None,
        )

    def _first(self, typed: Mapping[str, str]) -> date:
        return parse_date(typed["first"] or "today", self.program.worker.today(), weekdays="from_today")

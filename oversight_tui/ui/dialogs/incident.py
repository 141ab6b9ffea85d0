"""A serious incident: what happened and who was told; and, afterwards, who else was told and which step was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from typing import get_args

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.records.incidents import WITH_REASON, IncidentStepWhat
from oversight_tui.practice.requests import (
    IncidentRequest,
    Request,
    StepAfterIncident,
    TellOfIncident,
    ToldOfIncident,
)
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import TIME_CELLS, day_field, read_yes_no
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.goes_on import goes_on
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.present.form_head import told_of_incident
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.day_labels import INCIDENT_STEP
from oversight_tui.words.times import parse_time
from oversight_tui.words.typed import Unread, unread_in

_TOLD = "told"
_LETTERS: Mapping[IncidentStepWhat, str] = {
    "notified": "n",
    "not_notifiable": "o",
    "reviewed": "r",
    "no_review": "w",
    "closed": "c",
}
_STEPS = (
    Choice(_TOLD, "somebody was told", "t"),
    *(Choice(step, INCIDENT_STEP[step], letter) for step, letter in _LETTERS.items()),
)
_PARTS = ("who", "at", "day", "said")


def _time_field(id: str, hint: str) -> Field:
    return Field(id, "Time", hint, cells=TIME_CELLS, reads=parse_time)


def told_field(number: int = 1) -> Field:
    """Who was told, when, and what; another comes when one is filled in."""
    who, at, day, said = (f"told_{number}_{part}" for part in _PARTS)
    parts = (
        Field(who, "Who", "Who was told: the head of service, the police", ghost="Who was told", needed=True),
        Field(at, "When", "At what time: 14.25", ghost="Time", cells=TIME_CELLS, reads=parse_time),
        Field(day, "Day", "On which day; today unless said", ghost="Day", day="happened", cells=12),
        Field(said, "What", "What was said, where that matters", ghost="What was said"),
    )
    return Field(f"told_{number}", "Told" if number == 1 else "and", parts=parts, more=lambda: told_field(number + 1))


class IncidentForm(Form):
    """What happened, who was told and when; with it the clocks begin, and a legal hold stands unless refused."""

    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        fields = (
            Field("what", "What", "What happened", 3, needed=True),
            day_field("on", "Day", "When: today, yesterday, mon", "today"),
            _time_field("at", "At what time: 14.10"),
            told_field(),
            Field("hold", "Legal hold", "Nothing about the child is erased meanwhile", 1, "yes", choices=YES_NO),
        )
        super().__init__(key_about(FormName.INCIDENT, about), f"A serious incident: {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The incident, with all who were told."""
        return IncidentRequest(
            self.about.child,
            typed["what"],
            parse_date(typed["on"] or "today", self.program.worker.today()),
            typed["at"].strip() or None,
            tuple(_told(typed, self.program.worker.today())),
            legal_hold=read_yes_no(typed["hold"]) is not False,
        )


class IncidentStepForm(Form):
    """Somebody more was told, or a step was taken or is not to be."""

    AUTO_FOCUS = "#step"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("step", "What", "What was done, or is not to be", choices=_STEPS, needed=True),
            Field("who", "Who was told", "Where somebody was: the head of service, the police"),
            _time_field("at", "Where somebody was told: at what time, 14.25"),
            Field("text", "Because", "Why it is not to be, or is closed; where somebody was told, what was said", 2),
            day_field("on", "Day", "When: today, yesterday, mon", "today"),
        )
        super().__init__(DraftKey(FormName.INCIDENT_STEP, entry_id=entry_id), f"The incident: {about.shown}", fields)
        self.entry_id = entry_id

    def fill(self) -> None:
        """Once somebody was told, who can be typed at once."""
        super().fill()
        self.sheet.when_chosen = self._on_to_who

    def _on_to_who(self, field: str, value: str, picked: bool) -> None:
        if picked and value == _TOLD:
            goes_on(self, "who")

    def told_of(self, page: ChildPage) -> tuple[tuple[str, str], ...]:
        """Who was told of it so far, and which steps are done."""
        return told_of_incident(self.entry_id, page, self.program.worker.today(), self.program.names)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The telling, or the step."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        who, at, text = (typed[field].strip() for field in ("who", "at", "text"))
        if typed["step"] == _TOLD:
            if not who:
                raise unread_in("who", "Say who was told.")
            return TellOfIncident(self.entry_id, ToldOfIncident(who, at or None, text), on)
        step = next((one for one in get_args(IncidentStepWhat) if one == typed["step"]), None)
        if step is None:
            raise Unread("Choose what was done.")
        if who or at:
            raise unread_in("who" if who else "at", "Who was told, and when, is said with t: somebody was told.")
        if step in WITH_REASON and not text:
            raise unread_in("text", "Say why, in a few words.")
        return StepAfterIncident(self.entry_id, step, on, text or None)


def _told(typed: Mapping[str, str], today: date) -> Iterator[ToldOfIncident]:
    """All who were told. Raises PlainProblem where it is not said who."""
    for number in count(1):
        fields = [f"told_{number}_{part}" for part in _PARTS]
        if fields[0] not in typed:
            return
        who, at, day, said = (typed[field].strip() for field in fields)
        if (at or day or said) and not who:
            raise unread_in(fields[0], "Say who was told.")
        if who:
            yield ToldOfIncident(who, at or None, said, parse_date(day, today) if day else None)

"""A session planned, moved to another day, or cancelled with its reason; a schedule of them laid down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.requests import CancelSession, LayDownSessions, MoveSession, PlanSession, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, TIME_CELLS, time_field
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session import kind_and_by, minutes_field, read_minutes, read_session_kind
from oversight_tui.ui.dialogs.then_remarks import ThenRemarks
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.dates import long_day, parse_date
from oversight_tui.words.labels import SESSION
from oversight_tui.words.text import folded
from oversight_tui.words.typed import Unread, unread_in, whole_number


class PlanForm(Form):
    """A session to come."""

    about_a_child = False

    AUTO_FOCUS = "#on"

    def __init__(self, about: About) -> None:
        fields = (
            Field("on", "Planned for", "fri, +2w, 3 Apr", day="to_come", needed=True, cells=DAY_CELLS),
            time_field(),
            minutes_field(),
            *kind_and_by(SESSION["one_to_one"]),
        )
        super().__init__(
            DraftKey(FormName.PLAN_SESSION, worker_id=about.worker_id), f"Plan supervision with {about.shown}", fields
        )
        self.about = about

    def fill(self) -> None:
        """Fill it: what else both have then is said."""
        super().fill()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).planned(typed, self.about.worker_id))

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The plan."""
        on = parse_date(typed["on"], self.program.worker.today(), weekdays="forward")
        kind, minutes = read_session_kind(typed["kind"]), read_minutes(typed["minutes"])
        return PlanSession(self.about.its_worker, on, kind, minutes, typed["supervisor"], typed["at"].strip() or None)


class PlanOnDayForm(Form):
    """A session on the day one stands on, with whoever is named; `team` are the workers, each with their name."""

    about_a_child = False

    def __init__(self, on: date, worker: str, team: Sequence[tuple[str, WorkerId]]) -> None:
        fields = (
            Field(
                "worker",
                "With",
                "Whom you supervise on that day",
                1,
                worker,
                named="worker",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field("on", "Planned for", "fri, +2w, 3 Apr", 1, str(on), day="to_come", needed=True, cells=DAY_CELLS),
            time_field(),
            minutes_field(),
            *kind_and_by(SESSION["one_to_one"]),
        )
        super().__init__(DraftKey(FormName.PLAN_SESSION, name=str(on)), f"Plan supervision on {long_day(on)}", fields)
        self.team = team

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The plan."""
        on = parse_date(typed["on"], self.program.worker.today(), weekdays="forward")
        kind, minutes = read_session_kind(typed["kind"]), read_minutes(typed["minutes"])
        at = typed["at"].strip() or None
        return PlanSession(self._worker(typed["worker"]), on, kind, minutes, typed["supervisor"], at)

    def fill(self) -> None:
        """Fill it: what else both have then is said."""
        super().fill()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).planned(typed))

    def _worker(self, typed: str) -> WorkerId:
        """Who is named, wholly or so far that it is one of them."""
        wanted = folded(typed).strip()
        whole = [one for name, one in self.team if folded(name) == wanted]
        found = whole or [one for name, one in self.team if wanted and wanted in folded(name)]
        if len(found) != 1:
            raise unread_in("worker", "No one worker of this board is called that. Down lists them.")
        return found[0]


class MoveForm(Form):
    """The new day, or the new time of the same day; no clock is set back."""

    about_a_child = False
    AUTO_FOCUS = "#to"

    def __init__(self, planned_id: EntryId, shown: str, on: date, at: str | None) -> None:
        now = f"; it is {at} now" if at else ""
        fields = (
            Field("to", "To", "fri, +1w, 3 Apr; the day it has now", 1, str(on), day="to_come", cells=DAY_CELLS),
            time_field(hint=f"9:30, 15.00, 3pm; empty leaves it{now}"),
        )
        super().__init__(DraftKey(FormName.MOVE_SESSION, entry_id=planned_id), f"Move {shown}", fields)
        self.planned_id = planned_id
        self.on = on

    def fill(self) -> None:
        """Fill it: what else both have then is said."""
        super().fill()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).moved(typed, self.planned_id))

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The move."""
        said = typed["to"].strip()
        to = parse_date(said, self.program.worker.today(), weekdays="forward") if said else self.on
        return MoveSession(self.planned_id, to, typed["at"].strip() or None)


class CancelForm(Form):
    """Why it will not take place; it comes to the list until it is booked again."""

    about_a_child = False
    AUTO_FOCUS = "#because"

    def __init__(self, planned_id: EntryId, shown: str) -> None:
        fields = (Field("because", "Because", "Why it will not take place; no clock is set back", 2, needed=True),)
        super().__init__(DraftKey(FormName.CANCEL_SESSION, entry_id=planned_id), f"Cancel {shown}", fields)
        self.planned_id = planned_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The cancelling."""
        return CancelSession(self.planned_id, typed["because"], self.program.worker.today())


class ScheduleForm(Form):
    """Sessions every so many weeks, past bank holidays and the worker's absences."""

    about_a_child = False
    AUTO_FOCUS = "#first"

    def __init__(self, worker_id: WorkerId, worker: str) -> None:
        fields = (
            Field(
                "first",
                "First",
                "The first day: its weekday is that of all",
                day="to_come",
                needed=True,
                cells=DAY_CELLS,
            ),
            time_field(),
            Field("every", "Every", "Weeks between two", 1, "3", cells=TIME_CELLS, reads=_weeks),
            Field(
                "until",
                "Until",
                "The last day in question: +26w, 3 Apr 2027",
                day="to_come",
                needed=True,
                cells=DAY_CELLS,
            ),
        )
        super().__init__(DraftKey(FormName.SCHEDULE, worker_id=worker_id), f"A schedule with {worker}", fields)
        self.worker_id = worker_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The schedule."""
        today, every = self.program.worker.today(), _weeks(typed["every"])
        first = parse_date(typed["first"], today, weekdays="forward")
        until = parse_date(typed["until"], today, weekdays="forward")
        return LayDownSessions(PlanSession(self.worker_id, first, at=typed["at"].strip() or None), every, until)


def _weeks(typed: str) -> int:
    every = whole_number(typed.strip())
    if every is None:
        raise Unread("Say every how many weeks, such as 3.")
    return every

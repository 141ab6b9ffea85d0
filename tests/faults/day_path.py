"""The ways of recording what belongs to a day, who came in, and what is looked into, one event after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from oversight_tui.practice.ids import AboutWorker, ChildId, EntryId
from oversight_tui.practice.requests import (
    NAMED_BY_REFERENCE,
    AddChild,
    AnsweredQuestion,
    AuditRequest,
    Book,
    CallOffHandOver,
    ConfirmHandOver,
    DecideReferral,
    DrawAudit,
    DutyRequest,
    EndBooking,
    GiveBookings,
    HoldSession,
    IncidentRequest,
    LookAtWaiting,
    MoveBooking,
    MoveHandOver,
    NotSeenRequest,
    OwnFileDateRequest,
    PickAudit,
    PlanHandOver,
    ReferralRequest,
    Request,
    SessionRecordRequest,
    StepAfterIncident,
    TakeCalendar,
    TellOfIncident,
    ToldOfIncident,
    TypedBooking,
    WaitingRecordRequest,
    WorkDueRequest,
    WorkerDateRequest,
    WorkNotNeeded,
)
from oversight_tui.services.record import RecordProblem
from tests.made_once import AMIRA, BEN, C1, C2, C3

Event = Callable[[], object]
Does = Callable[[Request], EntryId]
Says = Callable[[str], str]
DAY = timedelta(days=1)


class DayPath:
    """Records each of them on a day; `says` puts the words of the turn into what is written."""

    def __init__(self, does: Does, says: Says, today: date) -> None:
        self.does, self.says, self.today = does, says, today
        self.made: dict[str, EntryId] = {}

    def _makes(self, name: str, request: Callable[[], Request]) -> Event:
        def make() -> None:
            self.made[name] = self.does(request())

        return make

    def _where_it_can(self, request: Request) -> None:
        """What was broken off before has left nothing to be done."""
        with suppress(RecordProblem):
            self.does(request)

    def booked(self) -> Iterator[Event]:
        """What is booked and due, who is on duty, and who was not seen."""
        does, says, made, today = self.does, self.says, self.made, self.today
        yield self._makes("visit", lambda: Book("visit", today + DAY, "10:00", C1, text=says("visit")))
        yield lambda: does(MoveBooking(made["visit"], today, "15:00"))
        yield lambda: does(GiveBookings((made["visit"],), "Ben Ortiz", says("Amira is ill")))
        yield lambda: does(EndBooking(made["visit"], True, today))
        yield lambda: does(TypedBooking(Book("meeting", today, child_id=NAMED_BY_REFERENCE), "C-2"))
        yield lambda: does(TakeCalendar((Book("court", today, "14:00", C2, outside_id=says("uid")),), (), ()))
        yield lambda: does(DutyRequest(BEN, today, today + DAY))
        yield lambda: does(NotSeenRequest((C1, C3), today, "refused", says("Another day")))
        yield self._makes("due", lambda: WorkDueRequest(C1, says("Report"), today))
        yield lambda: does(WorkNotNeeded(made["due"], says("The school wrote it"), today))

    def came_in(self) -> Iterator[Event]:
        """A child who comes in, waits, and is to go to a worker."""
        does, says, made, today = self.does, self.says, self.made, self.today
        yield self._makes("child", lambda: AddChild(says("W")))
        yield self._makes("referral", lambda: ReferralRequest(self._child, "School", says("Bruises"), "soon", today))
        yield lambda: does(DecideReferral(made["referral"], "assessment", says("Not explained"), today))
        yield lambda: does(LookAtWaiting((self._child,), says("Duty rings"), today))
        yield self._makes("not yet", lambda: PlanHandOver((self._child,), AboutWorker(BEN), today + DAY))
        yield lambda: does(CallOffHandOver(made["not yet"], says("Put off"), today))
        yield self._makes("plan", lambda: PlanHandOver((self._child,), AboutWorker(AMIRA), today + DAY))
        yield lambda: does(MoveHandOver(made["plan"], today))
        yield lambda: does(ConfirmHandOver(made["plan"], today))

    @property
    def _child(self) -> ChildId:
        return ChildId(int(self.made["child"]))

    def looked_into(self) -> Iterator[Event]:
        """Files audited, an incident, the dates of a worker, and what became of a session's record."""
        does, says, made, today = self.does, self.says, self.made, self.today
        yield self._makes("picked", lambda: PickAudit((C1,), "outside: Fay Green", today + DAY))
        answers = (AnsweredQuestion("Is the child heard?", "yes", says("Twice")),)
        yield lambda: does(
            AuditRequest(C1, says("good"), today, answers=answers, pick=made["picked"], auditor="outside: Fay Green")
        )
        yield lambda: self._where_it_can(DrawAudit("outside: Fay Green", today + DAY, 1, 7))
        told = ToldOfIncident("Head", "14:25")
        yield self._makes("incident", lambda: IncidentRequest(C2, says("fell"), today, "14:10", (told,)))
        yield lambda: does(TellOfIncident(made["incident"], ToldOfIncident("Police"), today))
        yield lambda: does(StepAfterIncident(made["incident"], "notified", today))
        yield lambda: does(WorkerDateRequest(AMIRA, "registration", today + 300 * DAY))
        yield lambda: does(OwnFileDateRequest(AMIRA, "appraisal", today + 30 * DAY))
        yield self._makes("session", lambda: HoldSession(AMIRA, today - DAY, again=True))
        yield lambda: does(SessionRecordRequest(made["session"], "sent", today))
        yield lambda: self._where_it_can(WaitingRecordRequest(AMIRA, "agreed", today))

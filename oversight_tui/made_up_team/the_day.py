"""The day on which the board is opened: who is on duty, what is booked and when, what is due, who came in, who waits,
and who is to go to another worker.

Nothing here is drawn: who it is about follows from the cast, so that the rest of the year is the same without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import ahead, back, on_or_after
from oversight_tui.made_up_team.texts import the_day as texts
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import (
    Book,
    CallOffHandOver,
    DecideReferral,
    DutyRequest,
    EndBooking,
    GiveBookings,
    LookAtWaiting,
    NotSeenRequest,
    PlanHandOver,
    ReferralRequest,
    WorkDueRequest,
    WorkNotNeeded,
)
from oversight_tui.practice.seen import NotSeenWhy

_VISITS_AT = ("10:00", "13:30", "15:45", "11:15")
_MEETINGS_AT = ("09:30", "16:00", "12:30")
_NOT_SEEN: tuple[NotSeenWhy, ...] = ("not_at_home", "refused", "child_away")


def write_the_day(year: Year) -> None:
    """The day's own diary, and the weeks on both sides of it."""
    day = on_or_after(year.today)
    here = [worker for worker in year.cast.workers if worker.part != "away"]
    _duty(year, day, here)
    for place, worker in enumerate(here):
        _booked(year, worker, day, place)
    _of_who_is_away(year, day, here)
    _not_seen(year, here)
    _due(year, day, here)
    _came_in(year)
    _to_go(year, day, here)


def _duty(year: Year, day: date, here: list[MadeUpWorker]) -> None:
    """A week each: this week's turn, and the two that follow."""
    monday = day - timedelta(days=day.weekday())
    can = [worker for worker in here if worker.part not in ("newly_qualified", "agency")] or here
    for week in range(3):
        first = monday + timedelta(weeks=week)
        for worker in can[week - 1 : week] or can[-1:]:
            year.record(DutyRequest(worker.id, first, first + timedelta(days=4)))


def _booked(year: Year, worker: MadeUpWorker, day: date, place: int) -> None:
    """One visit today and one tomorrow, a meeting of every second worker, a hearing of the first; yesterday's visit."""
    children = list(_at_hand(year, worker))
    if len(children) < 4:
        return
    at, meets_at = _VISITS_AT[place % len(_VISITS_AT)], _MEETINGS_AT[place % len(_MEETINGS_AT)]
    year.record(Book("visit", day, at, children[0].id, minutes=60))
    year.record(Book("visit", ahead(day, 1), at, children[1].id, minutes=60))
    if place % 2:
        text = texts.MEETINGS[place // 2 % len(texts.MEETINGS)]
        year.record(Book("meeting", day, meets_at, children[2].id, text=text, minutes=60, place="Civic Centre"))
    if place == 0:
        court = Book("court", day, "14:00", children[2].id, text=texts.COURT, minutes=120, place="Family Court")
        year.record(court)
        review = ahead(day, 6)
        year.record(Book("meeting", review, "10:30", children[3].id, text="Review", brings="looked_after_review"))
    past = back(year.today, 1)
    if place % 3 == 1 and children[3].arrives <= past:
        visit = year.record(Book("visit", past, at, children[3].id, minutes=60), past)
        year.later(EndBooking(visit, took_place=True, on=past))


def _of_who_is_away(year: Year, day: date, here: list[MadeUpWorker]) -> None:
    """Of somebody who is away one visit of today has been given to another, and one is nobody's yet."""
    away = year.cast.with_part("away")
    if away is None or not here:
        return
    for place, child in enumerate(list(_at_hand(year, away))[:2]):
        visit = year.record(Book("visit", day, _VISITS_AT[place + 1], child.id, minutes=45))
        if place == 0:
            goes = here[-1]
            year.later(GiveBookings((visit,), goes.name, texts.GIVEN.format(worker=goes.first_name)))


def _not_seen(year: Year, here: list[MadeUpWorker]) -> None:
    """Visits of the last weeks on which the child was not seen, each for another reason."""
    for place, worker in enumerate(here[: len(_NOT_SEEN)]):
        day = back(year.today, 4 + 3 * place)
        child = next((one for one in list(_at_hand(year, worker))[4:] if one.arrives <= day), None)
        if child is not None:
            year.record(NotSeenRequest((child.id,), day, _NOT_SEEN[place], texts.NOT_SEEN[place]), day)


def _due(year: Year, day: date, here: list[MadeUpWorker]) -> None:
    for place, worker in enumerate(here[1 : 1 + len(texts.REPORTS)]):
        child = next(iter(_at_hand(year, worker)), None)
        if child is not None:
            due_on = (day, ahead(day, 1), ahead(day, 4), ahead(day, 9))[place]
            due = year.record(WorkDueRequest(child.id, texts.REPORTS[place], due_on))
            if place == len(texts.REPORTS) - 1:
                year.later(WorkNotNeeded(due, texts.NOT_NEEDED, year.today))


def _came_in(year: Year) -> None:
    """Of the children who wait for a worker: who sent them, and what has been decided."""
    waiting = [child for child in year.cast.children if child.part == "unallocated"]
    for place, (child, (whom, about)) in enumerate(zip(waiting, texts.REFERRED, strict=False)):
        came = max(back(year.today, 6 - 5 * place), child.arrives)
        referral = year.record(ReferralRequest(child.id, whom, about, "soon", came, "16:20"), came)
        if place == 0:
            decided = min(ahead(came, 1), year.today)
            year.later(DecideReferral(referral, "assessment", texts.DECIDED, decided))
            year.later(LookAtWaiting((child.id,), texts.LOOKED_AT, back(year.today, 1)))


def _to_go(year: Year, day: date, here: list[MadeUpWorker]) -> None:
    """A child who is to go to another worker next week, after the conference."""
    held = next((worker for worker in here if worker.part == "agency"), here[0] if here else None)
    to = next((worker for worker in here if worker.part == "steady" and worker is not held), None)
    children = list(_at_hand(year, held))[:2] if held is not None else []
    if len(children) < 2 or to is None:
        return
    goes_on = ahead(day, 5)
    year.record(PlanHandOver((children[0].id,), AboutWorker(to.id), goes_on, texts.TO_GO, with_actions=True))
    stays = year.record(PlanHandOver((children[1].id,), AboutWorker(to.id), goes_on, texts.TO_GO))
    year.later(CallOffHandOver(stays, texts.NOT_TO_GO, year.today))


def _at_hand(year: Year, worker: MadeUpWorker) -> Iterator[MadeUpChild]:
    """The children a worker holds who are in nobody else's story."""
    for child in year.cast.children:
        if child.worker is worker and child.part == "in_time" and child.goes is None:
            yield child

"""A year of supervision: sessions planned, held, cancelled and to come, and the days workers were away.

How each worker stands today follows from their part: one late, one due, one never supervised, one away, one whose
cancelled session has no new date, and the others in time.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from oversight_tui.made_up_team.came_of_it import said_of_it
from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import ahead, back, list_days, on_or_after, on_or_before
from oversight_tui.made_up_team.names import MANAGER, SERVICE_MANAGER
from oversight_tui.made_up_team.texts import team
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import (
    AbsenceRequest,
    CancelSession,
    EndAbsence,
    HoldSession,
    OpeningDate,
    PlanSession,
)

LAST_HELD = {
    "late": 40,
    "newly_qualified": 8,
    "away": 23,
    "not_rebooked": 16,
    "due": 24,
    "part_time": 9,
    "steady": 5,
    "leaver": 55,
    "left_before": 88,
    "manager": 25,
}
NEXT_PLANNED = {
    "late": (2, "10:00"),
    "newly_qualified": (0, "11:30"),
    "agency": (1, "14:00"),
    "due": (0, "14:30"),
    "part_time": (12, "10:00"),
    "steady": (9, "09:30"),
    "manager": (6, "15:00"),
}
# Of a hundred children who are ready for a session, how many it reaches, at first and under pressure.
TALKED_ABOUT = (78, 72)
MOST_CHILDREN = {"newly_qualified": 6, "part_time": 7}
# The reason, what is noted, and how many days after the first it lasts at most.
TIMES_AWAY: tuple[tuple[AbsenceReason, tuple[str, ...], int], ...] = (
    ("leave", team.LEAVE, 7),
    ("leave", team.LEAVE, 5),
    ("training", team.TRAINING, 1),
    ("sickness", team.SICKNESS, 3),
)
# Of a hundred sessions: how many were moved by some days, and how many did not take place, at first and under pressure.
MOVED, LOST = (9, 26), (4, 60)
LONGEST_GAP, LATER_BY = 30, (14, 18, 21)  # days
# Whose newest session has children who were talked about with nothing written, and how many.
UNWRITTEN, LEFT_UNWRITTEN = "part_time", 3
URGENCY = {"very_high": 0, "high": 1}


def write_sessions(year: Year) -> None:
    """Every session of the year and those to come, and who was away."""
    cast = year.cast
    for worker in cast.everybody:
        days = _held_days(year, worker)
        if worker.starts < list_days(year.today)[0]:
            before = on_or_before(list_days(year.today)[0] - timedelta(days=year.random.randint(6, 25)))
            year.record(OpeningDate(AboutWorker(worker.id), before), before)
        for previous, day in pairwise(days):
            if day - previous > timedelta(days=LONGEST_GAP):
                _lost(year, worker, previous + timedelta(days=21))
        for day in days:
            _one_to_one(year, worker, day)
        _away(year, worker, days)
        _to_come(year, worker)
    _group_sessions(year)
    _observations(year)


def _held_days(year: Year, worker: MadeUpWorker) -> list[date]:
    """The days of this worker's one-to-one sessions, oldest first."""
    if worker.part == "agency":
        return []
    lead = year.cast.with_part("steady")
    last = LAST_HELD[worker.part] if worker.part != "steady" or worker is lead else year.random.randint(2, 14)
    first = max(worker.starts + timedelta(days=4), list_days(year.today)[0] + timedelta(days=3))
    day = back(year.today, last)
    found = []
    while day >= first:
        found.append(day)
        day = on_or_before(day - timedelta(days=_gap(year, worker, day, own_rule=worker is lead)))
    return found[::-1]


def _gap(year: Year, worker: MadeUpWorker, day: date, *, own_rule: bool) -> int:
    if worker.part == "newly_qualified":
        return 7 if day <= worker.starts + timedelta(days=48) else 14
    if own_rule:
        return year.random.choice((12, 13, 14))
    later = year.random.choice(LATER_BY) if year.more_likely(day, *LOST) else 0
    return later + year.random.choice((18, 20, 21, 21, 23, 27))


def _lost(year: Year, worker: MadeUpWorker, day: date) -> None:
    """A session that was cancelled, and none held until the next one."""
    planned_for = on_or_before(day)
    planned = year.record(PlanSession(worker.id, planned_for, minutes=90), planned_for)
    because = year.wording.of(team.CANCELLED, {"worker": worker.first_name})
    year.later(CancelSession(planned, because, planned_for))


def _one_to_one(year: Year, worker: MadeUpWorker, day: date) -> None:
    """One session planned and held; now and then one that was cancelled and moved to this day."""
    random = year.random
    supervisor = SERVICE_MANAGER if worker.part == "manager" else MANAGER
    minutes = random.choice((60, 75, 90, 90, 105, 120))
    moved_from = on_or_before(day - timedelta(days=random.randint(1, 3)))
    if year.more_likely(day, *MOVED) and moved_from < day:
        because = year.wording.of(team.CANCELLED, {"worker": worker.first_name})
        dropped = year.record(PlanSession(worker.id, moved_from, minutes=minutes), moved_from)
        year.later(CancelSession(dropped, because, moved_from))
    planned = year.record(PlanSession(worker.id, day, minutes=minutes, supervisor=supervisor), day)
    children = _taken_up(year, worker, day)
    for child in children:
        child.discussed.append(day)
    if worker.part == UNWRITTEN and day == back(year.today, LAST_HELD[UNWRITTEN]):
        children += [child for child in year.children_of(worker, day) if _is_free(child, day)][:LEFT_UNWRITTEN]
    held = HoldSession(
        worker.id,
        day,
        minutes=minutes + random.choice((-15, 0, 0, 10)),
        supervisor=supervisor,
        children=tuple(child.id for child in children),
        planned_id=planned,
        feedback=said_of_it(year, worker, day),
    )
    year.later(held)


def _taken_up(year: Year, worker: MadeUpWorker, day: date) -> list[MadeUpChild]:
    """The children of one session: those at most risk, then those not talked about for longest."""
    ready = [child for child in year.children_of(worker, day) if child.quiet_after is None or day <= child.quiet_after]
    ready.sort(key=lambda child: (urgency(child), max(child.discussed, default=date.min), child.reference))
    return [child for child in ready[: MOST_CHILDREN.get(worker.part, 8)] if year.more_likely(day, *TALKED_ABOUT)]


def _is_free(child: MadeUpChild, day: date) -> bool:
    """Whether the child's story stands whether or not the child is talked about on a day."""
    return child.part == "in_time" and child.goes is None and day not in child.discussed


def urgency(child: MadeUpChild) -> int:
    """0 for a child at very high risk, 1 at high, 2 at any other."""
    return URGENCY.get(child.risk_used, 2)


def _to_come(year: Year, worker: MadeUpWorker) -> None:
    today = year.today
    if worker.part == "not_rebooked":
        day = back(today, 10)
        planned = year.record(PlanSession(worker.id, day, minutes=90), day)
        because = year.wording.of((team.NOT_REBOOKED,), {"worker": worker.first_name})
        year.later(CancelSession(planned, because, day))
        return
    if worker.part in NEXT_PLANNED:
        days, at = NEXT_PLANNED[worker.part]
        day = ahead(today, days) if days else today
        supervisor = SERVICE_MANAGER if worker.part == "manager" else MANAGER
        year.record(PlanSession(worker.id, day, minutes=90, supervisor=supervisor, at=at))


def _away(year: Year, worker: MadeUpWorker, held: list[date]) -> None:
    """Leave, illness and training between sessions; one worker is away today and has no date to come back."""
    random = year.random
    gaps = list(pairwise(held[:-1]))
    for reason, texts, longest in TIMES_AWAY:
        free = [gap for gap in gaps if (gap[1] - gap[0]).days > longest + 3]
        if not free or (reason == "sickness" and year.chance(50)):
            continue
        gap = random.choice(free)
        gaps.remove(gap)
        first = on_or_after(gap[0] + timedelta(days=1))
        last = min(first + timedelta(days=random.randint(0, longest)), gap[1] - timedelta(days=1))
        because = year.wording.new(texts, {})
        open_end = reason == "sickness" and last > first
        year.record(AbsenceRequest(worker.id, first, None if open_end else last, reason, because))
        if open_end:
            year.record(EndAbsence(worker.id, last))
    if worker.part == "away":
        first = back(year.today, 9)
        year.record(AbsenceRequest(worker.id, first, None, "sickness", team.AWAY_NOW))
    if worker.part == "part_time":
        first = ahead(year.today, 17)
        because = year.wording.new(team.LEAVE, {})
        year.record(AbsenceRequest(worker.id, first, first + timedelta(days=7), "leave", because))


def _group_sessions(year: Year) -> None:
    """Every four weeks three workers bring children to the group; the newest was for who came last."""
    workers = year.cast.workers
    day = back(year.today, 20)
    turn = 0
    first = list_days(year.today)[0] + timedelta(days=7)
    while day > first:
        here = [worker for worker in workers if worker.starts < day]
        agency = [worker for worker in here if worker.part == "agency" and turn == 0]
        some = agency or [here[(turn * 3 + place) % len(here)] for place in range(min(3, len(here)))]
        for worker in some:
            _group(year, worker, day, most=10 if agency else 2)
        turn += 1
        day = on_or_before(day - timedelta(days=28))
    if workers:
        year.record(PlanSession(workers[-1].id, ahead(year.today, 8), kind="group", minutes=120))


def _group(year: Year, worker: MadeUpWorker, day: date, most: int) -> None:
    children = _taken_up(year, worker, day)[:most]
    for child in children:
        child.discussed.append(day)
    brought = tuple(child.id for child in children)
    request = HoldSession(worker.id, day, kind="group", minutes=120, supervisor=MANAGER, children=brought)
    year.record(request, day)


def _observations(year: Year) -> None:
    """Practice watched once this year, and once more to come for who is newly qualified."""
    for worker in year.cast.workers:
        if worker.part in ("newly_qualified", "steady", "due"):
            day = back(year.today, 30 + year.random.randint(0, 50))
            held = HoldSession(worker.id, day, kind="observation", minutes=60, supervisor=MANAGER)
            year.record(held, day)
        if worker.part == "newly_qualified":
            year.record(PlanSession(worker.id, ahead(year.today, 15), kind="observation", minutes=60))

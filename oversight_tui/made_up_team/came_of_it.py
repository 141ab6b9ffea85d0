"""What came of it in the last quarter: decisions that changed something, and not; what drifts; courses and goals."""

from __future__ import annotations

from datetime import date

from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import ahead, back
from oversight_tui.made_up_team.texts import came_of_it as texts
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.personal import OwnFileKind
from oversight_tui.practice.requests import (
    ActionRequest,
    CarryAction,
    DecisionRequest,
    PersonalRequest,
    ReviewDecision,
    SessionFeedback,
)

DECIDED, ASKED_FOR = 75, 140  # so many days ago the first was decided; so far back workers are asked what changed


def write_what_came_of_it(year: Year) -> None:
    """Six decisions looked at again, one put off again and again, an action carried over twice, two own files."""
    pool = sorted((one for one in year.cast.children if _is_free(one, year)), key=lambda one: one.reference)
    for place, (child, said) in enumerate(zip(pool[::3], texts.LOOKED_AT_AGAIN, strict=False)):
        _looked_at_again(year, child, back(year.today, DECIDED - 4 * place), said)
    if pool:
        _put_off(year, pool[1 % len(pool)])
        _carried(year, pool[2 % len(pool)])
    for worker in year.cast.workers[:2]:
        _learnt(year, worker)


def _is_free(child: MadeUpChild, year: Year) -> bool:
    return child.part == "in_time" and child.worker is not None and child.arrives < back(year.today, DECIDED)


def _looked_at_again(year: Year, child: MadeUpChild, day: date, said: tuple[str, str, str, bool | None]) -> None:
    what, because, found, changed = said
    again = back(year.today, (year.today - day).days - 28)
    entry = year.record(DecisionRequest(what, day, child.about, because, "change_plan", again), day)
    year.later(ReviewDecision(entry, found, again, changed=changed))


def _put_off(year: Year, child: MadeUpChild) -> None:
    """A decision that was looked at twice, and nothing had come of it."""
    what, because, found = texts.PUT_OFF
    days = [back(year.today, ago) for ago in (66, 45, 24)]
    entry = year.record(DecisionRequest(what, days[0], child.about, because, "change_plan", days[1]), days[0])
    for on, following in zip(days[1:], (days[2], ahead(year.today, 21)), strict=True):
        year.later(ReviewDecision(entry, found, on, following, changed=False))


def _carried(year: Year, child: MadeUpChild) -> None:
    """An action that was carried over twice, to a day to come."""
    assert child.worker is not None
    what, *why = texts.CARRIED
    days = [back(year.today, ago) for ago in (40, 26, 12)]
    entry = year.record(ActionRequest(child.about, what, child.worker.name, days[1], days[0]), days[0])
    for on, to, because in zip(days[1:], (days[2], ahead(year.today, 9)), why, strict=True):
        year.later(CarryAction(entry, to, on, because))


def _learnt(year: Year, worker: MadeUpWorker) -> None:
    """A course and a goal in the worker's own file, with what followed."""
    first, then = (max(worker.starts, back(year.today, ago)) for ago in (60, 18))
    begun: tuple[tuple[OwnFileKind, tuple[str, ...], tuple[str, ...]], ...] = (
        ("learning", texts.COURSE, texts.AFTER_THE_COURSE),
        ("goal", texts.GOAL, texts.TOWARDS_THE_GOAL),
    )
    for kind, what, came_of_it in begun:
        entry = year.record(PersonalRequest(worker.id, kind, year.wording_apart.of(what, {}), first), first)
        after = PersonalRequest(worker.id, kind, year.wording_apart.of(came_of_it, {}), then, follows=entry)
        year.record(after, then)


def said_of_it(year: Year, worker: MadeUpWorker, day: date) -> SessionFeedback | None:
    """What a worker said when a one-to-one ended: after one of five they were not asked."""
    if worker is year.cast.manager or day < back(year.today, ASKED_FOR):
        return None
    turn = (day.toordinal() + worker.starts.toordinal()) % 5
    if turn == 0:
        return None
    words = year.wording_apart.of(texts.SAID_OF_IT, {}) if turn > 2 else ""
    return SessionFeedback(turn != 1, words)

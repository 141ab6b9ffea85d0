"""What of a history had happened by a day, and a manager whose clock goes by the days of the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo

import db.engine
from tests.oracle.desk import Desk
from tests.oracle.standing import entries, standing
from tests.oracle.typed import (
    ActionCarried,
    ActionEnded,
    Answered,
    Away,
    Back,
    Cancelled,
    CaseloadImported,
    ChildCorrected,
    Covered,
    DayCorrected,
    Filed,
    Leaving,
    Moved,
    Planned,
    Reasoned,
    Reviewed,
    Talk,
    TalkAsked,
    Typed,
    What,
    Withdrawn,
    WorryClosed,
    WorryReviewed,
)

Corrections = DayCorrected | ChildCorrected | Withdrawn


class ClockOfTheDay(datetime):
    """The real clock of the store, at five in the afternoon of the day that the manager is at."""

    at = date(2020, 1, 1)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.combine(cls.at, time(17), UTC)


@dataclass
class DatedDesk(Desk):
    """What is typed is recorded on the day of the history; asked about is the past, which moves no clock."""

    def types(self, one: Typed) -> None:
        ClockOfTheDay.at = one.day
        super().types(one)


def use_clock(monkeypatch: object) -> None:
    """Let what is recorded have the moment of the day on which it is typed."""
    monkeypatch.setattr(db.engine, "datetime", ClockOfTheDay)  # type: ignore[attr-defined]


def is_past(typed: Sequence[Typed], day: date) -> bool:
    """Whether anything happened after that day. Where nothing did, what was planned since is shown with the rest."""
    planned = Planned | TalkAsked | Away | Covered | Back | Moved
    days = (
        getattr(one.what, "shows", None) or getattr(one.what, "on", None) or one.day
        for one in standing(typed)
        if not isinstance(one.what, planned | Corrections)
    )
    return max(days) > day


def by_then(typed: Sequence[Typed], day: date) -> list[Typed]:
    """What had happened by the end of a day, of all that stands: what was put right or taken back as it is now, and
    what was said beforehand as it had been said by then.
    """
    stands = [one for one in standing(typed) if not _said_otherwise_later(one, typed, day)]
    had_happened = {one.number for one in entries(stands) if _had_happened(one, day)}
    kept = [one for one in stands if one.number in had_happened or isinstance(one.what, Corrections)]
    known = {one.number for one in kept}
    return [_without_what_it_answers(one, known) for one in kept if _follows(one.what) in (None, *known)]


def _said_otherwise_later(one: Typed, typed: Sequence[Typed], day: date) -> bool:
    """Whether this says of something planned, later than that day, that it is for a later day still."""
    if isinstance(one.what, DayCorrected) and one.day > day and one.what.on > day:
        return isinstance(next(other.what for other in typed if other.number == one.what.of), TalkAsked)
    return False


def _had_happened(one: Typed, day: date) -> bool:
    match one.what:
        case Planned(on=on) | TalkAsked(on=on) | Away(first=on) | Covered(first=on) | Back(last=on) | Moved(to=on):
            return one.day <= day or on <= day
        case CaseloadImported(shows=shows):
            return shows <= day
        case Cancelled() | Leaving():
            return one.day <= day
        case what:
            return (getattr(what, "on", None) or one.day) <= day


def _follows(what: What) -> int | None:
    match what:
        case WorryReviewed() | WorryClosed():
            return what.worry
        case ActionEnded() | ActionCarried():
            return what.action
        case Reasoned() | Reviewed():
            return what.decision
        case Answered():
            return what.escalation
        case Filed():
            return what.talk
        case Moved() | Cancelled():
            return what.planned
    return None


def _without_what_it_answers(one: Typed, known: set[int]) -> Typed:
    if isinstance(one.what, Talk) and one.what.answers is not None and one.what.answers not in known:
        return replace(one, what=replace(one.what, answers=None))
    return one

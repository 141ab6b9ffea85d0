"""What was recorded of children, day by day, from which is worked out what came of it. No words of anybody.

Every list is in the order in which it happened. Nothing that is about a worker is here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, TeamId


class Told(Struct, frozen=True):
    """An entry in force, by the number of its first version, and the day it happened."""

    entry: EntryId
    on: date


Kind = TypeVar("Kind", bound=Told)


class ReviewTold(Told, frozen=True):
    """A decision looked at again: whether it had changed something, None where that was not said; `next_on` is None
    where it was settled.
    """

    changed: bool | None = None
    next_on: date | None = None


class DecisionTold(Told, frozen=True):
    """A decision, the day of its review where one was set, and what was found then."""

    review_on: date | None = None
    reviews: tuple[ReviewTold, ...] = ()


class CarriedTold(Told, frozen=True):
    """An action carried over to another day."""

    due_on: date


class OutcomeTold(Told, frozen=True):
    """An action done, or not to be done."""

    done: bool


class ActionTold(Told, frozen=True):
    """An action, the day that was agreed first, and what became of it."""

    due_on: date
    carried: tuple[CarriedTold, ...] = ()
    outcomes: tuple[OutcomeTold, ...] = ()


class Reading(Told, frozen=True):
    """One person's number, 0 (cannot live at home) to 10 (safe enough to close)."""

    who: str
    number: int


class WorryTold(Told, frozen=True):
    """A worry, when it was looked at again and closed, and the numbers said with it and with its reviews."""

    reviews: tuple[Told, ...] = ()
    closed: tuple[Told, ...] = ()
    readings: tuple[Reading, ...] = ()


class AnswerTold(Told, frozen=True):
    """The answer to a consultation, and whether it says what that changed."""

    says_what_changed: bool


class ConsultationTold(Told, frozen=True):
    """Somebody was asked."""

    answers: tuple[AnswerTold, ...] = ()


class TalkTold(Told, frozen=True):
    """The child was discussed; `written` is False where the child only stands in the list of a session."""

    written: bool = True
    readings: tuple[Reading, ...] = ()


class Shown(Struct, frozen=True):
    """What a list of a day shows of when the child was last seen; None where it does not say, or leaves the child out.

    It holds for every later list up to the next of these.
    """

    on: date
    last_seen: date | None


class WithTeam(Struct, frozen=True):
    """From a day on the child is with a team, None for none."""

    since: date
    team: TeamId | None


class ChildTold(Struct, frozen=True):
    """A child, with which teams they were, and all that was recorded of them that something may have come of."""

    child: ChildId
    teams: tuple[WithTeam, ...] = ()
    decisions: tuple[DecisionTold, ...] = ()
    actions: tuple[ActionTold, ...] = ()
    worries: tuple[WorryTold, ...] = ()
    consultations: tuple[ConsultationTold, ...] = ()
    talks: tuple[TalkTold, ...] = ()
    visits: tuple[Told, ...] = ()
    shown: tuple[Shown, ...] = ()

    def team_on(self, day: date) -> TeamId | None:
        """The team the child was with at the end of a day; before the first the first, after the last the last."""
        with_teams = [one.team for one in self.teams if one.since <= day]
        return with_teams[-1] if with_teams else self.teams[0].team if self.teams else None

    def shown_on(self, day: date) -> Shown | None:
        """What the lists of a day show; None where none had come by then."""
        return next((one for one in reversed(self.shown) if one.on <= day), None)


def by_then(told: Iterable[Kind], day: date) -> tuple[Kind, ...]:
    """What had happened by the end of a day."""
    return tuple(one for one in told if one.on <= day)

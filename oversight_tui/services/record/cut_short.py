"""Whether a session was cut short, and whether it counts as supervision all the same, which the manager says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.agendas import planned_ahead
from db.queries.contents import content_of
from db.queries.entries import entry_about
from oversight_tui.practice.cut_short import falls_short
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records import SessionPlan
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store


class Course(Struct, frozen=True):
    """How a session went: the minutes it took, the plan it was held by, how many children of its agenda were talked
    about and how many were not. Minutes are None where nobody said them.
    """

    minutes: int | None
    planned: EntryId | None
    reached: int
    not_reached: int


def whether_it_counts(store: Store, kind: SessionKind, went: Course, said: bool | None) -> bool | None:
    """Whether a session that was cut short counts; None where it was not, or sets back no clock anyway.

    It was cut short where it took far less than was planned, where far fewer children were reached than stood on its
    agenda, or where somebody says that it does not count. Raises RecordProblem where it was and nobody said whether
    it counts.
    """
    if kind != "one_to_one" or said is False:
        return False if kind == "one_to_one" else None
    fell_short = _fell_short(store, went)
    if not fell_short:
        return None
    if said is None:
        raise RecordProblem(
            f"{fell_short} Say whether it counts as supervision, yes or no. Nothing was recorded.",
            "counts",
        )
    return True


def counts_in_words(store: Store, worker: WorkerId, on: date, counts: bool | None) -> str:
    """What is said of a session of a day that was cut short, and that it asks for a new date where no later one has
    one; empty of any other.
    """
    if counts is None:
        return ""
    asks = "" if any(one.on > on for one in planned_ahead(store, worker)) else ", and asks for a new date"
    return f", cut short: it {'counts' if counts else 'does not count'} as supervision{asks}"


def _fell_short(store: Store, went: Course) -> str:
    """What of a session fell far short, in a sentence; empty where nothing did."""
    percent = policy_in_force(store).limits["cut_short_percent"]
    meant = _minutes_planned(store, went.planned) if went.planned is not None else None
    if went.minutes is not None and meant is not None and falls_short(went.minutes, meant, percent):
        return f"It took {went.minutes} of the {meant} minutes that were planned."
    on_agenda = went.reached + went.not_reached
    if falls_short(went.reached, on_agenda, percent):
        return f"It reached {went.reached} of the {count(on_agenda, 'child', 'children')} on its agenda."
    return ""


def _minutes_planned(store: Store, planned: EntryId) -> int | None:
    """How long a session was to last, as its plan says, else as the policy does."""
    entry = entry_about(store, planned)
    plan = content_of(store, entry.kind, entry.version) if entry is not None else None
    if not isinstance(plan, SessionPlan):
        return None
    return plan.minutes or policy_in_force(store).limits["agenda_minutes"]

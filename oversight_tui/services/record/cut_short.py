"""Whether a session was cut short, and whether it counts as supervision all the same, which the manager says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.contents import content_of
from db.queries.entries import entry_about
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import SessionPlan
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import RecordProblem

if TYPE_CHECKING:
    from db.engine import Store


def whether_it_counts(
    store: Store, kind: SessionKind, minutes: int | None, planned: EntryId | None, said: bool | None
) -> bool | None:
    """Whether a session that was cut short counts; None where it was not, or sets back no clock anyway.

    It was cut short where it took far less than was planned, or where somebody says that it does not count. Raises
    RecordProblem where it was and nobody said whether it counts.
    """
    if kind != "one_to_one" or said is False:
        return False if kind == "one_to_one" else None
    meant = _minutes_planned(store, planned) if planned is not None else None
    if minutes is None or meant is None or minutes * 100 >= meant * policy_in_force(store).limits["cut_short_percent"]:
        return None
    if said is None:
        raise RecordProblem(
            f"It took {minutes} of the {meant} minutes that were planned. Say whether it counts as supervision, yes or "
            "no (`--counts` in a command). Nothing was recorded."
        )
    return True


def counts_in_words(counts: bool | None) -> str:
    """What is said of a session that was cut short; empty of any other."""
    if counts is None:
        return ""
    return f", cut short: it {'counts' if counts else 'does not count'} as supervision, and asks for a new date"


def _minutes_planned(store: Store, planned: EntryId) -> int | None:
    """How long a session was to last, as its plan says, else as the policy does."""
    entry = entry_about(store, planned)
    plan = content_of(store, entry.kind, entry.version) if entry is not None else None
    if not isinstance(plan, SessionPlan):
        return None
    return plan.minutes or policy_in_force(store).limits["agenda_minutes"]

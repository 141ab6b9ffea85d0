"""What comes of a change in what is known of a worker: from which day it may hold, what was said of a later day, and
which of their children stay where they are.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import asdict

from db.queries.sight import held_besides
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.requests import KnownOfWorker
from oversight_tui.services.record.checks import RecordProblem, must_have_happened
from oversight_tui.services.record.known_said import known_said
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def must_hold_from(since: date, said: KnownOfWorker, known: WorkerDetail, today: date) -> None:
    """The day from which a change holds is none to come, and none before the worker's first day here."""
    if since > today:
        raise RecordProblem(
            f"{long_day(since)} is still to come: say it on that day. A last day here may be to come. Nothing was "
            "recorded.",
            "since",
        )
    must_have_happened(since, today, "The change")
    starts = known.starts if said.starts is UNSET else said.starts
    if isinstance(starts, date) and since < starts and since < today:
        raise RecordProblem(
            f"{long_day(since)} is before {known.name}'s first day here, {long_day(starts)}. Nothing was recorded.",
            "since",
        )


def said_of_later(detail: WorkerDetail, now: WorkerDetail, said: KnownOfWorker) -> str:
    """What was said of a later day, and so holds today; empty where all of this does."""
    known = asdict(now)
    other = {
        name: value
        for name, value in asdict(said).items()
        if value is not UNSET and known[name] != asdict(detail)[name]
    }
    return f"Today holds what was said of a later day: {known_said(now, KnownOfWorker(**other))}." if other else ""


def children_who_stay(store: Store, before: Worker, now: Worker) -> str:
    """How many children of a worker who changes teams stay in which; a child's team is that of who gave them to
    whoever holds them, and no worker takes them along.
    """
    if now.team is None or now.team == before.team:
        return ""
    held = held_besides(store, [now.id], set())
    staying = Counter(child.team for child in held if child.team not in (None, now.team))
    if not staying:
        return ""
    till = "until they are handed over or a list says otherwise"
    if list(staying.values()) == [len(held)]:
        stay = "child stays" if len(held) == 1 else f"{len(held)} children stay"
        return f"Their {stay} in {next(iter(staying))} {till}."
    each = " and ".join(
        f"{number} {'stays' if number == 1 else 'stay'} in {team}" for team, number in staying.most_common()
    )
    return f"Of their children {each} {till}."

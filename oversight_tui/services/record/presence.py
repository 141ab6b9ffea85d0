"""Whether who is given something is here on its day, and whether anybody works on that day. It is said, and refuses
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import workers_with
from db.queries.entries import absences_in_force
from db.queries.single import worker_facts
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.cover import standing_in_on
from oversight_tui.practice.facts import Absence
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.practice.requests import AgreedAction
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def absences_of(store: Store, worker_id: WorkerId) -> tuple[Absence, ...]:
    """When a worker is away."""
    found = absences_in_force(store, worker_id)
    return tuple(Absence(worker_id, "other", one.first_day, one.last_day) for one in found)


def not_here_said(store: Store, worker_id: WorkerId | None, on: date, today: date) -> str:
    """That a worker has left by a day, has not begun, or is away on it; empty where they are here, or are nobody of the
    team.
    """
    if worker_id is None:
        return ""
    (worker,) = workers_with(store, [worker_id])
    why = why_not_here(worker, absences_of(store, worker_id), on)
    if why == "left" and worker.leaves is not None:
        day = long_day(worker.leaves)
        return f"{worker.name} left on {day}." if worker.has_left(today) else f"The last day of {worker.name} is {day}."
    if why == "not_begun" and worker.starts is not None:
        return f"{worker.name} starts on {long_day(worker.starts)}."
    return f"{worker.name} is away on {long_day(on)}." if why == "away" else ""


def day_said(store: Store, on: date, today: date, whose: WorkerId | None = None) -> str:
    """What is to be said of a day to come, with a space before it: that nobody works on it, or that whose it is will
    not be here.
    """
    said = "" if is_working_day(on) else f"{long_day(on)} is no working day."
    return "".join(f" {sentence}" for sentence in (said, not_here_said(store, whose, on, today)) if sentence)


def last_days_said(store: Store, actions: Sequence[AgreedAction], today: date) -> str:
    """What is to be said of the last days of these actions, each once, with a space before it."""
    return "".join(dict.fromkeys(day_said(store, agreed.by, today, agreed.owner_worker) for agreed in actions))


def given_to_whom(store: Store, worker: WorkerId, today: date) -> str:
    """Of a worker who is given a child: that they are away today and who stands in, and that they leave."""
    (known,) = workers_with(store, [worker])
    facts = worker_facts(store, worker, today)
    standing_in = standing_in_on(facts, today) if facts is not None else None
    away = standing_in.away.get(worker) if standing_in is not None else None
    if standing_in is not None and away is not None:
        by = standing_in.for_worker(worker)
        until = f"up to {long_day(away.last_day)}" if away.last_day else "return not known"
        said = f"{known.name} is away, {until}: {f'{by} stands in' if by else 'nobody stands in'}."
    else:
        said = not_here_said(store, worker, today, today)
    leaves = ""
    if known.leaves is not None and not known.has_left(today):
        leaves = f"The last day of {known.name} is {long_day(known.leaves)}."
    return " ".join(filter(None, (said, leaves)))

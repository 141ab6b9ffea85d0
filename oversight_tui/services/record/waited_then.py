"""Whether a child waited without a worker on a day that has passed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.entries import worker_name
from db.queries.held_when import first_referred_on, known_holdings
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.facts import Child


def must_have_waited(store: Store, child: Child, on: date) -> None:
    """Nobody looked at a child as one who waits before the child was here, or while a worker held the child."""
    holdings = known_holdings(store, [child.id]).get(child.id, ())
    days = [child.here_since, child.status_since, first_referred_on(store, child.id), *(one.since for one in holdings)]
    came = min((day for day in days if day is not None), default=None)
    if came is not None and on < came:
        raise RecordProblem(
            f"{child.reference} was not here yet on {long_day(on)}: the child is known since {long_day(came)}. Nothing "
            "was recorded.",
            "on",
        )
    for one in holdings:
        ended = one.ended_on is not None and one.ended_on <= on
        if one.worker_id is not None and one.since < on and not ended:
            name = worker_name(store, one.worker_id)
            raise RecordProblem(
                f"{name} held {child.reference} on {long_day(on)}: it was no child who waits. Nothing was recorded.",
                "on",
            )

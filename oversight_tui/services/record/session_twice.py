"""A session that would be the second of its kind with a worker on one day, which is asked first: most are a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.agendas import ended_on, held_on, was_at
from oversight_tui.practice.requests import HoldSession
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.checks import the_worker
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def must_be_another(store: Store, request: HoldSession, called: str) -> None:
    """Nobody who was there had a session of its kind that day, or it was said that this is another; `called` is what
    people call that kind. Raises AsksFirst.
    """
    if request.again:
        return
    day = request.on
    for worker in (request.worker_id, *request.others):
        of_that_day = worker, day, request.kind
        held = held_on(store, *of_that_day) or ended_on(store, *of_that_day) or was_at(store, *of_that_day)
        if held is not None:
            known = f"{called} with {the_worker(store, worker)} was held on {long_day(day)} already"
            raise AsksFirst(
                f"{known} (id {held}); `oversight supervision talk --session {held}` writes up who was talked about in "
                "it. Nothing was recorded.",
                f"{known}. y records a second session of that day.",
                request.__replace__(again=True),
            )

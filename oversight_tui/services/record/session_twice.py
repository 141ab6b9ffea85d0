"""A session that would be the second of its kind with a worker on one day, which is asked first: most are a slip; and
with which one of that day a talk goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.agendas import ended_on, held_on, others_at, was_at
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import HoldSession, SessionTalk
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


def session_gone_on_with(store: Store, talk: SessionTalk) -> EntryId | None:
    """The session of its kind that was held with the worker that day, also where it has ended; None where the talk
    begins one. Raises AsksFirst where a group was held that day and somebody is named who was not there.
    """
    of_that_day = talk.worker_id, talk.on, talk.kind
    begun = held_on(store, *of_that_day)
    if talk.again:
        return begun if talk.kind == "one_to_one" else None
    held = begun or ended_on(store, *of_that_day)
    if held is None:
        return None
    there = others_at(store, held)
    new = [the_worker(store, other) for other in talk.others if other not in there and other != talk.worker_id]
    if new:
        known = f"Group supervision with {the_worker(store, talk.worker_id)} was held on {long_day(talk.on)} already"
        raise AsksFirst(
            f"{known}, without {', '.join(new)} (id {held}). Nothing was recorded.",
            f"{known}, without {', '.join(new)}. y records a second session of that day.",
            talk.__replace__(again=True),
        )
    return held

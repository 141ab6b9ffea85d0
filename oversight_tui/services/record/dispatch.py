"""Which function records which request: found by the request's type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from db.writes.drafts import forget_draft
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Recorded, Request
from oversight_tui.services.login import refuse_who_keeps_the_server
from oversight_tui.services.record.closed import with_the_closed_named
from oversight_tui.services.record.meanwhile import Seen, telling_of_others

if TYPE_CHECKING:
    from db.engine import Store

AnyRequest = TypeVar("AnyRequest", bound=Request)
Answer = TypeVar("Answer", bound=Recorded | Sequence[Recorded])

AfterRecording = Callable[["Store", Recorded], Recorded]

_RECORDERS: dict[type[Request], Callable[[Store, Request, date], Recorded | Sequence[Recorded]]] = {}
_AFTERWARDS: dict[type[Request], AfterRecording] = {}


def records(
    kind: type[AnyRequest], *, then: AfterRecording | None = None
) -> Callable[[Callable[[Store, AnyRequest, date], Answer]], Callable[[Store, AnyRequest, date], Answer]]:
    """Let the function beneath be the one that records requests of this type. Raises ValueError where one does so
    already.

    `then` is what cannot be part of a transaction: it is done once that is over, and has the last word.
    """

    def register(function: Callable[[Store, AnyRequest, date], Answer]) -> Callable[[Store, AnyRequest, date], Answer]:
        def recorder(store: Store, request: Request, today: date) -> Answer:
            if not isinstance(request, kind):
                raise TypeError(f"{type(request).__name__} is no {kind.__name__}.")
            return function(store, request, today)

        if kind in _RECORDERS:
            raise ValueError(f"{kind.__name__} is recorded by another function already.")
        _RECORDERS[kind] = recorder
        if then is not None:
            _AFTERWARDS[kind] = then
        return function

    return register


def record(
    store: Store, request: Request, today: date, *, draft: str | None = None, seen: Seen | None = None
) -> tuple[Recorded, ...]:
    """Record what is asked. Raises RecordProblem and NotFound, and then nothing is written.

    `draft` is the form it was typed into. Its draft is forgotten in the same transaction: whatever happens, the words
    are either recorded or offered again, and never both. `seen` is what whoever typed it knew: what others have
    recorded about the same since then is said in AsksFirst, or before what else keeps it from being recorded.

    Raises NobodysName for a login that keeps the server, and TypeError for a request that nothing records: a fault of
    the program.
    """
    recorder = _RECORDERS.get(type(request))
    if recorder is None:
        raise TypeError(f"Nothing records {type(request).__name__}.")
    with store.writing(often=True):
        refuse_who_keeps_the_server(store)
        last = EntryId(store.last_number("entry"))
        with telling_of_others(store, request, today, seen, last):
            recorded = recorder(store, request, today)
        changes_nothing = store.last_number("entry") == last
        several = (recorded,) if isinstance(recorded, Recorded) else tuple(recorded)
        if not changes_nothing:
            several = with_the_closed_named(store, several, last)
        if draft is not None:
            forget_draft(store, draft)
        newest = store.last_number("entry")
    if seen is not None:
        seen.own.update(range(last + 1, newest + 1))
    then = _AFTERWARDS.get(type(request))
    if then is not None and isinstance(recorded, Recorded):
        several = (then(store, several[0]),)
    if changes_nothing:
        return tuple(one.__replace__(cannot_be_undone=True) for one in several)
    return several

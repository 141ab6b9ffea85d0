"""Which function records which request: found by the request's type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from oversight_tui.practice.requests import Recorded, Request

if TYPE_CHECKING:
    from db.engine import Store

AnyRequest = TypeVar("AnyRequest", bound=Request)
Answer = TypeVar("Answer", bound=Recorded | Sequence[Recorded])

_RECORDERS: dict[type[Request], Callable[[Store, Request, date], Recorded | Sequence[Recorded]]] = {}


def records(
    kind: type[AnyRequest],
) -> Callable[[Callable[[Store, AnyRequest, date], Answer]], Callable[[Store, AnyRequest, date], Answer]]:
    """Let the function beneath be the one that records requests of this type. Raises ValueError where one does so
    already.
    """

    def register(function: Callable[[Store, AnyRequest, date], Answer]) -> Callable[[Store, AnyRequest, date], Answer]:
        def recorder(store: Store, request: Request, today: date) -> Answer:
            if not isinstance(request, kind):
                raise TypeError(f"{type(request).__name__} is no {kind.__name__}.")
            return function(store, request, today)

        if kind in _RECORDERS:
            raise ValueError(f"{kind.__name__} is recorded by another function already.")
        _RECORDERS[kind] = recorder
        return function

    return register


def record(store: Store, request: Request, today: date) -> tuple[Recorded, ...]:
    """Record what is asked. Raises RecordProblem and NotFound, and then nothing is written.

    Raises TypeError for a request that nothing records: a fault of the program.
    """
    recorder = _RECORDERS.get(type(request))
    if recorder is None:
        raise TypeError(f"Nothing records {type(request).__name__}.")
    recorded = recorder(store, request, today)
    return (recorded,) if isinstance(recorded, Recorded) else tuple(recorded)

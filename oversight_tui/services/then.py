"""The store as it stood on a day that has passed; as it stands, where nothing has happened since."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from db.as_at import as_at, everybody, is_past, of_teams
from oversight_tui.practice.ids import TeamId

if TYPE_CHECKING:
    from db.engine import Store


@contextmanager
def as_it_stood(
    store: Store, day: date, teams: Collection[TeamId] | None, recorded_before: str | None = None
) -> Iterator[None]:
    """Inside, the store says of these teams, of every team where None, what had happened by the end of the day; with
    `recorded_before` only what had been typed before that moment too. Asked inside a read transaction.
    """
    if recorded_before is None and not is_past(store, day):
        yield
        return
    with as_at(store, day, everybody(store) if teams is None else of_teams(store, teams), recorded_before):
        yield

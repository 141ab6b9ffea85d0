"""How regularly the workers of a team were supervised over a span of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.regularity import one_supervised, supervised
from oversight_tui.practice.gaps import Supervised, WorkerRegularity, regularity
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.span import Span, span_back
from oversight_tui.services.find import NotInStore
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_history
from oversight_tui.services.then import as_it_stood

if TYPE_CHECKING:
    from db.engine import Store


def team_regularity(
    store: Store, span: Span, today: date, teams: Sequence[str] = (), *, all_teams: bool = False
) -> tuple[WorkerRegularity, ...]:
    """Each worker of the named teams by name; with none named of the manager's own, or of every team. Those who left
    before the span began, or came after it, are left out. Raises NoSuchTeam.
    """
    with store.reading():
        chosen = None if all_teams else teams_named(store, teams or whose(store).teams)
        with as_it_stood(store, today, chosen or None):
            return regularity_of(store, supervised(store, list(chosen) if chosen else None), span, today)


def regularity_of(store: Store, workers: Sequence[Supervised], span: Span, today: date) -> tuple[WorkerRegularity, ...]:
    """The same of workers who were read already. Asked inside a transaction."""
    policies = policy_history(store)
    return tuple(
        regularity(one, policies, span.first, span.last, today)
        for one in workers
        if (one.worker.leaves is None or one.worker.leaves >= span.first)
        and (one.worker.starts is None or one.worker.starts <= span.last)
    )


def regularity_of_the_year(store: Store, worker: WorkerId, today: date) -> tuple[Span, WorkerRegularity]:
    """One worker's of the twelve months up to today, also of who has left. Raises NotInStore."""
    span = span_back(None, None, today)
    with store.reading():
        found = one_supervised(store, worker)
        if not found:
            raise NotInStore("worker")
        return span, regularity(found[0], policy_history(store), span.first, span.last, today)

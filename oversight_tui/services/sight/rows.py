"""The rows behind one number of line of sight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.as_at import Reach
from db.queries.attempts import attempts_to_see
from db.queries.away import absences_of
from db.queries.board import dates_of, workers_with
from db.queries.sight import children_about, children_with, held_besides, items_with
from db.question import batched
from oversight_tui.practice.facts import Child, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.opening import Counted, opened
from oversight_tui.practice.sight.rows import ChildFigureRow, FigureRow
from oversight_tui.practice.sight.values import Figure
from oversight_tui.practice.visit_reasons import tried_said, tried_since_seen
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.then import as_it_stood_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from db.engine import Store


def rows_of(store: Store, figure: Figure, today: date) -> tuple[FigureRow, ...]:
    """A row for each thing that the number counts; of a day that has passed as it stood at its end."""

    def reach(_: str | None) -> Reach:
        return Reach({*figure.children, *children_about(store, figure.entries)}, figure.workers)

    with store.reading(), as_it_stood_of(store, today, reach):
        counted = _counted(store, figure)
        rows = opened(figure.key, counted, policy_in_force(store), today)
        return _with_reasons(store, counted.children, rows, today) if figure.key == "visits_late" else rows


def _with_reasons(
    store: Store, children: Sequence[Child], rows: Iterable[FigureRow], today: date
) -> tuple[FigureRow, ...]:
    """The rows of visits that are late, each with when the child was not seen, and why."""
    known = {child.id: child for child in children}
    attempts = attempts_to_see(store, list(known))
    return tuple(
        row.__replace__(says=f"{row.says}; {tried_said(tried_since_seen(known[row.child], attempts, today), today)}")
        if isinstance(row, ChildFigureRow)
        else row
        for row in rows
    )


def _counted(store: Store, figure: Figure) -> Counted:
    if figure.workers:
        workers = _workers(store, figure.workers)
        away = [one for some in batched(figure.workers) for one in absences_of(store, some)]
        return Counted(workers=workers, held=held_besides(store, figure.workers, set()), absences=away)
    if figure.children:
        found = {child.id: child for child in children_with(store, set(figure.children))}
        children = [found[one] for one in figure.children if one in found]  # another program may have erased one
        dates = [one for some in batched(found) for one in dates_of(store, some)]
        return Counted(children=children, holders=_workers(store, _holding(children)), dates=dates)
    items = items_with(store, figure.entries)
    about = children_with(store, {item.child_id for item in items if item.child_id is not None})
    owners = {item.owner_id for item in items if item.owner_id is not None}
    return Counted(items=items, about=about, holders=_workers(store, owners | _holding(about)))


def _holding(children: Iterable[Child]) -> set[WorkerId]:
    return {child.worker_id for child in children if child.worker_id is not None}


def _workers(store: Store, ids: Collection[WorkerId]) -> Sequence[Worker]:
    return [one for some in batched(ids) for one in workers_with(store, some)]

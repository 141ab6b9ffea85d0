"""Of whom nothing was said of a later day: they stood then as they stand now, and their rows are taken over so.

Asked for yesterday, or for the last month on its first day, that is nearly everybody.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from db.derived import refresh_children, refresh_workers
from db.derived.live import About
from db.derived.workers import workers_of_children
from db.models import ChildNow, OpenItem, Unwritten, WorkerNow, name_of
from db.question import batched, places
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.records import every_kind

if TYPE_CHECKING:
    from db.engine import Store

Id = TypeVar("Id", bound=int)
# Whoever is asked for one by one; of more, everything that was said since is gone through instead.
_ONE_BY_ONE = 2_000
_IN_SESSIONS = (
    "SELECT DISTINCT s.child_id FROM main.entry e JOIN main.session_child s"
    " ON s.session_id = COALESCE(e.corrects_id, e.id) WHERE e.kind = 'session_held' AND e.happened_on > ?"
)
_IN_SESSIONS_OF = (
    "SELECT DISTINCT s.child_id FROM main.session_child s JOIN main.entry v"
    " ON (v.id = s.session_id OR v.corrects_id = s.session_id) WHERE s.child_id IN ({ids}) AND v.happened_on > ?"
)


class Standing:
    """Works out how children and workers stood at the end of a day. Those of whom nothing was said of a later day are
    taken over from what is kept; where only what had been recorded by a moment counts (`all_anew`), nobody is.
    """

    def __init__(self, store: Store, day: date, *, all_anew: bool) -> None:
        self._store, self._day, self._all_anew = store, day.isoformat(), all_anew
        self._moved_with: set[WorkerId] = set()

    def children(self, ids: Collection[ChildId]) -> None:
        """Their rows. Whose holder may be another than now is noted, for the workers, who come after them."""
        if self._all_anew:
            refresh_children(self._store, ids)
            return
        differing = self._said_of("child_id", ids) | self._listed_since(ids)
        refresh_children(self._store, differing)
        for some in batched(set(ids) - differing):
            self._take_over(ChildNow, "child_id", some)
            self._take_over(OpenItem, "child_id", some)
            self._take_over(Unwritten, "child_id", some)
        self._moved_with |= workers_of_children(self._store, differing) | self._holders_now(differing)

    def workers(self, ids: Collection[WorkerId]) -> None:
        """Their rows, after those of every child they held then."""
        if self._all_anew:
            refresh_workers(self._store, ids)
            return
        differing = self._said_of("worker_id", ids) | (self._moved_with & set(ids))
        refresh_workers(self._store, differing)
        for some in batched(set(ids) - differing):
            self._take_over(WorkerNow, "worker_id", some)
            self._take_over(OpenItem, "worker_id", some, " AND child_id IS NULL")

    def _said_of(self, about: About, ids: Collection[Id]) -> set[Id]:
        """Those of whom anything is of a later day, in any version, whether it stands or not."""
        if len(ids) > _ONE_BY_ONE:
            kinds = ", ".join(f"'{content.kind.name}'" for content in every_kind())
            sql = f"SELECT DISTINCT {about} FROM main.entry WHERE kind IN ({kinds}) AND happened_on > ?"
            return {row[0] for row in self._store.rows(sql, (self._day,))} & set(ids)
        return self._asked(
            f"SELECT DISTINCT {about} FROM main.entry WHERE {about} IN ({{ids}}) AND happened_on > ?", ids
        )

    def _listed_since(self, ids: Collection[ChildId]) -> set[ChildId]:
        """Those who are in the list of a session that was held on a later day, which is the worker's own."""
        if len(ids) > _ONE_BY_ONE:
            return {row[0] for row in self._store.rows(_IN_SESSIONS, (self._day,))} & set(ids)
        return self._asked(_IN_SESSIONS_OF, ids)

    def _asked(self, sql: str, ids: Collection[Id]) -> set[Id]:
        asked = ((some, sql.format(ids=places(some))) for some in batched(ids))
        return {row[0] for some, one in asked for row in self._store.rows(one, (*some, self._day))}

    def _holders_now(self, children: Collection[ChildId]) -> set[WorkerId]:
        found: set[WorkerId] = set()
        for some in batched(children):
            sql = f"SELECT DISTINCT worker_id FROM main.child_now WHERE child_id IN ({places(some)})"
            found |= {row[0] for row in self._store.rows(sql, some) if row[0] is not None}
        return found

    def _take_over(
        self, table: type[ChildNow | OpenItem | Unwritten | WorkerNow], key: str, ids: Collection[int], also: str = ""
    ) -> None:
        name = name_of(table)
        self._store.run(
            f'INSERT INTO "{name}" SELECT * FROM main."{name}" WHERE {key} IN ({places(list(ids))}){also}',
            list(ids),
        )

"""What was recorded about an entry since somebody looked at it: a newer version, what answers or ends it, its
withdrawal; and what was recorded otherwise of a child or a worker of whom one thing holds at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, convert

from db.models import name_of, table_of
from db.question import places
from db.touched import links_of
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import (
    Absence,
    AbsenceEnd,
    Allocation,
    ChildDetails,
    Content,
    Cover,
    RiskRating,
    WorkerDetails,
    every_kind,
)

if TYPE_CHECKING:
    from db.engine import Store


class Later(Struct, frozen=True, array_like=True):
    """An entry in force: its newest version, of which `corrects` is the first where it is a newer one, who recorded it
    and when.
    """

    id: EntryId
    kind: str
    recorded_by: str
    recorded_at: datetime
    corrects: EntryId | None


_ONE_HOLDS: tuple[type[Content], ...] = (
    Allocation,
    ChildDetails,
    RiskRating,
    WorkerDetails,
    Absence,
    AbsenceEnd,
    Cover,
)
# Numbers are written out below: by them alone a server can tell that few come after, whatever plan it has kept.
_COLUMNS = "id, kind, recorded_by, recorded_at, corrects_id"


def recorded_about(store: Store, entry: EntryId, since: EntryId) -> list[Later]:
    """What is in force of what was recorded after the entry `since` and is a newer version of this entry, or points to
    it; `entry` is the number of its first version. The oldest first.
    """
    pointing = _pointing()
    sql = (
        f"SELECT {_COLUMNS} FROM entry_in_force WHERE id > {since:d}"
        f" AND (corrects_id = ? OR id IN ({pointing})) ORDER BY id"
    )
    return _made(store.rows(sql, [entry, *[entry] * pointing.count("?")]))


def recorded_otherwise(store: Store, since: EntryId, until: EntryId) -> list[Later]:
    """What is in force of what was recorded after the entry `since` and up to `until`, of a kind of which the newest
    holds, where an entry after that is of the same kind and about the same child or worker.
    """
    names = [content.kind.name for content in _ONE_HOLDS]
    columns = ", ".join(f"e.{column}" for column in _COLUMNS.split(", "))
    sql = (
        f"SELECT DISTINCT {columns} FROM entry n JOIN entry_in_force e ON e.kind = n.kind"
        " AND COALESCE(e.child_id, 0) = COALESCE(n.child_id, 0) AND COALESCE(e.worker_id, 0) = COALESCE(n.worker_id, 0)"
        f" WHERE n.id > {until:d} AND n.kind IN ({places(names)})"
        f" AND e.id > {since:d} AND e.id <= {until:d} ORDER BY e.id"
    )
    return _made(store.rows(sql, names))


@cache
def _pointing() -> str:
    """The numbers of the entries that point to an entry, which is given once for each column that may do so."""
    return " UNION ALL ".join(
        f'SELECT entry_id FROM "{name_of(table)}" WHERE "{field.column_name}" = ?'
        for table in map(table_of, every_kind())
        for field in links_of(table).entries
    )


def _made(rows: Sequence[Sequence[object]]) -> list[Later]:
    return [convert(tuple(row), Later) for row in rows]

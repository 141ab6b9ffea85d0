"""Children whom a list has closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.reading import read_as

if TYPE_CHECKING:
    from db.engine import Store

_OF_NEW = """
SELECT n.reference, n.closed_on FROM child_now n WHERE n.open = ? AND n.child_id IN (
  SELECT e.child_id FROM entry e WHERE e.id > ? UNION SELECT s.child_id FROM session_child s WHERE s.session_id > ?)
ORDER BY n.reference
"""


class ClosedChild(Struct, frozen=True):
    """A closed child by reference, and the day of the closing where it is known."""

    reference: str
    closed_on: date | None


def closed_among_new(store: Store, last: int) -> list[ClosedChild]:
    """The closed children whom the entries after number `last` are about, or name as talked about."""
    return read_as(ClosedChild, ClosedChild.__struct_fields__, store.rows(_OF_NEW, (False, last, last)))

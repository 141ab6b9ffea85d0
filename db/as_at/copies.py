"""What a login of a server sees of the entries by a day, copied once.

Of views over views over policies a server thinks longer than a copy takes, and finds ways that take minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Store

_WITHDRAWN = "SELECT * FROM main.withdrawal"
_LED_TO_BY = {
    "entry": ("id", "child_id, kind", "worker_id, kind", "corrects_id", "kind, happened_on"),
    "withdrawal": ("entry_id", "withdrawn_id"),
    "entry_in_force": ("id", "root_id", "child_id, kind", "worker_id, kind", "kind, happened_on"),
}


def lay_copies(store: Store, views: Mapping[str, str]) -> None:
    """Lay these over the store's own, each given with its SELECT, a later one made of earlier ones: as a copy what is
    asked again and again, the others as views.
    """
    for name, sql in _in_order(views).items():
        if name not in _LED_TO_BY:
            store.run(f'CREATE TEMP VIEW "{name}" AS {sql}')
            continue
        store.run(f'CREATE TEMP TABLE "{name}" AS {sql}')
        for number, columns in enumerate(_LED_TO_BY[name], start=1):
            store.run(f'CREATE INDEX "{name}_copied_{number}" ON "{name}" ({columns})')
        store.run(f'ANALYZE "{name}"')


def _in_order(views: Mapping[str, str]) -> dict[str, str]:
    """The same, with the withdrawals before what asks for them also where a view leaves none out."""
    found = dict(views)
    first = {"entry": found.pop("entry"), "withdrawal": found.pop("withdrawal", _WITHDRAWN)}
    return first | found

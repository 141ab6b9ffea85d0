"""The months that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.queries.months import KeptMonth

if TYPE_CHECKING:
    from db.engine import Store


def keep_months(store: Store, months: Iterable[KeptMonth]) -> None:
    """Keep months, each in the place of what was kept of it; inside a write transaction. No line of the journal says
    so: they follow from the records.
    """
    rows = [(one.team, one.last_day.isoformat(), one.figures) for one in months]
    store.run_many(
        "INSERT INTO team_month (team_id, last_day, figures) VALUES (?, ?, ?)"
        " ON CONFLICT (last_day, team_id) DO UPDATE SET figures = excluded.figures",
        rows,
    )

"""One record about a child or worker as it was written, before it is told in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct

Replaced = Literal["", "corrected", "moved"]


class HistoryRow(Struct, frozen=True):
    """One entry: its kind as the store names it, when it took place, when and by whom it was typed.

    `corrects` is the id of the first version. `values` holds what is the kind's own, by field name: dates as
    ISO text, a worker or team by name, another entry by the number of its first version, `scales` as (who, number).
    `replaced` says whether a newer version stands in its place here ("corrected") or on another page ("moved").
    """

    id: int
    kind: str
    happened_on: date | None
    happened_at: str | None
    recorded_at: datetime
    by: str
    corrects: int | None
    values: Mapping[str, Any]
    sensitive: bool = False
    replaced: Replaced = ""

"""One record about a child or worker as it was written, before it is told in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import EntryId, TeamId, WorkerId
from oversight_tui.practice.records import Content
from oversight_tui.practice.requests.base import Scales

Replaced = Literal["", "corrected", "moved"]


class HistoryRow(Struct, frozen=True):
    """One entry: when it took place, when and by whom it was typed, and what it says.

    `id` is the number of this version, `corrects` that of the first. `scales` are the numbers said with it.
    `behind_the_wall`: it is a decision, an action, an escalation or a consultation about a worker, and its words are
    in their own file.
    `from_a_list`: nobody typed it; a list said it, which `by` brought in.
    `replaced` says whether a newer version stands in its place here ("corrected") or on another page ("moved").
    """

    id: EntryId
    happened_on: date | None
    happened_at: str | None
    recorded_at: datetime
    by: str
    corrects: EntryId | None
    content: Content
    scales: Scales = ()
    sensitive: bool = False
    replaced: Replaced = ""
    behind_the_wall: bool = False
    from_a_list: bool = False

    @property
    def first(self) -> EntryId:
        """The number of the first version, by which an entry is known."""
        return self.corrects or self.id

    @property
    def order(self) -> tuple[date, EntryId]:
        """What comes later has the greater one: by the day it happened, of one day by the order of typing."""
        return self.happened_on or self.recorded_at.date(), self.first


class History(Struct, frozen=True):
    """Everything recorded about one child or worker, oldest happening first, and what the ids in it are called."""

    rows: tuple[HistoryRow, ...]
    workers: Mapping[WorkerId, str] = {}
    teams: Mapping[TeamId, str] = {}

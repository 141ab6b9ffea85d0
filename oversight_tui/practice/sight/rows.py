"""The rows that a number of line of sight counts: who or what each is, and nothing anybody typed.

`says` of each is what there is to say of it where this number is opened: how long, by when, how much.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId


class ChildFigureRow(Struct, frozen=True):
    """A child: `days` since they were discussed, None for never; `risk` is the rating, None where there is none."""

    child: ChildId
    reference: str
    name: str | None
    worker: str | None
    days: int | None
    status: str | None
    risk: str | None
    says: str = ""


class WorkerFigureRow(Struct, frozen=True):
    """A worker: `days` since they were supervised, None for never."""

    worker: WorkerId
    name: str
    team: str | None
    children: int
    days: int | None
    says: str = ""


class EntryFigureRow(Struct, frozen=True):
    """An entry about a child: its kind, its severity where it has one, how many days it has stood, when it is due."""

    entry: EntryId
    kind: str
    child: ChildId | None
    reference: str
    name: str | None
    worker: str | None
    severity: int | None
    days: int | None
    due: date | None
    says: str = ""


FigureRow = ChildFigureRow | WorkerFigureRow | EntryFigureRow

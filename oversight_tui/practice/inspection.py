"""The inspection pack: regularity of a team's supervision, and what oversight did for a sample of its children."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from oversight_tui.practice.child_oversight import ChildOversight
from oversight_tui.practice.gaps import WorkerRegularity

NOT_HERE = (
    "It holds nothing of any worker's own file, no note to self, no name of a child that is kept here beside the "
    "reference, and of entries that are sensitive the day alone. "
    "Names within what was written stand as they were written."
)


class Inspection(Struct, frozen=True):
    """The pack as values. `first` and `last` are the days it is about, `as_of` the day the rules went by, `data_as_at`
    that of the newest lists, None where none was imported; `by` made it.

    The `children` are as many as `asked` for, drawn by `seed` from the `of` children whom the teams held in those days.
    """

    marking: str
    as_of: date
    data_as_at: date | None
    by: str
    teams: tuple[str, ...]
    first: date = field(name="from")
    last: date = field(name="to")
    seed: int
    asked: int
    of: int
    workers: tuple[WorkerRegularity, ...]
    children: tuple[ChildOversight, ...]
    does_not_hold: str = NOT_HERE

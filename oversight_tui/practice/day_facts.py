"""Facts of the day: who is on duty, and how children without a worker are seen to."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId


class Looked(Struct, frozen=True, gc=False, array_like=True):
    """A child without a worker was looked at again on a day, or taken to somebody senior (`escalated`); `who` is the
    name of somebody else than who recorded it.
    """

    child_id: ChildId
    on: date
    escalated: bool
    who: str | None


class DutyTurn(Struct, frozen=True, gc=False, array_like=True):
    """A worker on duty, both days included."""

    id: EntryId
    worker_id: WorkerId
    first_day: date
    last_day: date

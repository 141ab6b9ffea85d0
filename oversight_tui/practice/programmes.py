"""How those who supervise are prepared for it: a programme, as it stands."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import EntryId, WorkerId


class ProgrammeOf(Struct, frozen=True, array_like=True):
    """The programme that a worker began last; `until` is the last day that is planned.

    `ended_on` and `completed` are None while it lasts; `completed` is False where it was given up, for `reason`.
    """

    worker: WorkerId
    entry: EntryId
    name: str
    begun_on: date | None
    until: date | None
    ended_on: date | None = None
    completed: bool | None = None
    reason: str | None = None

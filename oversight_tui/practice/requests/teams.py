"""What is said of a team that no list carries, and how those who supervise are prepared for it."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import AboutWorker, EntryId, WorkerId
from oversight_tui.practice.requests.base import Request


class PostsRequest(Request, frozen=True):
    """The posts of a team from a day on, in full-time equivalents; `team` as somebody types its name."""

    team: str
    fte: float
    on: date


class ProgrammeRequest(Request, frozen=True):
    """A programme for supervisors that a worker began; `until` is the last day that is planned."""

    worker_id: WorkerId
    text: str
    on: date
    until: date | None = None


class EndProgramme(Request, frozen=True):
    """A programme is over: completed, or given up and why. `which` is its number, or whose it is: then the one that the
    worker is on.
    """

    which: EntryId | AboutWorker
    on: date
    completed: bool = True
    because: str | None = None

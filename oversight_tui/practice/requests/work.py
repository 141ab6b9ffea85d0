"""Work handed in about a child, and what becomes of it."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests.base import Request


class HandInWork(Request, frozen=True):
    """A piece of work (an assessment, a plan, a report) handed in to be signed off; `by` is a name. `due` is what was
    due and is settled by it; where none is named it is that of the same words. What it is and by whom may be left empty
    of what was due: it was said then.
    """

    child_id: ChildId
    what: str
    by: str
    on: date
    due: EntryId | None = None


class HandInAgain(Request, frozen=True):
    """A piece of work handed in again after it was returned."""

    work: EntryId
    on: date

    @property
    def upon(self) -> EntryId:
        """The work."""
        return self.work


class ApproveWork(Request, frozen=True):
    """A piece of work signed off, and why it is good enough; `who` is the name of who did, None for who records it."""

    work: EntryId
    because: str
    on: date
    who: str | None = None

    @property
    def upon(self) -> EntryId:
        """The work."""
        return self.work


class ReturnWork(Request, frozen=True):
    """A piece of work returned, with what is missing in it; `who` is the name of who did, None for who records it."""

    work: EntryId
    missing: str
    on: date
    who: str | None = None

    @property
    def upon(self) -> EntryId:
        """The work."""
        return self.work

"""What is known about the age of records, as plain values: what the rules of retention reckon from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Status
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId


class Hold(Struct, frozen=True):
    """A legal hold: its entry, since when, why, and who placed it."""

    id: EntryId
    since: date | None
    because: str
    by: str


class ChildKept(Struct, frozen=True):
    """What the age of a child's records is reckoned from.

    `statuses` are all that were ever held. `last_contact` is the latest day on which anything about the child took
    place. `died_on` is the day of an ending that a list gave as a death.
    """

    id: ChildId
    reference: str
    name: str | None
    open: bool
    date_of_birth: date | None
    statuses: frozenset[Status]
    closed_on: date | None
    last_contact: date | None
    died_on: date | None
    entries: int
    hold: Hold | None = None


class WorkerKept(Struct, frozen=True):
    """What the age of a worker's records is reckoned from, and how many entries there are of either kind."""

    id: WorkerId
    name: str
    leaves: date | None
    holds_children: int
    supervision: int
    own_file: int
    hold: Hold | None = None


class Kept(Struct, frozen=True):
    """All that is kept. `own_notes` maps notes to self to their days, `drafts` forms to the days they were typed on;
    what is about somebody under a legal hold is in neither.
    """

    children: tuple[ChildKept, ...] = ()
    workers: tuple[WorkerKept, ...] = ()
    own_notes: Mapping[EntryId, date] = {}
    drafts: Mapping[str, date] = {}

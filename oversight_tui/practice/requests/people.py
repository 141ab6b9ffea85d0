"""Who is on the team, who is away and who covers, who holds whom."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, Struct, UnsetType

from oversight_tui.practice.facts import AbsenceReason, Bucket
from oversight_tui.practice.ids import AboutWorker, ChildId, WorkerId
from oversight_tui.practice.requests.base import AgreedAction, Request


class KnownOfWorker(Struct, frozen=True):
    """What is said of a worker; what is UNSET stays as it was, None means that it is not known."""

    name: str | UnsetType = UNSET
    staff_id: str | UnsetType | None = UNSET
    team: str | UnsetType | None = UNSET
    role: str | UnsetType | None = UNSET
    fte: float | UnsetType | None = UNSET
    newly_qualified_from: date | UnsetType | None = UNSET
    agency: bool | UnsetType | None = UNSET
    starts: date | UnsetType | None = UNSET
    leaves: date | UnsetType | None = UNSET
    supervisor: str | UnsetType | None = UNSET
    second_supervisor: str | UnsetType | None = UNSET
    own_limit: str | UnsetType | None = UNSET
    own_until: date | UnsetType | None = UNSET


class AddWorker(Request, frozen=True):
    """A worker no list has shown yet. Without a team it is the manager's own."""

    name: str
    known: KnownOfWorker = KnownOfWorker()


class EditWorker(Request, frozen=True):
    """A new version of what is known of a worker, from the day `since` on, None for today."""

    worker_id: WorkerId
    known: KnownOfWorker
    since: date | None = None


class AddChild(Request, frozen=True):
    """A child no list has shown yet; with nobody to hold them they are unallocated."""

    reference: str
    name: str | None = None
    worker_id: WorkerId | None = None
    born: date | None = None


class NameChild(Request, frozen=True):
    """The name a child goes by here; no list carries one."""

    child_id: ChildId
    name: str


class LinkFamily(Request, frozen=True):
    """Brothers and sisters, as one family with a name of its own."""

    children: tuple[ChildId, ...]
    family: str


class HandOver(Request, frozen=True):
    """Children given to a worker, or put into a bucket. Their discussions go with them; nobody's clock moves.

    `with_actions` gives the open actions of who held a child, about that child, to the new worker too;
    `with_siblings` hands over the brothers and sisters too whom the same worker holds; `reopens` says that a child whom
    a list has closed is to be open again, which is asked first. By `seen_by` the new worker sees each child;
    `first_actions` are the new worker's where no owner is named; on `review_on` the manager looks again.
    """

    children: tuple[ChildId, ...]
    to: AboutWorker | Bucket
    on: date
    because: str | None = None
    with_actions: bool = False
    with_siblings: bool = False
    reopens: bool = False
    seen_by: date | None = None
    first_actions: tuple[AgreedAction, ...] = ()
    review_on: date | None = None


class AbsenceRequest(Request, frozen=True):
    """A worker away, both days included; `covered_by` is who sees to their children meanwhile, by name."""

    worker_id: WorkerId
    first_day: date
    last_day: date | None
    reason: AbsenceReason
    because: str | None = None
    covered_by: str | None = None


class EndAbsence(Request, frozen=True):
    """The last day of the absence a worker is in, or was in until now: sooner, later, or not known before."""

    worker_id: WorkerId
    last_day: date


class CoverRequest(Request, frozen=True):
    """Who sees to a worker's children meanwhile, by name; both days included, None for until further notice.

    Where no first day is said it is today; of somebody whose absence is to come it is that, and its last day.
    """

    worker_id: WorkerId
    covered_by: str
    first_day: date | None = None
    last_day: date | None = None

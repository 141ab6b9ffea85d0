"""Who a child is, who holds them, where they stand, and what lists showed of them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from oversight_tui.practice.child_dates import ChildDateWhat
from oversight_tui.practice.facts import Bucket, Risk, Status
from oversight_tui.practice.ids import EntryId, TeamId, WorkerId
from oversight_tui.practice.records.base import Content, Kind, Names, Reason, Text, TypedName, Words, dated_words
from oversight_tui.practice.seen import NotSeenWhy, SeenPlace
from oversight_tui.words.day_labels import NOT_SEEN, SEEN_PLACE
from oversight_tui.words.labels import BUCKET, CHILD_DATE, RISK, STATUS, words_for

AllocationRole = Literal["lead", "co_worker", "personal_adviser"]
_ROLE = {"lead": "", "co_worker": " as co-worker", "personal_adviser": " as personal adviser"}


class ChildDetails(Content, frozen=True):
    """What is known of a child from this entry on, besides what the histories hold.

    `name` is the manager's own local name.
    """

    kind: ClassVar = Kind(name="child", called="what was said of a child", page="child", taken_back="by_list")
    name: str | None = None
    date_of_birth: date | None = None
    family: str | None = None


class ChildAlias(Content, frozen=True):
    """Another way in which lists write a child's reference (its zeros lost, say), accepted by the manager."""

    kind: ClassVar = Kind(
        name="child_alias", called="another spelling of a reference", page="child", taken_back="by_list"
    )
    reference: str


class Allocation(Content, frozen=True):
    """A child to a worker, or to a bucket.

    `starts` is a true date; `seen_by` the as-at date of the list that first showed it.
    """

    kind: ClassVar = Kind(
        name="allocation",
        called="a handing over",
        page="child",
        heading="Allocation",
        news="New child",
        told_as="allocation",
        taken_back="by_list",
    )
    allocated_to: WorkerId | None = None
    team: TeamId | None = None
    bucket: Bucket | None = None
    role: AllocationRole = "lead"
    starts: date | None = None
    seen_by: date | None = None
    reason: Words | None = None  # in older stores it stands with the end of the allocation before

    def told(self, names: Names) -> str:
        """To whom, in what role, in which team, and why."""
        worker = names.workers.get(self.allocated_to) if self.allocated_to is not None else None
        team = names.teams.get(self.team) if self.team is not None else None
        holder = f"Allocated to {worker}" if worker else words_for(BUCKET, self.bucket, "no worker").capitalize()
        why = f": {self.reason}" if self.reason else ""
        return f"{holder}{_ROLE[self.role]}{f', {team}' if team else ''}{why}"


class AllocationEnd(Content, frozen=True):
    """The end of an allocation.

    `ends` is a true date; `seen_by` the as-at date of the list that no longer showed it.
    """

    kind: ClassVar = Kind(
        name="allocation_end",
        called="a handing over",
        page="child",
        heading="Allocation",
        told_as="allocation",
        taken_back="by_list",
    )
    allocation: EntryId
    ends: date | None = None
    seen_by: date | None = None
    reason: Words | None = None  # as whoever closed the child gave it, or a list

    def told(self, names: Names) -> str:
        """When it ended, and why."""
        ended = dated_words("Allocation ended", self.ends)
        return f"{ended}: {self.reason}" if self.reason else ended


class StatusEpisode(Content, frozen=True):
    """A child looked after, on a protection plan, in need, being assessed, or a care leaver, from a date."""

    kind: ClassVar = Kind(
        name="status",
        called="a status",
        page="child",
        heading="Status",
        news="Status",
        told_as="status",
        taken_back="by_list",
    )
    status: Status
    starts: date | None = None
    seen_by: date | None = None

    def told(self, names: Names) -> str:
        """What, and from when."""
        words = words_for(STATUS, self.status).capitalize()
        return dated_words(f"{words} from", self.starts) if self.starts else words


class StatusEnd(Content, frozen=True):
    """The end of an episode, with the reason the list gave."""

    kind: ClassVar = Kind(
        name="status_end",
        called="the end of a status",
        page="child",
        heading="Status",
        news="Status ended",
        told_as="status",
        taken_back="by_list",
    )
    episode: EntryId
    ends: date | None = None
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """When it ended."""
        return dated_words("Ended", self.ends)


class RiskRating(Content, frozen=True):
    """The manager's rating of a child's risk and the reason for it."""

    kind: ClassVar = Kind(
        name="risk",
        called="a rating of risk",
        page="child",
        heading="Risk rating",
        news="Risk rating",
        told_as="risk",
        correctable=True,
        dated=True,
    )
    rating: Risk
    reason: Reason

    def told(self, names: Names) -> str:
        """The rating."""
        return f"Risk rated {words_for(RISK, self.rating)}"


class ChildDate(Content, frozen=True):
    """A date or an interval that no list carries, or what ended something of these, with the reason.

    `days` is the longest time between two visits, for the kind `visit_interval`; every other kind has a `day`. `who` is
    who heard the child, or who declined to be heard.
    """

    kind: ClassVar = Kind(
        name="child_date",
        called="a date",
        page="child",
        heading="Timescale",
        told_as="timescale",
        correctable=True,
        dated=True,
    )
    what: ChildDateWhat
    day: date | None = None
    days: int | None = None
    reason: Reason | None = None
    who: TypedName | None = None

    def told(self, names: Names) -> str:
        """What, who, and when or how often."""
        words = words_for(CHILD_DATE, self.what) + (f" ({self.who})" if self.who else "")
        return f"{words} every {self.days} days" if self.days else dated_words(words, self.day)

    @property
    def is_to_come(self) -> bool:
        """Only a review is said beforehand."""
        return self.what == "next_review"

    def on_day(self, on: date) -> Content:
        """The same on another day; an interval has none."""
        return self if self.day is None else self.__replace__(day=on)


class Seen(Content, frozen=True):
    """A child seen on the day of the entry, as the manager was told; `alone` is None where that was not said.

    `booking` is the visit that had been booked.
    """

    kind: ClassVar = Kind(
        name="seen",
        called="a visit",
        page="child",
        heading="Visit",
        told_as="timescale",
        correctable=True,
        dated=True,
    )
    alone: bool | None = None
    place: SeenPlace | None = None
    booking: EntryId | None = None

    def told(self, names: Names) -> str:
        """That the child was seen, whether alone, and where."""
        how = {True: "Seen alone", False: "Seen, not alone", None: "Seen"}[self.alone]
        return f"{how} {words_for(SEEN_PLACE, self.place)}" if self.place else how


class NotSeen(Content, frozen=True):
    """A visit on the day of the entry on which the child was not seen, and why; `booking` had been booked for it."""

    kind: ClassVar = Kind(
        name="not_seen",
        called="a visit without the child",
        page="child",
        heading="Visit",
        news="Not seen",
        told_as="timescale",
        correctable=True,
        dated=True,
    )
    why: NotSeenWhy
    text: Text | None = None
    who: TypedName | None = None
    booking: EntryId | None = None

    def told(self, names: Names) -> str:
        """Why, and who tried."""
        said = f"Not seen, {words_for(NOT_SEEN, self.why)}{f': {self.text}' if self.text else ''}"
        return f"{said} ({self.who})" if self.who else said


class ExtractRow(Content, frozen=True):
    """A child as the extract showed them, written where it differs from the row before. `content` is canonical JSON."""

    kind: ClassVar = Kind(
        name="extract", called="what a list showed of a child", page="store", news="Closed", taken_back="never"
    )
    open: bool
    content: str
    digest: str
    last_seen: date | None = None
    last_seen_source: str | None = None


class NotCovered(Content, frozen=True):
    """A child of whom newer lists say nothing, since the one that showed them was not among these: what is known of
    them is of the day `held_on`. It holds until a list shows the child again.
    """

    kind: ClassVar = Kind(
        name="not_covered", called="a child whose list was not there", page="store", taken_back="never"
    )
    list_name: str
    held_on: date


class Missing(Content, frozen=True):
    """A child not on a list that covered their team: a question to the manager and not a closure.

    The entry's date is the list's. With a `note` it is the answer that the child is still ours and only the list is
    short of them, which holds until a list shows the child again.
    """

    kind: ClassVar = Kind(
        name="missing", called="a child missing from a list", page="store", news="Not on list", taken_back="never"
    )
    note: Words | None = None

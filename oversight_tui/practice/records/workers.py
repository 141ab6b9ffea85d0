"""Who a worker is, when they are away and who sees to their children, and what is in their own file."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.practice.ids import EntryId, TeamId
from oversight_tui.practice.personal import OwnFileKind, RecordStep
from oversight_tui.practice.records.base import Content, Kind, Text, TypedName, Words

WorkerDateWhat = Literal["registration", "car_insurance", "contract_end"]


class WorkerDetails(Content, frozen=True):
    """What is known of a worker from this entry on; the whole of it each time.

    `own_limit` is an interval as the policy writes it; `name_key` the name normalised for matching.
    """

    kind: ClassVar = Kind(name="worker", called="what was said of a worker", page="worker", taken_back="by_list")
    name: str
    name_key: str
    staff_id: str | None = None
    team: TeamId | None = None
    role: str | None = None
    fte: float | None = None
    newly_qualified_from: date | None = None
    agency: bool | None = None
    starts: date | None = None
    leaves: date | None = None
    supervisor: str | None = None
    second_supervisor: str | None = None
    own_limit: str | None = None
    own_until: date | None = None
    seen_by: date | None = None


class WorkerAlias(Content, frozen=True):
    """Another spelling of a worker's name, accepted by the manager."""

    kind: ClassVar = Kind(name="worker_alias", called="another spelling of a name", page="worker", taken_back="by_list")
    name_key: str


class Absence(Content, frozen=True):
    """A worker away, both days included."""

    kind: ClassVar = Kind(name="absence", called="an absence", page="worker", told_before=True)
    first_day: date
    reason: AbsenceReason
    last_day: date | None = None
    note: Words | None = None


class AbsenceEnd(Content, frozen=True):
    """The last day of an absence whose end was not known, or has changed."""

    kind: ClassVar = Kind(name="absence_end", called="the end of an absence", page="worker", told_before=True)
    absence: EntryId
    last_day: date


class Cover(Content, frozen=True):
    """Who sees to an absent worker's children, or to an absent manager's team: both days included."""

    kind: ClassVar = Kind(name="cover", called="a cover", page="worker", told_before=True)
    covered_by: TypedName
    first_day: date
    last_day: date | None = None


class PersonalRecord(Content, frozen=True):
    """An entry in the worker's own file, which nothing outside it may read.

    `follows` is the goal, course or concern that an entry tells more of. An agreement has the days of both signatures
    and the day on which it is to be renewed. `look_again_on` is the day on which it is to be looked at again; `changed`
    is of feedback: whether the worker says that supervision changed something. The record of a session has the
    `session` and the `step` that it has come to; of an appraisal or a probation `look_again_on` is its day.
    """

    kind: ClassVar = Kind(
        name="personal", called="an entry in a worker's own file", page="own_file", correctable=True, dated=True
    )
    personal_kind: OwnFileKind
    text: Text
    support_offered: Words | None = None
    next_step: Words | None = None
    follows: EntryId | None = None
    signed_by_worker: date | None = None
    signed_by_manager: date | None = None
    renew_on: date | None = None
    look_again_on: date | None = None
    changed: bool | None = None
    session: EntryId | None = None
    step: RecordStep | None = None


class WorkerDate(Content, frozen=True):
    """A day on which something of a worker runs out. The newest of its kind holds; without a day it never does."""

    kind: ClassVar = Kind(name="worker_date", called="a date of a worker", page="worker")
    what: WorkerDateWhat
    day: date | None = None

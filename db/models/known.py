"""Records: what is known of workers and children, by whom they are held, and what lists showed of them."""

from __future__ import annotations

from typing import get_args

from peewee import BooleanField, Check, FloatField, IntegerField, TextField

from db.fields import IsoDateField, is_date, one_of
from db.models.base import to
from db.models.day import Booking
from db.models.spine import Detail, Team, Worker
from oversight_tui.practice import child_dates, facts, records
from oversight_tui.practice.records.children import AllocationRole
from oversight_tui.practice.records.workers import WorkerDateWhat
from oversight_tui.practice.seen import SeenPlace


class WorkerDetails(Detail):
    """What is known of a worker from this entry on; the whole of it each time.

    `own_limit` is an interval as the policy writes it.
    """

    holds = records.WorkerDetails
    name = TextField()
    name_key = TextField(index=True)
    staff_id = TextField(null=True, index=True)
    team = to(Team, "team_id", null=True)
    role = TextField(null=True)
    fte = FloatField(null=True, constraints=[Check("fte IS NULL OR (fte >= 0 AND fte <= 2)")])
    newly_qualified_from = IsoDateField(null=True, constraints=[is_date("newly_qualified_from")])
    agency = BooleanField(null=True)
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    leaves = IsoDateField(null=True, constraints=[is_date("leaves")])
    supervisor = TextField(null=True)
    second_supervisor = TextField(null=True)
    own_limit = TextField(null=True)
    own_until = IsoDateField(null=True, constraints=[is_date("own_until")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])


class WorkerDate(Detail):
    """A day on which something of a worker runs out."""

    holds = records.WorkerDate
    what = TextField(constraints=[one_of("what", get_args(WorkerDateWhat))])
    day = IsoDateField(null=True, constraints=[is_date("day")])


class WorkerAlias(Detail):
    """Another spelling of a worker's name, accepted by the manager."""

    holds = records.WorkerAlias
    name_key = TextField(index=True)


class ChildDetails(Detail):
    """What is known of a child from this entry on, besides what the histories hold.

    `name` is the manager's own local name.
    """

    holds = records.ChildDetails
    name = TextField(null=True)
    date_of_birth = IsoDateField(null=True, constraints=[is_date("date_of_birth")])
    family = TextField(null=True)


class ChildAlias(Detail):
    """Another way in which lists write a child's reference, accepted by the manager."""

    holds = records.ChildAlias
    reference = TextField(index=True)


class Allocation(Detail):
    """A child to a worker, or to a bucket.

    `starts` is a true date; `seen_by` the as-at date of the list that first showed it.
    """

    holds = records.Allocation
    allocated_to = to(Worker, "allocated_worker_id", null=True)
    team = to(Team, "team_id", null=True)
    bucket = TextField(null=True, constraints=[one_of("bucket", get_args(facts.Bucket))])
    role = TextField(constraints=[one_of("role", get_args(AllocationRole))], default="lead")
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])
    reason = TextField(null=True)

    class Meta:
        constraints = [Check("allocated_worker_id IS NULL OR bucket IS NULL")]


class AllocationEnd(Detail):
    """The end of an allocation.

    `ends` is a true date; `seen_by` the as-at date of the list that no longer showed it.
    """

    holds = records.AllocationEnd
    allocation = to(Allocation, "allocation_id")
    ends = IsoDateField(null=True, constraints=[is_date("ends")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])
    reason = TextField(null=True)


class StatusEpisode(Detail):
    """A child looked after, on a protection plan, in need, being assessed, or a care leaver, from a date."""

    holds = records.StatusEpisode
    status = TextField(constraints=[one_of("status", get_args(facts.Status))])
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])


class StatusEnd(Detail):
    """The end of an episode, with the reason the list gave."""

    holds = records.StatusEnd
    episode = to(StatusEpisode, "episode_id")
    ends = IsoDateField(null=True, constraints=[is_date("ends")])
    reason = TextField(null=True)


class RiskRating(Detail):
    """The manager's rating of a child's risk and the reason for it."""

    holds = records.RiskRating
    rating = TextField(constraints=[one_of("rating", get_args(facts.Risk))])
    reason = TextField()


class ChildDate(Detail):
    """A date or an interval that no list carries, or what ended something of these, with the reason.

    `days` is the longest time between two visits, for the kind `visit_interval`; every other kind has a `day`.
    """

    holds = records.ChildDate
    what = TextField(
        constraints=[one_of("what", (*get_args(child_dates.DateWhat), *get_args(child_dates.EndWhat)))],
    )
    day = IsoDateField(null=True, constraints=[is_date("day")])
    days = IntegerField(null=True, constraints=[Check("days IS NULL OR days BETWEEN 1 AND 400")])
    reason = TextField(null=True)
    who = TextField(null=True)

    class Meta:
        constraints = [Check("(day IS NULL) <> (days IS NULL)")]


class Seen(Detail):
    """A child seen on the day of the entry; whether alone, where, and the visit that had been booked for it."""

    holds = records.Seen
    alone = BooleanField(null=True)
    place = TextField(null=True, constraints=[one_of("place", get_args(SeenPlace))])
    booking = to(Booking, "booking_id", null=True)


class ExtractRow(Detail):
    """A child as the extract showed them, written where it differs from the row before.

    `content` is canonical JSON.
    """

    holds = records.ExtractRow
    open = BooleanField()
    last_seen = IsoDateField(null=True, constraints=[is_date("last_seen")])
    last_seen_source = TextField(null=True)
    content = TextField()
    digest = TextField()


class NotCovered(Detail):
    """A child of whom newer lists say nothing, since the one that showed them was not among these."""

    holds = records.NotCovered
    list_name = TextField()
    held_on = IsoDateField(constraints=[is_date("held_on")])


class Missing(Detail):
    """A child not on a list that covered their team: a question to the manager and not a closure.

    The entry's date is the list's. With a `note` it is the answer that the child is ours all the same.
    """

    holds = records.Missing
    note = TextField(null=True)

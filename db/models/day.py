"""Records: what is booked, who is on duty, what is due; who came in, who waits, who is to go to whom; incidents."""

from __future__ import annotations

from typing import get_args

from peewee import BooleanField, Check, IntegerField, TextField

from db.fields import IsoDateField, is_date, one_of
from db.models.base import to
from db.models.said import WorkHandedIn
from db.models.spine import Detail, Worker
from oversight_tui.practice import child_dates, facts, records
from oversight_tui.practice.records import arrivals, bookings, incidents
from oversight_tui.practice.seen import NotSeenWhy


class Booking(Detail):
    """A visit, a meeting or a day in court, on the entry's day and at its time."""

    holds = records.Booking
    booking_kind = TextField(constraints=[one_of("booking_kind", get_args(bookings.BookingKind))])
    text = TextField(null=True)
    minutes = IntegerField(null=True, constraints=[Check("minutes IS NULL OR minutes BETWEEN 1 AND 1440")])
    place = TextField(null=True)
    who = TextField(null=True)
    going = to(Worker, "going_id", null=True)
    brings = TextField(null=True, constraints=[one_of("brings", get_args(child_dates.DateWhat))])
    outside_id = TextField(null=True, index=True)


class BookingGiven(Detail):
    """Somebody else who goes to a booking from now on."""

    holds = records.BookingGiven
    booking = to(Booking, "booking_id")
    who = TextField()
    going = to(Worker, "going_id", null=True)
    reason = TextField(null=True)


class BookingEnd(Detail):
    """What became of a booking."""

    holds = records.BookingEnd
    booking = to(Booking, "booking_id")
    outcome = TextField(constraints=[one_of("outcome", get_args(bookings.BookingOutcome))])
    reason = TextField(null=True)


class NotSeen(Detail):
    """A visit on the day of the entry on which the child was not seen, and why."""

    holds = records.NotSeen
    why = TextField(constraints=[one_of("why", get_args(NotSeenWhy))])
    text = TextField(null=True)
    who = TextField(null=True)
    booking = to(Booking, "booking_id", null=True)


class DutyTurn(Detail):
    """A worker on duty, both days included."""

    holds = records.DutyTurn
    first_day = IsoDateField(constraints=[is_date("first_day")])
    last_day = IsoDateField(constraints=[is_date("last_day")])

    class Meta:
        constraints = [Check("last_day >= first_day")]


class WorkDue(Detail):
    """A report or another piece of work that is due on a day, and from whom."""

    holds = records.WorkDue
    text = TextField()
    due_on = IsoDateField(constraints=[is_date("due_on")])
    who = TextField()
    owner_worker = to(Worker, "owner_worker_id", null=True)


class WorkDueEnd(Detail):
    """A piece of work that is due no more, and why; or that was handed in."""

    holds = records.WorkDueEnd
    due = to(WorkDue, "due_id")
    handed_in = to(WorkHandedIn, "handed_in_id", null=True)
    reason = TextField(null=True)


class Referral(Detail):
    """A referral that came in: from whom, about what, how urgent."""

    holds = records.Referral
    text = TextField()
    from_whom = TextField()
    urgency = TextField(constraints=[one_of("urgency", get_args(arrivals.Urgency))])


class ReferralDecision(Detail):
    """What was decided about a referral, and because of what."""

    holds = records.ReferralDecision
    referral = to(Referral, "referral_id")
    outcome = TextField(constraints=[one_of("outcome", get_args(arrivals.ReferralOutcome))])
    reason = TextField()


class WaitingLook(Detail):
    """A child whom no worker holds, looked at again with a word."""

    holds = records.WaitingLook
    text = TextField()
    who = TextField(null=True)


class HandOverPlan(Detail):
    """A child who is to go to a worker or into a bucket on the entry's day."""

    holds = records.HandOverPlan
    going_to = to(Worker, "going_to_id", null=True)
    bucket = TextField(null=True, constraints=[one_of("bucket", get_args(facts.Bucket))])
    with_actions = BooleanField(default=False)
    reason = TextField(null=True)

    class Meta:
        constraints = [Check("(going_to_id IS NULL) <> (bucket IS NULL)")]


class HandOverPlanEnd(Detail):
    """What became of a handover that was to come."""

    holds = records.HandOverPlanEnd
    plan = to(HandOverPlan, "plan_id")
    outcome = TextField(constraints=[one_of("outcome", get_args(arrivals.HandOverEnd))])
    reason = TextField(null=True)


class Incident(Detail):
    """A serious incident to a child."""

    holds = records.Incident
    text = TextField()


class IncidentTold(Detail):
    """Somebody who was told of a serious incident, and what was said."""

    holds = records.IncidentTold
    incident = to(Incident, "incident_id")
    who = TextField()
    said = TextField(null=True)


class IncidentStep(Detail):
    """A step that was taken after a serious incident, or is not to be taken and why."""

    holds = records.IncidentStep
    incident = to(Incident, "incident_id")
    step = TextField(constraints=[one_of("step", get_args(incidents.IncidentStepWhat))])
    reason = TextField(null=True)

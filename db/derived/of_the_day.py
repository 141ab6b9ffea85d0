"""What is booked, due, new or in hand: visits and meetings, work, referrals, handovers to come, audits, incidents, and
the dates of workers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.derived.live import Live
from db.derived.rows import Row
from db.derived.waiting import Waiting, item, settled
from oversight_tui.practice import records
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.open_kinds import Which
from oversight_tui.practice.records.audits import drawn_words
from oversight_tui.practice.records.incidents import IncidentStepWhat


def of_the_day(waiting: Waiting) -> Iterator[Row]:
    """All of these."""
    yield from _bookings(waiting)
    yield from _work_due(waiting)
    yield from _referrals(waiting)
    yield from _handovers(waiting)
    yield from _audits(waiting)
    yield from _incidents(waiting)
    yield from _dates_of_workers(waiting)


def _bookings(waiting: Waiting) -> Iterator[Row]:
    """Those of which is not said yet what became of them. Whoever was given one last goes to it."""
    given: Mapping[EntryId, Live[records.BookingGiven]] = {
        one.says.booking: one for one in waiting.all(records.BookingGiven)
    }
    seen = settled(records.Seen, "booking"), settled(records.NotSeen, "booking")
    for one in waiting.without(
        records.Booking, records.BookingEnd, "booking", "".join(f" AND NOT {by}" for by in seen)
    ):
        says, last = one.says, given.get(one.spine.entry)
        yield item(
            "booking",
            one.spine,
            says.text or "",
            who=last.says.who if last else says.who,
            owner=last.says.going if last else says.going,
            due_on=one.spine.on,
            which=says.booking_kind,
            minutes=says.minutes,
            place=says.place,
        )


def _work_due(waiting: Waiting) -> Iterator[Row]:
    for one in waiting.without(records.WorkDue, records.WorkDueEnd, "due"):
        says = one.says
        yield item("work_due", one.spine, says.text, who=says.who, owner=says.owner_worker, due_on=says.due_on)


def _referrals(waiting: Waiting) -> Iterator[Row]:
    """Those that are not decided."""
    for one in waiting.without(records.Referral, records.ReferralDecision, "referral"):
        yield item("referral", one.spine, one.says.text, who=one.says.from_whom, which=one.says.urgency)


def _handovers(waiting: Waiting) -> Iterator[Row]:
    for one in waiting.without(records.HandOverPlan, records.HandOverPlanEnd, "plan"):
        says = one.says
        due_on = one.spine.on
        yield item(
            "handover_planned", one.spine, says.reason or "", who=says.bucket, owner=says.going_to, due_on=due_on
        )


def _audits(waiting: Waiting) -> Iterator[Row]:
    """Files that were picked and are not audited."""
    for one in waiting.without(records.AuditPick, records.Audit, "pick"):
        drawn = drawn_words(one.says.seed, one.says.stratum)
        yield item("audit", one.spine, drawn, who=one.says.auditor, due_on=one.says.due_on)


def _incidents(waiting: Waiting) -> Iterator[Row]:
    """Those that are not closed, with the steps that are still to be taken."""
    taken: dict[EntryId, set[IncidentStepWhat]] = {}
    for step in waiting.all(records.IncidentStep):
        taken.setdefault(step.says.incident, set()).add(step.says.step)
    for one in waiting.all(records.Incident):
        done = taken.get(one.spine.entry, set())
        if "closed" not in done:
            yield item("incident", one.spine, one.says.text, which=_still_to_do(done))


def _still_to_do(done: set[IncidentStepWhat]) -> Which:
    notify, review = not done & {"notified", "not_notifiable"}, not done & {"reviewed", "no_review"}
    if notify and review:
        return "notify_and_review"
    return "notify" if notify else "review" if review else "close"


def _dates_of_workers(waiting: Waiting) -> Iterator[Row]:
    """The newest of each kind of each worker, where it has a day."""
    newest = {(one.spine.worker, one.says.what): one for one in waiting.all(records.WorkerDate)}
    for one in newest.values():
        if one.says.day is not None:
            yield item("worker_date", one.spine, "", due_on=one.says.day, which=one.says.what)

"""Rows about the day itself: what is booked and who goes to it, work that is due, referrals, handovers, audits,
incidents, and the dates of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from oversight_tui.practice.arrivals import decide_by
from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, dated_state, lateness
from oversight_tui.practice.board import AttentionState, Factor
from oversight_tui.practice.booked_words import booking_words
from oversight_tui.practice.cover import StandingIn
from oversight_tui.practice.facts import Child, OpenItem, OpenKind, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.incidents import clocks
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.same_time import is_elsewhere
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.day_labels import URGENCY, WORKER_DATE
from oversight_tui.words.labels import BUCKET, words_for

# How many children are named on one line.
MOST_NAMED = 5
Maker = Callable[[OpenItem, Policy, date], UnrankedRow | None]


def rows_of_the_day(
    items: Collection[OpenItem],
    workers: Mapping[WorkerId, Worker],
    children: Mapping[ChildId, Child],
    standing_in: StandingIn,
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """What is booked and planned for today, or was, and somebody has to say a word to."""
    for item in items:
        row = None
        if item.kind == "booking":
            row = _booking(item, items, workers, standing_in, policy, today)
        elif item.kind == "handover_planned":
            row = _handover(item, workers, under(children, item.child_id), policy, today)
        if row is not None:
            row.id, row.child = item.id, under(children, item.child_id)
            if row.at is None:  # what has its time today stands by that, whoever the child is
                row.because += about_child(policy, row.child)
            yield row


def _booking(
    item: OpenItem,
    items: Iterable[OpenItem],
    workers: Mapping[WorkerId, Worker],
    standing_in: StandingIn,
    policy: Policy,
    today: date,
) -> UnrankedRow | None:
    """What is booked for today and nobody goes to, since who was to is not here; or a visit that had been booked of
    which nobody has said what became. Where somebody stands in for who was to go, they go unless it is said otherwise:
    the row says whom to ask, and is not urgent; but it is where they have something else then.
    """
    goes = under(workers, item.owner_id)
    if item.due_on is None:
        return None
    if item.due_on == today and goes is not None and standing_in.is_not_there(goes):
        stands_in = standing_in.for_worker(goes.id)
        elsewhere = stands_in is not None and is_elsewhere(stands_in, item, items, workers.values())
        row = _to_go_to(item, stands_in, policy, elsewhere=elsewhere)
    elif item.due_on < today and item.which == "visit":
        row = _unsaid(item, policy, today)
    else:
        return None
    row.worker = goes
    return row


def _to_go_to(item: OpenItem, stands_in: str | None, policy: Policy, *, elsewhere: bool) -> UnrankedRow:
    when = f"{item.at} " if item.at else ""
    because = [Factor("somebody has to go", policy.weights["to_go_to"], says="who was to go is not here today")]
    but = " and is elsewhere then: who goes?" if elsewhere else ""
    who = f"{stands_in} stands in{but}" if stands_in else "who goes?"
    state: AttentionState = "due" if stands_in and not elsewhere else "open"
    return UnrankedRow("booking", state, f"{when}{booking_words(item)}: {who}", because, due_on=item.due_on, at=item.at)


def _unsaid(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    state, over = dated_state(item.due_on, today)
    because = [Factor("booked, nothing recorded", policy.weights["booking"]), *lateness(policy, over, past="its day")]
    day = f" of {short_day(item.due_on, today)}" if item.due_on else ""
    summary = f"{booking_words(item)}{day}: seen, or why not?"
    return UnrankedRow("booking", state, summary, because, due_on=item.due_on, days_over=over)


def _handover(
    item: OpenItem, workers: Mapping[WorkerId, Worker], child: Child | None, policy: Policy, today: date
) -> UnrankedRow | None:
    """A handover that was planned for a day that has come: it waits until it is confirmed, moved or called off."""
    state, over = dated_state(item.due_on, today)
    if state == "open":
        return None
    to = under(workers, item.owner_id)
    into = f"To be {words_for(BUCKET, item.who)}" if item.who else "Handover"
    to_whom = f"To {to.name}" if to is not None else into
    there = child is not None and to is not None and child.worker_id == to.id
    asks = "is there already: confirm it" if there else "has it taken place?"
    because = [Factor("handover to be confirmed", policy.weights["handover"])]
    because += lateness(policy, over, past="its day")
    return UnrankedRow(
        "handover",
        state,
        f"{to_whom}, planned for {short_day(item.due_on, today)}: {asks}" if item.due_on else asks,
        because,
        worker=under(workers, child.worker_id) if child is not None else None,
        due_on=item.due_on,
        days_over=over,
    )


def _referral(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    for_its_day = item.which == "same_day"
    due_on = decide_by(item.since, policy.limits, for_its_day=for_its_day) if item.since else None
    state, over = dated_state(due_on, today)
    because = [Factor("referral to be decided", policy.weights["referral"])]
    if for_its_day:
        because.append(Factor("for its day", policy.weights["referral_same_day"], says="wanted on its day"))
    because += lateness(policy, over, past="its day")
    when = f"{short_day(item.since, today)}{f' {item.at}' if item.at else ''}" if item.since else ""
    came = f"From {item.who_shown}, {when}" if item.who_shown else f"Came in {when}"
    summary = f"{came}, {words_for(URGENCY, item.which)}: {item.shown}"
    return UnrankedRow(
        "referral",
        state,
        summary,
        because,
        due_on=due_on,
        days_over=over,
        due_said="to be decided",
        for_its_day=for_its_day,
    )


def _work_due(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    state, over = dated_state(item.due_on, today)
    if state == "open":
        return None
    because = [
        Factor("work due", policy.weights["work_due"], says="work is due"),
        *lateness(policy, over, past="its day"),
    ]
    summary = f"{item.shown}, by {item.who}"
    return UnrankedRow("work_due", state, summary, because, due_on=item.due_on, days_over=over)


def _audit(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    state, over = dated_state(item.due_on, today)
    if state == "open":
        return None
    because = [Factor("audit due", policy.weights["audit"], says="file to be audited")]
    because += lateness(policy, over, past="its day")
    summary = f"File to be audited by {item.who}{f', {item.shown}' if item.shown else ''}"
    return UnrankedRow("audit", state, summary, because, due_on=item.due_on, days_over=over)


def _incident(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    because = [Factor("serious incident", policy.weights["incident"], says="a serious incident is in hand")]
    to_do = clocks(item.which, item.since, policy.limits)
    due_on = to_do[0][0] if to_do else None
    state, over = dated_state(due_on, today)
    because += lateness(policy, over, past="its day")
    when = f"{short_day(item.since, today)}{f' {item.at}' if item.at else ''}: " if item.since else ""
    by = "".join(f", {does} by {short_day(day, today)}" for day, does in to_do) or ", close it"
    return UnrankedRow("incident", state, f"{when}{item.shown}{by}", because, due_on=due_on, days_over=over)


def _worker_date(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    if item.due_on is None or item.due_on > today + timedelta(days=policy.limits["worker_date_days"]):
        return None
    state, over = dated_state(item.due_on, today)
    because = [Factor("a date of the worker", policy.weights["worker_date"], says="a date of the worker comes")]
    if item.which == "registration" and over is not None:
        says = "nobody may practise without it (Social Work England)"
        because.append(Factor("registration has run out", policy.weights["registration_over"], says=says))
    because += lateness(policy, over, past="it")
    away, day = (item.due_on - today).days, short_day(item.due_on, today)
    when = f"{day}, in {count(away, 'day')}" if away > 0 else "today" if away == 0 else f"was {day}"
    called = words_for(WORKER_DATE, item.which)
    summary = f"{called[:1].upper()}{called[1:]}: {when}"
    return UnrankedRow("worker_date", state, summary, because, due_on=item.due_on, days_over=over)


def held_after(item: OpenItem, children: Iterable[Child], today: date) -> str:
    """Whom a worker still holds whose contract has ended; empty where it has not, or nobody is held."""
    if item.which != "contract_end" or item.due_on is None or item.due_on >= today:
        return ""
    held = sorted(child.reference for child in children if child.open and child.worker_id == item.worker_id)
    more = f" and {len(held) - MOST_NAMED} more" if len(held) > MOST_NAMED else ""
    return f"; still holds {', '.join(held[:MOST_NAMED])}{more}" if held else ""


MAKERS: Mapping[OpenKind, Maker] = {
    "referral": _referral,
    "work_due": _work_due,
    "audit": _audit,
    "incident": _incident,
    "worker_date": _worker_date,
}

"""The statutory clocks a manager acts on daily: visits, assessments, conferences, reviews, proceedings, missing.

The numbers are the policy's, each with its source. How often a child is visited is local, and set for each child as a
recorded decision. What is not known is not recorded, and never on time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, dated_state, lateness
from oversight_tui.practice.board import AttentionKind, ChildRow, Factor, StatutoryDate
from oversight_tui.practice.calendar import add_working_days, working_days_between
from oversight_tui.practice.facts import ChildDate, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count, short_day

# How long before its day a thing is shown as coming: working days, and weeks of proceedings.
COMING_DAYS, COMING_WEEKS = 5, 4
# How long before a sixteenth or eighteenth birthday a child's page says so: time to plan what changes with it.
BIRTHDAY_AHEAD = timedelta(days=183)
Dates = Mapping[str, ChildDate]


def newest(dates: Iterable[ChildDate]) -> Mapping[ChildId, Dates]:
    """By child and by kind, what was said last; `dates` in the order in which they were recorded."""
    found: dict[ChildId, dict[str, ChildDate]] = {}
    for one in dates:
        found.setdefault(one.child_id, {})[one.what] = one
    return found


def timescale_rows(
    children: Sequence[ChildRow],
    dates: Mapping[ChildId, Dates],
    workers: Mapping[WorkerId, Worker],
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """The rows of the morning list about these clocks."""
    for row in children:
        known = dates.get(row.child.id)
        if known is None:
            if row.child.status != "assessment":
                continue  # every clock but that of an assessment begins with a date that was typed
            known = {}
        for make in (_visit, _assessment, _conference, _review, _proceedings, _missing):
            draft = make(row, known, policy, today)
            if draft is not None:
                draft.child = row.child
                draft.worker = under(workers, row.child.worker_id)
                draft.because += about_child(policy, row.child, row.risk_used)
                yield draft


def visit_due(row: ChildRow, known: Dates) -> date | None:
    """The last day in time for the next visit, None where no interval is set."""
    interval = known.get("visit_interval")
    if interval is None or interval.days is None:
        return None
    since = row.child.last_seen or interval.said_on
    return since + timedelta(days=interval.days) if since else None


def told(row: ChildRow, known: Dates, policy: Policy, today: date) -> Iterator[str]:
    """Where each clock of a child stands, in words, for the page; what applies and is not known is said."""
    due = visit_due(row, known)
    interval = known.get("visit_interval")
    if interval is not None and interval.days is not None and due is not None:
        yield f"Visit every {count(interval.days, 'day')}: next by {short_day(due, today)}"
    else:
        yield "Visit interval: not recorded"
    child = row.child
    if child.status == "assessment":
        if child.status_since is None:
            yield "Assessment: start not recorded"
        else:
            day, most = working_days_between(child.status_since, today), policy.limits["assessment_days"]
            by = add_working_days(child.status_since, most)
            yield f"Assessment: working day {day} of {most}, by {short_day(by, today)}"
    issued = _day_of(known, "proceedings_issued")
    if issued is not None:
        yield f"Proceedings: week {_week(issued, today)} of {policy.limits['proceedings_weeks']}"
    review = _day_of(known, "next_review")
    if review is not None:
        yield f"Next review: {short_day(review, today)}"
    elif child.status in ("looked_after", "protection_plan"):
        yield "Next review: not recorded"
    for name, make in (("Conference", _conference), ("Missing", _missing)):
        draft = make(row, known, policy, today)
        if draft is not None:
            yield f"{name}: {draft.summary}"
    if child.date_of_birth is not None:
        yield from _birthday(child.date_of_birth, today)


def statutory_dates(
    children: Iterable[ChildRow], dates: Mapping[ChildId, Dates], limits: Mapping[str, int]
) -> Iterator[StatutoryDate]:
    """Every day that one of these clocks reaches, past or to come."""
    for row in children:
        if row.child.id not in dates and row.child.status != "assessment":
            continue
        known = dates.get(row.child.id, {})
        visit, since = visit_due(row, known), row.child.status_since
        if visit is not None:
            yield StatutoryDate(row.child.id, visit, "visit", "last day in time")
        if row.child.status == "assessment" and since is not None:
            most = limits["assessment_days"]
            for day in (limits["assessment_first_look"], limits["assessment_second_look"], most):
                yield StatutoryDate(row.child.id, add_working_days(since, day), "assessment", f"day {day} of {most}")
        strategy, held = _day_of(known, "strategy_discussion"), _day_of(known, "conference")
        if strategy is not None and (held is None or held < strategy):
            latest = add_working_days(strategy, limits["conference_days"])
            yield StatutoryDate(row.child.id, latest, "conference", f"day {limits['conference_days']}")
        review, issued = _day_of(known, "next_review"), _day_of(known, "proceedings_issued")
        if review is not None:
            yield StatutoryDate(row.child.id, review, "review", "planned")
        if issued is not None:
            weeks = limits["proceedings_weeks"]
            yield StatutoryDate(row.child.id, issued + timedelta(weeks=weeks), "proceedings", f"week {weeks}")


def _birthday(born: date, today: date) -> Iterator[str]:
    """That an unborn child is due, or that a child turns 16 or 18 before long."""
    if born > today:
        yield f"Unborn: due {short_day(born, today)}"
    for age in (16, 18):
        day = born + relativedelta(years=age)
        if today <= day <= today + BIRTHDAY_AHEAD:
            yield f"Turns {age} on {short_day(day, today)}"


def _visit(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    due = visit_due(row, known)
    if due is None:
        return None
    seen = f"Last seen {short_day(row.child.last_seen, today)}" if row.child.last_seen else "Last seen: not recorded"
    return _dated("visit", f"{seen}, visit by {short_day(due, today)}", due, policy, today)


def _assessment(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    since, discussed = row.child.status_since, row.child.last_discussed
    if row.child.status != "assessment" or since is None:
        return None
    most = policy.limits["assessment_days"]
    end = add_working_days(since, most)
    day = working_days_between(since, today)
    if today >= end or working_days_between(today, end) <= COMING_DAYS:
        words = f"Working day {day} of {most}, to be finished by {short_day(end, today)}"
        return _dated("assessment", words, end, policy, today, always=True)
    for checkpoint in (policy.limits["assessment_second_look"], policy.limits["assessment_first_look"]):
        on = add_working_days(since, checkpoint)
        if today >= on:
            if discussed is not None and discussed >= on:
                return None
            words = f"Working day {day} of {most}: not looked at since day {checkpoint}"
            return _dated("assessment", words, on, policy, today)
    return None


def _conference(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    strategy, held = _day_of(known, "strategy_discussion"), _day_of(known, "conference")
    if strategy is None or (held is not None and held >= strategy and held <= today):
        return None
    most = policy.limits["conference_days"]
    due = add_working_days(strategy, most)
    day = working_days_between(strategy, today)
    words = f"Working day {day} of {most} since the strategy discussion, by {short_day(due, today)}"
    return _dated("conference", words, due, policy, today, always=True)


def _review(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    due = _day_of(known, "next_review")
    if due is None:
        return None
    near = working_days_between(today, due) <= COMING_DAYS
    return _dated("review", f"Review on {short_day(due, today)}", due, policy, today, always=near)


def _proceedings(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    issued = _day_of(known, "proceedings_issued")
    if issued is None:
        return None
    most = policy.limits["proceedings_weeks"]
    due = issued + timedelta(weeks=most)
    near = due - today <= timedelta(weeks=COMING_WEEKS)
    words = f"Week {_week(issued, today)} of {most}, to end by {short_day(due, today)}"
    return _dated("proceedings", words, due, policy, today, always=near)


def _missing(row: ChildRow, known: Dates, policy: Policy, today: date) -> UnrankedRow | None:
    gone, back = _day_of(known, "missing_from"), _day_of(known, "returned")
    if gone is None:
        return None
    if back is None or back < gone:
        words = f"Missing since {short_day(gone, today)}, {count((today - gone).days, 'day')}"
        because = [Factor("missing", policy.weights["missing_child"]), *lateness(policy, (today - gone).days or None)]
        return UnrankedRow("missing_child", "open", words, because)
    if row.child.last_discussed is not None and row.child.last_discussed > back:
        return None
    due = back + timedelta(days=policy.limits["return_days"])
    words = f"Came back {short_day(back, today)}: hear the child by {short_day(due, today)} (72 hours)"
    return _dated("missing_child", words, due, policy, today, always=True)


def _dated(
    kind: AttentionKind, words: str, due: date, policy: Policy, today: date, *, always: bool = False
) -> UnrankedRow | None:
    """A row for something with a day: shown from that day on, or before it where `always`."""
    state, over = dated_state(due, today)
    if state == "open" and not always:
        return None
    because = [Factor(_FACTORS[kind], policy.weights[kind]), *lateness(policy, over)]
    return UnrankedRow(kind, state, words, because, due_on=due, days_over=over)


def _day_of(known: Dates, what: str) -> date | None:
    return known[what].day if what in known else None


def _week(issued: date, today: date) -> int:
    return max(0, (today - issued).days) // 7 + 1


_FACTORS: Mapping[str, str] = {
    "visit": "visit due",
    "assessment": "assessment",
    "conference": "conference",
    "review": "review",
    "proceedings": "proceedings",
    "missing_child": "missing child",
}

"""Rows about things that wait: worries, actions, decisions, talks, escalations, consultations, sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta

from oversight_tui.practice.attention import of_the_day
from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, dated_state, lateness
from oversight_tui.practice.board import Factor
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.facts import Child, OpenItem, OpenKind, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.owners import Owners
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.session_records import is_record, record_due
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.labels import SESSION, TALK, words_for
from oversight_tui.words.text import match_key
from oversight_tui.words.worries import raised_words

Maker = Callable[[OpenItem, Policy, date], UnrankedRow | None]


def open_item_rows(
    items: Iterable[OpenItem],
    workers: Mapping[WorkerId, Worker],
    children: Mapping[ChildId, Child],
    owners: Owners,
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """A row for each thing that waits, with the points its child's risk and status bring; an action is its owner's,
    and what has its words in a worker's own file is that worker's.
    """
    gone = _names_of_who_has_left(workers.values(), today)
    own_files: dict[WorkerId, list[UnrankedRow]] = {}
    for item in items:
        make = MAKERS.get(item.kind)
        draft = make(item, policy, today) if make else None
        if draft is None:
            continue
        draft.id = item.id
        draft.owner_has_left = bool(gone and item.seen_to_by) and match_key(item.seen_to_by or "") in gone
        draft.child = under(children, item.child_id)
        holder = item.worker_id or (draft.child.worker_id if draft.child else None)
        is_an_owners = item.kind == "action" and not item.behind_the_wall
        draft.worker = under(workers, owners.of(item) if is_an_owners else holder)
        if _held_since(item, draft.worker) or _asks_to_supervise_who_has_left(draft, today):
            continue
        whom = under(workers, item.worker_id) if item.behind_the_wall else None
        if whom is not None and draft.kind == "own_file":
            own_files.setdefault(whom.id, []).append(draft)
            continue
        if whom is not None:
            draft.summary = _about_a_worker(item, whom, today)
        if item.kind == "worker_date":
            draft.summary += of_the_day.held_after(item, children.values(), today)
        draft.because += about_child(policy, draft.child)
        yield draft
    yield from map(_one_for_a_file, own_files.values())


def _one_for_a_file(rows: Sequence[UnrankedRow]) -> UnrankedRow:
    """One line for all that is due in a worker's own file, with the day of what has been due longest: several would
    say the same words, and the file itself shows which they are.
    """
    first = min(rows, key=lambda row: (row.due_on or date.max, row.id or 0))
    name = first.worker.name if first.worker is not None else ""
    first.count = len(rows) if len(rows) > 1 else None
    due = sum(row.state != "open" for row in rows)
    soon = len(rows) - due
    things = f"{_things(due or soon)} in {name}'s own file"
    if not due:
        first.summary = f"{things} will soon be due"
    else:
        also = f", {_things(soon).lower()} more will soon be" if soon else ""
        first.summary = f"{things} {'is' if due == 1 else 'are'} due{also}"
    return first


def _things(number: int) -> str:
    return "Something" if number == 1 else f"{number} things"


def _names_of_who_has_left(workers: Iterable[Worker], today: date) -> Set[str]:
    """The keys of the names that nobody who is still here goes by."""
    left: set[str] = set()
    here: set[str] = set()
    for worker in workers:
        (left if worker.has_left(today) else here).add(match_key(worker.name))
    return left - here


def _about_a_worker(item: OpenItem, worker: Worker, today: date) -> str:
    """What may be known outside a worker's own file: that something about them is due, and when."""
    what = BEHIND_THE_WALL[item.kind]
    review = item.kind in ("decision_review", "decision_without_because")
    said = ("review", "review was due") if review else ("by", "was due by")
    due = f", {set_for(item.due_on, today, *said)}" if item.due_on else ""
    return f"{what} about {worker.name}{due}: its words are in their own file"


def _asks_to_supervise_who_has_left(row: UnrankedRow, today: date) -> bool:
    """Whether a row asks for a new date of a cancelled session, or a new agreement, of somebody who is here no more."""
    asks = row.kind in ("session_not_rebooked", "cancelled_again", "own_file")
    return asks and row.worker is not None and row.worker.has_left(today)


def filing_due(item: OpenItem, policy: Policy) -> date | None:
    """The last day in time to put a discussion on the child's file."""
    return add_working_days(item.since, policy.limits["on_file_working_days"]) if item.since else None


# A worry that was not looked at yet is called new for so long.
_NEW_DAYS = 7


def _worry(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    state, over = dated_state(item.due_on, today)
    recent = item.since is not None and (today - item.since).days <= _NEW_DAYS
    new, never = ("", "") if item.reviewed else ("new ", "") if recent else ("", ", never looked at again")
    because = [Factor("open worry", policy.weights["worry"], says="" if item.severity else f"{new}worry{never}")]
    if item.severity:
        severity = f"severity {item.severity} of 5"
        points = item.severity * policy.weights["severity"]
        because.append(Factor(severity, points, says=f"{new}worry of {severity}{never}"))
    because += [*lateness(policy, over, past="its review"), *_never_to_be_looked_at(item, policy, today)]
    return UnrankedRow(
        "worry",
        state,
        _worry_summary(item, today),
        because,
        due_on=item.due_on,
        days_over=over,
        severity=None if item.reviewed else item.severity,
        owner=item.owner,
    )


def _never_to_be_looked_at(item: OpenItem, policy: Policy, today: date) -> Iterator[Factor]:
    """The points of a severe new worry for which no day was set: it may not stand below one that was planned for."""
    if item.reviewed or item.due_on is not None or (item.severity or 0) < policy.limits["urgent_severity"]:
        return
    weights = policy.weights
    yield Factor("no review date", weights["overdue"], says="no day to look again is set", part="late")
    if item.since is not None and item.since < today:
        days = (today - item.since).days
        points = min(days, weights["days_over_most"]) * weights["day_over"]
        yield Factor(f"raised {count(days, 'day')} ago", points, says="", part="late")


def _worry_summary(item: OpenItem, today: date) -> str:
    owner = f"owner {item.owner}" if item.owner else ""
    review = set_for(item.due_on, today, "review", "review was due") if item.due_on else "no review date"
    return f"{item.shown} ({'; '.join(filter(None, (raised_words(item.since, today), owner, review)))})"


def _action(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    state, over = dated_state(item.due_on, today)
    if state == "open" and item.due_on is not None:
        return None
    carried = f" carried over {count(item.carried_over, 'time')}" if item.carried_over else ""
    because = [
        Factor("action", policy.weights["action"], says=f"action{carried}"),
        *([Factor("from an audit", policy.weights["audit_action"])] if item.which == "audit" else ()),
        *lateness(policy, over, past="its day"),
    ]
    owner = f"{item.who}: " if item.who else ""
    summary = f"{owner}{item.shown}" + (f" ({carried.strip()})" if carried else "")
    own = None if item.behind_the_wall else item.who
    return UnrankedRow("action", state, summary, because, due_on=item.due_on, days_over=over, owner=own)


def _without_because(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    """A decision that waits for its reason; once its review is due or late it is that review, without a reason."""
    reasonless = Factor("no reason recorded", policy.weights["decision_without_because"])
    review = _review(item, policy, today)
    if review is None:
        return UnrankedRow("decision_without_because", "open", f"Say why: {item.shown}", [reasonless])
    review.because.append(reasonless)
    review.summary = f"Review, and say why: {item.shown}"
    return review


def _review(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    state, over = dated_state(item.due_on, today)
    if state == "open":
        return None
    because = [Factor("review of a decision", policy.weights["review"]), *lateness(policy, over, past="its day")]
    return UnrankedRow("review", state, f"Review: {item.shown}", because, due_on=item.due_on, days_over=over)


def _not_on_file(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    due_on = filing_due(item, policy)
    state, over = dated_state(due_on, today)
    because = [Factor("not on the child's file", policy.weights["discussion_not_on_file"]), *lateness(policy, over)]
    talked = "Talked about" if item.setting in (None, "same_day") else words_for(TALK, item.setting)
    held = f"{talked} {short_day(item.since, today)}: " if item.since else ""
    return UnrankedRow("discussion_not_on_file", state, held + item.shown, because, due_on=due_on, days_over=over)


def _asked_for(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    due_on = item.due_on or item.since
    state, over = dated_state(due_on, today)
    because = [Factor("a talk was asked for", policy.weights["discussion_open"])]
    because += lateness(policy, over, past="its day")
    when = f"{item.at} " if item.at else ""
    if due_on is not None and due_on != today:
        # A time of day alone would be read as one of today.
        when = f"{short_day(due_on, today)}: "
    return UnrankedRow("discussion_open", state, when + item.shown, because, due_on=due_on, days_over=over)


def _escalation(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    """On the list from the day it was made until it is answered."""
    due_on = item.since + timedelta(days=policy.limits["escalation_days"]) if item.since else None
    state, over = dated_state(due_on, today)
    because = [Factor("escalation unanswered", policy.weights["escalation"]), *lateness(policy, over)]
    to = f"To {item.who}: " if item.who else ""
    return UnrankedRow("escalation", state, to + item.shown, because, due_on=due_on, days_over=over)


def _consultation(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    """On the list from the day somebody was asked until they have answered."""
    due_on = item.since + timedelta(days=policy.sight["consultation_days"]) if item.since else None
    state, over = dated_state(due_on, today)
    because = [Factor("consultation unanswered", policy.weights["consultation"]), *lateness(policy, over)]
    asked = f"Asked {item.who}: " if item.who else ""
    own = None if item.behind_the_wall else item.owner
    return UnrankedRow("consultation", state, asked + item.shown, because, due_on=due_on, days_over=over, owner=own)


def _not_rebooked(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    due_on = policy.supervision.rebook_within.after(item.since) if item.since else None
    state, over = dated_state(due_on, today)
    because = [Factor("cancelled, no new date", policy.weights["session_not_rebooked"]), *lateness(policy, over)]
    because += _cancelled_in_a_row(item, policy)
    summary = f"Session of {short_day(item.due_on, today)} cancelled: {item.shown}" if item.due_on else item.shown
    return UnrankedRow("session_not_rebooked", state, summary, because, due_on=due_on, days_over=over)


def _planned(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    """A planned session whose day has passed with nothing said of it, or before which others were cancelled."""
    if item.due_on is None or item.due_on >= today:
        return _cancelled_again(item, policy, today)
    state, over = dated_state(item.due_on, today)
    because = [
        Factor("planned, nothing recorded", policy.weights["session_not_recorded"]),
        *lateness(policy, over, past="its day"),
    ]
    because += _cancelled_in_a_row(item, policy)
    what = "" if item.session_kind == "one_to_one" else f" ({words_for(SESSION, item.session_kind)})"
    summary = f"Session planned for {short_day(item.due_on, today)}{what}: held, moved or cancelled?"
    return UnrankedRow("session_not_recorded", state, summary, because, due_on=item.due_on, days_over=over)


def _held_since(item: OpenItem, worker: Worker | None) -> bool:
    """Whether a one-to-one session was held on the day of a planned one or later, so that nobody asks for it.

    An opening date tells of no session held here.
    """
    if item.kind != "session_planned" or item.session_kind != "one_to_one" or worker is None:
        return False
    if worker.last_held_is_opening:
        return False
    return item.due_on is not None and worker.last_held is not None and worker.last_held >= item.due_on


def _cancelled_again(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    """A session that is planned, where those before it were cancelled one after the other."""
    because = _cancelled_in_a_row(item, policy)
    if not because:
        return None
    until = f"next {short_day(item.due_on, today)}" if item.due_on else "no date"
    summary = f"{item.carried_over} sessions cancelled since the last one held; {until}"
    return UnrankedRow("cancelled_again", "open", summary, because)


def _cancelled_in_a_row(item: OpenItem, policy: Policy) -> list[Factor]:
    if item.carried_over < policy.limits["cancelled_in_a_row"]:
        return []
    times = item.carried_over
    says = f"{times} sessions cancelled in a row"
    return [Factor(f"{times} cancelled in a row", policy.weights["cancelled_again"], says=says)]


def _conflict(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    return UnrankedRow(
        "import_conflict",
        "open",
        item.shown,
        [Factor("lists disagree", policy.weights["import_conflict"], says="two lists disagree")],
    )


BEHIND_THE_WALL: Mapping[OpenKind, str] = {
    "action": "An action",
    "decision_without_because": "A decision",
    "decision_review": "A decision",
    "escalation": "An escalation",
    "consultation": "A consultation",
}


def _cut_short(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    due_on = policy.supervision.rebook_within.after(item.since) if item.since else None
    state, over = dated_state(due_on, today)
    because = [Factor("cut short, no new date", policy.weights["session_not_rebooked"]), *lateness(policy, over)]
    day = f" of {short_day(item.due_on, today)}" if item.due_on else ""
    return UnrankedRow(
        "session_not_rebooked", state, f"Session{day} cut short: no new date", because, due_on=due_on, days_over=over
    )


def _sign_off(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    due_on = add_working_days(item.since, policy.limits["sign_off_working_days"]) if item.since else None
    state, over = dated_state(due_on, today)
    because = [
        Factor("to be signed off", policy.weights["sign_off"], says="work to be signed off"),
        *lateness(policy, over),
    ]
    again = " again" if item.carried_over else ""
    when = f"Handed in{again} {short_day(item.since, today)} by {item.who}: " if item.since else ""
    return UnrankedRow("sign_off", state, when + item.shown, because, due_on=due_on, days_over=over)


def _returned(item: OpenItem, policy: Policy, today: date) -> UnrankedRow:
    because = [
        Factor("returned, not handed in again", policy.weights["sign_off"], says="work returned, not handed in again")
    ]
    when = f"Returned {short_day(item.since, today)} to {item.who}: " if item.since else ""
    return UnrankedRow("sign_off", "open", when + item.shown, because)


def _own_file(item: OpenItem, policy: Policy, today: date) -> UnrankedRow | None:
    due_on = own_file_due(item, policy)
    state, over = dated_state(due_on, today)
    if state == "open" and not _is_told_ahead(item, policy, today):
        return None
    because = [Factor("own file", policy.weights["own_file"], says="due in the worker's own file")]
    because += lateness(policy, over, past="its day")
    return UnrankedRow("own_file", state, "", because, due_on=due_on, days_over=over)


def _is_told_ahead(item: OpenItem, policy: Policy, today: date) -> bool:
    """Whether it is a date of the worker, as an appraisal, that comes soon."""
    ahead = today + timedelta(days=policy.limits["worker_date_days"])
    return item.which == "own_date" and item.due_on is not None and item.due_on <= ahead


def own_file_due(item: OpenItem, policy: Policy) -> date | None:
    """When something in a worker's own file is due: on the day it names, or once a signature has been missing, or the
    record of a session not been agreed, for the policy's days.
    """
    if is_record(item) and item.since is not None:
        return record_due(item.since, policy)
    signature = item.since + timedelta(days=policy.sight["signature_days"]) if item.since else None
    return min((day for day in (item.due_on, signature) if day is not None), default=None)


MAKERS: Mapping[OpenKind, Maker] = {
    "worry": _worry,
    "action": _action,
    "decision_without_because": _without_because,
    "decision_review": _review,
    "discussion_not_on_file": _not_on_file,
    "discussion_open": _asked_for,
    "escalation": _escalation,
    "consultation": _consultation,
    "session_not_rebooked": _not_rebooked,
    "session_planned": _planned,
    "session_cut_short": _cut_short,
    "sign_off": _sign_off,
    "work_returned": _returned,
    "own_file": _own_file,
    "import_conflict": _conflict,
    **of_the_day.MAKERS,
}

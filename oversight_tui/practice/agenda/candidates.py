"""Why a child belongs on a session's agenda: named factors with their points, weighed as on the morning list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from oversight_tui.practice.agenda.values import Candidate
from oversight_tui.practice.attention.team import not_yet_with_new_worker
from oversight_tui.practice.attention.unranked import about_child, lateness
from oversight_tui.practice.board import AttentionRow, ChildRow, Factor
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.records.sessions import AgendaStep
from oversight_tui.words.dates import count
from oversight_tui.words.lacking import lacking_words

# The rows of the morning list about a child's own dates: each weighs here what it weighs there.
_OWN_DATES = ("missing_child", "section_47", "conference", "visit", "assessment", "review", "proceedings")


def candidates(
    rows: Iterable[ChildRow],
    items: Iterable[OpenItem],
    attention: Iterable[AttentionRow],
    left_over: Mapping[ChildId, AgendaStep],
    policy: Policy,
    today: date,
) -> tuple[Candidate, ...]:
    """Each child of a caseload as one who may be on an agenda.

    `attention` are the rows of the morning list: who has an urgent one belongs into the first session. `left_over`
    says who was not reached last time, or taken off the agenda by hand.
    """
    by_child: dict[ChildId, list[OpenItem]] = {}
    for item in items:
        if item.child_id is not None:
            by_child.setdefault(item.child_id, []).append(item)
    listed: dict[ChildId, list[AttentionRow]] = {}
    for line in attention:
        if line.child_id is not None:
            listed.setdefault(line.child_id, []).append(line)
    return tuple(
        _candidate(
            row,
            by_child.get(row.child.id, ()),
            listed.get(row.child.id, ()),
            left_over.get(row.child.id),
            policy,
            today,
        )
        for row in rows
    )


def _candidate(
    row: ChildRow,
    items: Sequence[OpenItem],
    listed: Sequence[AttentionRow],
    left_over: AgendaStep | None,
    policy: Policy,
    today: date,
) -> Candidate:
    worries = [item for item in items if item.kind == "worry"]
    actions = [item for item in items if item.kind == "action"]
    because = [
        *_dates(listed),
        *_asked(items, policy.weights),
        *_clock(row, policy, today),
        *_worries(worries, policy.weights),
        *_actions(actions, policy.weights, today),
        *_decisions(items, policy.weights, today),
        *_changed(row, policy),
        *about_child(policy, row.child),
    ]
    if left_over is not None:
        left = "not reached last time" if left_over == "not_reached" else "put off last time"
        because.append(Factor(left, policy.weights["not_reached"]))
    return Candidate(
        child_id=row.child.id,
        reference=row.child.reference,
        last_day=_last_day(row, today),
        because=tuple(one for one in because if one.points),
        family=row.child.family,
        open_actions=len(actions),
        open_worries=len(worries),
        again=policy.child[row.risk_used][1],
        urgent=any(line.tier == "urgent" for line in listed),
        put_off=left_over == "dropped",
    )


def _last_day(row: ChildRow, today: date) -> date | None:
    """The last day on which the cycle is kept; today for a child of whom nothing is known."""
    return row.discussion.limit_by or (today if row.discussion.state == "never" else None)


def _clock(row: ChildRow, policy: Policy, today: date) -> Iterable[Factor]:
    clock = row.discussion
    if clock.state == "never":
        yield Factor(lacking_words(clock.lacking, "discussed"), policy.weights["never"])
    if clock.state in ("due", "overdue"):
        yield Factor("discussion due", policy.weights["coverage"])
    yield from lateness(policy, days_late(clock.limit_by, today))


def _dates(listed: Iterable[AttentionRow]) -> Iterable[Factor]:
    """What the child's own dates bring: the first reason of each row, since lateness and risk are weighed once."""
    return (line.because[0] for line in listed if line.kind in _OWN_DATES and line.id is None and line.because)


def _asked(items: Sequence[OpenItem], weights: Mapping[str, float]) -> Iterable[Factor]:
    asked = sum(item.kind == "discussion_open" for item in items)
    if asked:
        yield Factor(count(asked, "talk asked for", "talks asked for"), asked * weights["discussion_open"])
    unanswered = sum(item.kind == "escalation" for item in items)
    if unanswered:
        yield Factor(count(unanswered, "unanswered escalation"), unanswered * weights["escalation"])
    consulted = sum(item.kind == "consultation" for item in items)
    if consulted:
        yield Factor(count(consulted, "unanswered consultation"), consulted * weights["consultation"])


def _worries(worries: Sequence[OpenItem], weights: Mapping[str, float]) -> Iterable[Factor]:
    if worries:
        yield Factor(count(len(worries), "open worry", "open worries"), len(worries) * weights["worry"])
    for worry in worries:
        if worry.severity:
            yield Factor(f"severity {worry.severity} of 5", worry.severity * weights["severity"])


def _actions(actions: Sequence[OpenItem], weights: Mapping[str, float], today: date) -> Iterable[Factor]:
    late = sum(item.due_on is not None and item.due_on < today for item in actions)
    if late:
        yield Factor(count(late, "late action"), late * weights["action"])
    carried = sum(item.carried_over > 0 for item in actions)
    if carried:
        yield Factor(count(carried, "action carried over", "actions carried over"), carried * weights["carried_over"])


def _decisions(items: Sequence[OpenItem], weights: Mapping[str, float], today: date) -> Iterable[Factor]:
    reasonless = sum(item.kind == "decision_without_because" for item in items)
    if reasonless:
        yield Factor(
            count(reasonless, "decision without because", "decisions without because"),
            reasonless * weights["decision_without_because"],
        )
    decisions = [item for item in items if item.kind in ("decision_review", "decision_without_because")]
    reviews = sum(item.due_on is not None and item.due_on <= today for item in decisions)
    if reviews:
        yield Factor(count(reviews, "review due", "reviews due"), reviews * weights["review"])


def _changed(row: ChildRow, policy: Policy) -> Iterable[Factor]:
    child = row.child
    if not_yet_with_new_worker(row):
        yield Factor("new to the worker", policy.weights["new_worker"])
    if child.status_since and (child.last_discussed is None or child.last_discussed < child.status_since):
        yield Factor("status changed", policy.weights["status_changed"])

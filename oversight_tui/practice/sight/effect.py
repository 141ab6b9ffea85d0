"""What came of it: decisions that changed something, actions done by their day, worries that came down, children seen.

Everything is as it stood at the end of the span's last day, by the newest version of each entry and the day it
happened. A row counts for the team that the child was with on the day by which it counts. What is not known is a part
of its own: nothing here is a score, and no missing answer counts as a good one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.effect_values import (
    EVERY_KEY,
    EffectFigure,
    EffectKey,
    EffectRow,
    Evidence,
)
from oversight_tui.practice.sight.told_of_children import (
    ActionTold,
    ChildTold,
    DecisionTold,
    Reading,
    ReviewTold,
    TalkTold,
    WorryTold,
    by_then,
)
from oversight_tui.practice.span import Span
from oversight_tui.words.text import match_key

Lists = Mapping[TeamId | None, Collection[date]]


class Limits(Struct, frozen=True):
    """The numbers of the policy that it goes by."""

    seen_within: int
    drift_carried: int
    drift_talks: int


class _Found(Struct, frozen=True):
    """A row, the figure that counts it, and the day by which it counts."""

    key: EffectKey
    on: date
    row: EffectRow


def limits_of(policy: Policy) -> Limits:
    """Those of a policy."""
    return Limits(policy.sight["seen_after_talk_days"], policy.limits["drift_carried"], policy.limits["drift_talks"])


def effect_of(
    children: Iterable[ChildTold], lists: Lists, span: Span, limits: Limits
) -> dict[TeamId | None, dict[EffectKey, EffectFigure]]:
    """Every figure of each team that has any row; `lists` are the days of which lists covered each team."""
    rows: dict[TeamId | None, dict[EffectKey, list[EffectRow]]] = defaultdict(lambda: defaultdict(list))
    for child in children:
        for one in _about(child, lists, span, limits):
            rows[child.team_on(one.on)][one.key].append(one.row)
    return {team: {key: EffectFigure(key, tuple(found[key])) for key in EVERY_KEY} for team, found in rows.items()}


def _about(child: ChildTold, lists: Lists, span: Span, limits: Limits) -> Iterator[_Found]:
    for decision in by_then(child.decisions, span.last):
        yield from _decision(child, decision, span, limits.drift_carried)
    for action in by_then(child.actions, span.last):
        yield from _action(child, action, span, limits.drift_carried)
    talks = by_then(child.talks, span.last)
    for worry in by_then(child.worries, span.last):
        yield from _worry(child, worry, talks, span, limits.drift_talks)
    if within := [talk for talk in talks if span.holds(talk.on)]:
        over = [talk for talk in within if talk.on + timedelta(days=limits.seen_within) < span.last]
        yield _seen(child, (over or within)[-1], lists, span, limits.seen_within)
    yield from _consultations(child, span)


# --- Decisions ------------------------------------------------------------------------------------


def _decision(child: ChildTold, one: DecisionTold, span: Span, drifts: int) -> Iterator[_Found]:
    reviews = by_then(one.reviews, span.last)
    decided = Evidence("decided", one.on, one.entry)

    def row(*evidence: Evidence) -> EffectRow:
        return EffectRow(child.child, one.entry, (decided, *evidence))

    within = [review for review in reviews if span.holds(review.on)]
    if within:
        told = reviews if any(review.changed for review in reviews) else within
        yield _Found(_what_reviews_found(told), within[-1].on, row(*_reviewed(told)))
    settled = any(review.next_on is None for review in reviews)
    due = None if settled else reviews[-1].next_on if reviews else one.review_on
    if due is not None and span.holds(due):
        yield _Found("decisions_not_reviewed", due, row(*_reviewed(reviews), Evidence("to_be_reviewed", due)))
    put_off = len(reviews) >= drifts and not settled and not any(review.changed for review in reviews)
    if reviews and put_off:
        yield _Found("drift_decisions", span.last, row(*_reviewed(reviews)))


def _what_reviews_found(reviews: Sequence[ReviewTold]) -> EffectKey:
    """One that found a change outweighs those that found none."""
    said = [review.changed for review in reviews]
    if True in said:
        return "decisions_changed"
    return "decisions_nothing" if False in said else "decisions_not_said"


def _reviewed(reviews: Iterable[ReviewTold]) -> Iterator[Evidence]:
    return (Evidence("reviewed", review.on, review.entry) for review in reviews)


# --- Actions --------------------------------------------------------------------------------------


def _action(child: ChildTold, one: ActionTold, span: Span, drifts: int) -> Iterator[_Found]:
    """Of the span in which the day falls that was agreed first."""
    carried, outcomes = by_then(one.carried, span.last), by_then(one.outcomes, span.last)
    outcome = outcomes[-1] if outcomes else None
    evidence = [Evidence("agreed", one.on, one.entry), Evidence("agreed_for", one.due_on)]
    evidence += [Evidence("carried", each.on, each.entry) for each in carried]
    if outcome is not None:
        evidence.append(Evidence("done" if outcome.done else "dropped", outcome.on, outcome.entry))
    row = EffectRow(child.child, one.entry, tuple(evidence))
    if span.holds(one.due_on):
        yield _Found(_what_became_of(one, span), one.due_on, row)
    if outcome is None and carried and len(carried) >= drifts:
        yield _Found("drift_actions", span.last, row)


def _what_became_of(one: ActionTold, span: Span) -> EffectKey:
    carried, outcomes = by_then(one.carried, span.last), by_then(one.outcomes, span.last)
    due = carried[-1].due_on if carried else one.due_on
    if not outcomes:
        return "actions_carried_on" if carried and due >= span.last else "actions_open"
    outcome = outcomes[-1]
    if not outcome.done:
        return "actions_dropped"
    if outcome.on <= one.due_on:
        return "actions_in_time"
    return "actions_carried_in_time" if outcome.on <= due else "actions_later"


# --- Worries --------------------------------------------------------------------------------------


def _worry(child: ChildTold, one: WorryTold, talks: Sequence[TalkTold], span: Span, drifts: int) -> Iterator[_Found]:
    reviews, closed = by_then(one.reviews, span.last), by_then(one.closed, span.last)
    raised = Evidence("raised", one.on, one.entry)
    looked_at = [Evidence("looked_at", each.on, each.entry) for each in reviews if span.holds(each.on)]
    looked_at += [Evidence("closed", each.on, each.entry) for each in closed if span.holds(each.on)]
    if looked_at:
        said = [*one.readings, *(reading for talk in talks for reading in talk.readings)]
        until = closed[-1].on if closed else span.last
        moves = _moves(reading for reading in said if one.on <= reading.on <= until)
        numbers = [Evidence("scale", each.on, each.entry, each.number) for pair in moves for each in pair]
        row = EffectRow(child.child, one.entry, (raised, *looked_at, *numbers))
        yield _Found(_where_it_moved(moves), max(each.on for each in looked_at), row)
    since = [talk for talk in talks if talk.written and talk.on > one.on]
    if not closed and since and len(since) >= drifts:
        discussed = (Evidence("discussed", talk.on, talk.entry) for talk in since)
        yield _Found("drift_worries", span.last, EffectRow(child.child, one.entry, (raised, *discussed)))


def _moves(readings: Iterable[Reading]) -> list[tuple[Reading, Reading]]:
    """The first and the last number of each person who said one more than once."""
    said: dict[str, list[Reading]] = defaultdict(list)
    for one in sorted(readings, key=lambda one: (one.on, one.entry)):
        said[match_key(one.who)].append(one)
    return [(numbers[0], numbers[-1]) for numbers in said.values() if numbers[0].entry != numbers[-1].entry]


def _where_it_moved(moves: Iterable[tuple[Reading, Reading]]) -> EffectKey:
    """Up is safer: 10 is safe enough to close. Where people differ, that is said and not averaged."""
    up = {(last.number > first.number) - (last.number < first.number) for first, last in moves}
    if not up:
        return "worries_not_known"
    if {1, -1} <= up:
        return "worries_both"
    return "worries_safer" if 1 in up else "worries_less_safe" if -1 in up else "worries_same"


# --- Children discussed, and then seen ------------------------------------------------------------


def _seen(child: ChildTold, talk: TalkTold, lists: Lists, span: Span, days: int) -> _Found:
    """Of the newest talk of the span after which those days are over, else of the newest.

    Seen on the very day of it, and not after, is not known: it may have been before.

    Not seen is what lists say that came once the days were over and still showed a day before the talk.
    """
    last_day = talk.on + timedelta(days=days)
    discussed = Evidence("discussed", talk.on, talk.entry)
    seen = [Evidence("seen", one.on, one.entry) for one in by_then(child.visits, span.last)]
    seen += [Evidence("seen", one.last_seen) for one in child.shown if one.on <= span.last and one.last_seen]
    after = sorted((one for one in seen if talk.on < one.on <= last_day), key=lambda one: (one.on, one.entry is None))
    row = EffectRow(child.child, None, (discussed, *after[:1]))
    if after:
        return _Found("children_seen", talk.on, row)
    if span.last <= last_day:
        return _Found("children_not_over", talk.on, row)
    on_the_day = any(one.on == talk.on for one in seen)
    later = {*lists.get(child.team_on(talk.on), ()), *(one.on for one in child.shown)}
    shown = [child.shown_on(day) for day in later if last_day <= day <= span.last]
    before = [one.last_seen for one in shown if one is not None and one.last_seen and one.last_seen < talk.on]
    if before and not on_the_day:
        told = (discussed, Evidence("seen", max(before)))
        return _Found("children_not_seen", talk.on, EffectRow(child.child, None, told))
    return _Found("children_not_known", talk.on, row)


# --- Consultations --------------------------------------------------------------------------------


def _consultations(child: ChildTold, span: Span) -> Iterator[_Found]:
    """Of the span in which it was asked."""
    for one in child.consultations:
        if not span.holds(one.on):
            continue
        answers = by_then(one.answers, span.last)
        heard = (Evidence("answered", each.on, each.entry) for each in answers)
        row = EffectRow(child.child, one.entry, (Evidence("asked", one.on, one.entry), *heard))
        changed: EffectKey = (
            "consultations_changed" if any(each.says_what_changed for each in answers) else "consultations_not_said"
        )
        yield _Found(changed if answers else "consultations_unanswered", one.on, row)

"""What has not moved, as facts with their evidence: never a score of a person, and never all green.

Inspectors name drift and copied records more often than missed dates: the same actions session after session, records
copied from the last one, supervision that lists tasks only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from oversight_tui.practice.facts import Entry, OpenItem
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count, short_day

# Local: how alike two texts are that are called nearly the same, and how long they have to be for that.
ALIKE, LONG_ENOUGH_TO_COPY = 0.9, 40


def drift(entries: Sequence[Entry], items: Iterable[OpenItem], policy: Policy, today: date) -> tuple[str, ...]:
    """A sentence for each thing about a child that has not moved, the oldest first."""
    standing = [one for one in entries if not one.withdrawn and not one.replaced and not one.sensitive]
    talks = [one for one in standing if one.kind == "discussion" and not one.wordless]
    waiting = sorted(items, key=lambda one: (one.since or date.min, one.id))
    return (
        *_carried(waiting, policy.limits["drift_carried"]),
        *_unchanged(waiting, talks, policy.limits["drift_talks"], today),
        *_same_number(standing, policy.limits["drift_talks"], today),
        *_alike(talks, today),
        *_tasks(talks, standing, today),
    )


def _carried(items: Iterable[OpenItem], times: int) -> Iterator[str]:
    for one in items:
        if one.kind == "action" and one.carried_over >= times:
            yield f"Carried over {count(one.carried_over, 'time')}: {one.shown}"


def _unchanged(items: Iterable[OpenItem], talks: Sequence[Entry], most: int, today: date) -> Iterator[str]:
    for one in items:
        if one.kind == "worry" and one.since is not None:
            since = sum(talk.happened_on is not None and talk.happened_on > one.since for talk in talks)
            if since >= most:
                times = count(since, "discussion")
                times += f" and {count(one.carried_over, 'review')}" if one.carried_over else ""
                yield f"A worry of {short_day(one.since, today)} is as it was after {times}: {one.shown}"


def _same_number(entries: Sequence[Entry], times: int, today: date) -> Iterator[str]:
    """A person's number of the scale that was the same each time, the last so many times it was asked for."""
    said: dict[str, list[tuple[int, date]]] = {}
    for one in entries:
        for who, number in one.scales:
            if one.happened_on is not None:
                said.setdefault(who, []).append((number, one.happened_on))
    for who, numbers in said.items():
        last, alike = next(groupby(reversed(numbers), key=lambda pair: pair[0]))
        days = [day for _, day in alike]
        if len(days) >= times:
            yield f"{who} has said {last} of 10 {count(len(days), 'time')} running, since {short_day(days[-1], today)}"


def _alike(talks: Sequence[Entry], today: date) -> Iterator[str]:
    for before, after in pairwise(talks):
        if min(len(before.text), len(after.text)) < LONG_ENOUGH_TO_COPY:
            continue
        matcher = SequenceMatcher(None, before.text, after.text, autojunk=False)
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            days = " and ".join(short_day(one.happened_on, today) for one in (before, after) if one.happened_on)
            yield f"Nearly the same words on {days}"


def _tasks(talks: Sequence[Entry], entries: Sequence[Entry], today: date) -> Iterator[str]:
    """The newest session, where it holds actions and no reason, worry or view of the child."""
    sessions = [one for one in talks if one.setting in ("supervision", "group")]
    if not sessions:
        return
    newest = sessions[-1]
    with_it = [one for one in entries if one.recorded_at == newest.recorded_at and one is not newest]
    actions = [one for one in with_it if one.kind == "action"]
    thought = any(one.because for one in with_it) or "\n" in newest.text
    if actions and not thought and newest.happened_on:
        day = short_day(newest.happened_on, today)
        yield f"The supervision of {day} holds {count(len(actions), 'task')} and no reason, worry or view of the child"

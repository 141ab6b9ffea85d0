"""Rows about children who were discussed in a session with nothing written: one line for each session,
and of those of long ago one for each worker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from oversight_tui.practice.attention.unranked import UnrankedRow, dated_state, lateness
from oversight_tui.practice.board import Factor
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.facts import Unwritten, Worker
from oversight_tui.practice.ids import WorkerId, under
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count, short_day


def unwritten_rows(
    unwritten: Iterable[Unwritten], workers: Mapping[WorkerId, Worker], policy: Policy, today: date
) -> Iterator[UnrankedRow]:
    """To write up, for as long as nothing is written: the words are due when they would be due on the child's file.

    How many children it is adds nothing, so that the oldest comes first. Of sessions longer ago than the policy says,
    each worker has one line: the oldest, with how many more there are; it is written up first.
    """
    ordered = sorted(unwritten, key=lambda one: (one.held_on, one.session_id))
    sessions = [list(listed) for _, listed in groupby(ordered, key=lambda one: one.session_id)]
    long_ago = today - timedelta(days=policy.limits["write_up_days"])
    older = Counter(listed[0].worker_id for listed in sessions if listed[0].held_on < long_ago)
    for listed in sessions:
        worker_id, is_old = listed[0].worker_id, listed[0].held_on < long_ago
        if is_old and worker_id not in older:
            continue  # it stands in the line of an older one
        more = older.pop(worker_id) - 1 if is_old else 0
        yield _row(listed, more, under(workers, worker_id), policy, today)


def _row(listed: Sequence[Unwritten], more: int, worker: Worker | None, policy: Policy, today: date) -> UnrankedRow:
    """The line of one session; `more` is how many later ones of long ago stand in it too."""
    children = sorted(one.reference for one in listed)
    held_on = listed[0].held_on
    due_on = add_working_days(held_on, policy.limits["on_file_working_days"])
    state, over = dated_state(due_on, today)
    number = count(len(children), "child", "children")
    others = f"; then {count(more, 'more session', 'more sessions')} of long ago" if more else ""
    return UnrankedRow(
        "to_write_up",
        state,
        f"{number} of {short_day(held_on, today)} with nothing written: {', '.join(children)}{others}",
        [Factor("discussed, nothing written", policy.weights["to_write_up"]), *lateness(policy, over)],
        id=listed[0].session_id,
        worker=worker,
        due_on=due_on,
        days_over=over,
        count=len(children),
    )

"""Rows about children who were discussed in a session with nothing written: one line for each session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
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

    How many children it is adds nothing, so that the oldest comes first.
    """
    ordered = sorted(unwritten, key=lambda one: (one.held_on, one.session_id))
    for session_id, listed in groupby(ordered, key=lambda one: one.session_id):
        children = sorted(listed, key=lambda one: one.reference)
        held_on, worker = children[0].held_on, under(workers, children[0].worker_id)
        due_on = add_working_days(held_on, policy.limits["on_file_working_days"])
        state, over = dated_state(due_on, today)
        number = count(len(children), "child", "children")
        because = [
            Factor("discussed, nothing written", policy.weights["to_write_up"]),
            *lateness(policy, over),
        ]
        yield UnrankedRow(
            "to_write_up",
            state,
            f"To write up: {number} of {short_day(held_on, today)}: {', '.join(one.reference for one in children)}",
            because,
            id=session_id,
            worker=worker,
            due_on=due_on,
            days_over=over,
            count=len(children),
        )

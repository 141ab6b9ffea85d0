"""The statutory clocks a manager acts on daily: missing children, enquiries, visits, assessments, reviews, proceedings.

The numbers are the policy's, each with its source, or local. How often a child is visited can be set for each child, as
a recorded decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child
from oversight_tui.practice.board import AttentionKind, ChildRow, StatutoryDate
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.said import NOTHING, Said
from oversight_tui.practice.timescales.assessment import assessment
from oversight_tui.practice.timescales.birthdays import birthdays
from oversight_tui.practice.timescales.conferences import conferences
from oversight_tui.practice.timescales.enquiry import enquiry
from oversight_tui.practice.timescales.missing import missing
from oversight_tui.practice.timescales.not_recorded import Gathered
from oversight_tui.practice.timescales.proceedings import pre_proceedings, proceedings
from oversight_tui.practice.timescales.reviews import reviews
from oversight_tui.practice.timescales.standing import Limits, Standing, row_of
from oversight_tui.practice.timescales.visits import as_far_as_known, visits

Clock = Callable[[ChildRow, Said, Limits, date], Iterator[Standing]]
CLOCKS: tuple[Clock, ...] = (
    missing,
    enquiry,
    visits,
    assessment,
    conferences,
    reviews,
    pre_proceedings,
    proceedings,
)
# What goes on although a list has closed the child: each began here and is ended here. The others hang on a status.
OF_THE_CLOSED: tuple[Clock, ...] = (missing, enquiry, pre_proceedings, proceedings)


def standings(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """Every clock of a child, and where it stands; of a closed child what is in hand still."""
    for clock in CLOCKS if row.child.open else OF_THE_CLOSED:
        yield from clock(row, said, limits, today)


def timescale_rows(
    children: Sequence[ChildRow],
    said: Mapping[ChildId, Said],
    workers: Mapping[WorkerId, Worker],
    lists: Mapping[str, date],
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """The rows of the morning list about these clocks, of closed children too; what is not recorded of many children
    is one line. `lists` are the days of each team's newest list: a visit that is late by an older one says so.
    """
    held = [row for row in children if row.child.open]
    gathered = Gathered(held, [said[row.child.id] for row in held if row.child.id in said])
    for row in children:
        own = (
            row_of(standing, policy, today)
            for standing in standings(row, said.get(row.child.id, NOTHING), policy.limits, today)
            if not gathered.takes(row, standing, today)
        )
        for draft in _one_of_each_kind(draft for draft in own if draft is not None):
            draft.child = row.child
            if draft.kind == "visit":
                draft.summary += as_far_as_known(row.child, draft.due_on, lists, today)
            draft.worker = under(workers, row.child.worker_id)
            draft.because += about_child(policy, row.child)
            yield draft
    yield from gathered.lines(policy)


def _one_of_each_kind(drafts: Iterable[UnrankedRow]) -> Iterable[UnrankedRow]:
    """One row of a kind for a child: the one that is due first, which names the others too."""
    found: dict[AttentionKind, UnrankedRow] = {}
    for draft in sorted(drafts, key=lambda one: one.due_on or date.max):
        first = found.setdefault(draft.kind, draft)
        if first is not draft:
            first.summary = f"{first.summary}; {draft.summary}"
    return found.values()


def told(row: ChildRow, said: Said, policy: Policy, today: date) -> Iterator[str]:
    """Where each clock of a child stands, in words, for the page; what applies and is not known is said."""
    for standing in standings(row, said, policy.limits, today):
        if standing.page:
            yield standing.page
    if row.child.open and row.child.date_of_birth is not None:
        yield from birthdays(row.child.date_of_birth, today)


def statutory_dates(
    children: Iterable[ChildRow], said: Mapping[ChildId, Said], limits: Limits, today: date
) -> Iterator[StatutoryDate]:
    """Every day that one of these clocks reaches, past or to come."""
    for row in children:
        for one in standings(row, said.get(row.child.id, NOTHING), limits, today):
            if one.ahead and one.due is not None:
                yield StatutoryDate(row.child.id, one.due, one.kind, one.ahead)

"""A handover pack: what a new worker, or who stands in, needs of these children on their first day, on two pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.exchange.documents.model import (
    Block,
    Column,
    Document,
    Face,
    Section,
    Span,
    Table,
    Words,
    paragraph,
    words_of,
)
from oversight_tui.practice.board import AttentionRow, ChildRow
from oversight_tui.practice.brief import Brief
from oversight_tui.practice.facts import OpenItem
from oversight_tui.words.closings import closed_words
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import KIND, RISK, SESSION, STATUS_SHORT, words_for
from oversight_tui.words.text import one_line

_OPEN = {
    "worry": "Worry",
    "decision_without_because": "Decision without a reason",
    "decision_review": "Decision to look at again",
    "discussion_open": "Talk asked for",
    "escalation": "Escalation without answer",
}


def handover_pack(found: Brief, given_to: str | None, face: Face, author: str, today: date) -> Document:
    """The document, set small. Nothing in it is about the worker, but sessions that are planned."""
    children = children_in(found)
    to = given_to or found.covered_by
    whom = f", for {to}" if to else ""
    title = one_line(f"Handover: {count(children, 'child', 'children')} of {found.away.worker.name}{whom}")
    sections = [Section(f"Needs somebody now: {len(found.now)}", _now(found, today))]
    sections.append(Section(f"Falls due by {long_day(found.last)}", _ahead(found)))
    sections.append(Section(f"The children: {children}", (_children(found, today),)))
    return Document(face, title, author, tuple(sections), dense=True)


def children_in(found: Brief) -> int:
    """How many open children it is about."""
    return sum(row.child.open for row, _ in found.children) + len(found.quiet)


def _now(found: Brief, today: date) -> tuple[Block, ...]:
    if not found.now:
        return (paragraph("Nothing."),)
    columns = (Column("Child", 1.3), Column("What", 1.4), Column("Why", 6))
    return (Table(columns, tuple(_row_now(row) for row in found.now)),)


def _row_now(row: AttentionRow) -> tuple[Words, ...]:
    urgent = Span(" urgent", "strong") if row.tier == "urgent" else ""
    late = f"{count(row.days_over, 'day')} over: " if row.days_over else ""
    return (
        words_of(row.child or row.worker or ""),
        words_of(words_for(KIND, row.kind), urgent),
        words_of(f"{late}{row.summary}"),
    )


def _ahead(found: Brief) -> tuple[Block, ...]:
    """By day: visits, reviews and what else falls due, and sessions that fall into these days."""
    days: dict[date, list[str]] = {}
    for session in found.sessions:
        days.setdefault(session.on, []).append(f"{words_for(SESSION, session.kind)} with {session.worker}")
    for one in found.ahead:
        if one.what != "session" or one.on < found.first:
            whom = f"{one.child} " if one.child else ""
            days.setdefault(one.on, []).append(f"{whom}{one.called}: {one.text}")
    if not days:
        return (paragraph("Nothing."),)
    columns = (Column("Day", 1), Column("What", 8))
    return (Table(columns, tuple((words_of(weekday_day(on)), words_of("\n".join(days[on]))) for on in sorted(days))),)


def _children(found: Brief, today: date) -> Table:
    columns = (
        Column("Child", 1.8),
        Column("Status, risk", 1.2),
        Column("Discussed, seen", 1.3),
        Column("To be done", 3),
        Column("Worries, and what else is open", 3.4),
    )
    of_each = (*found.children, *((row, ()) for row in found.quiet))
    return Table(columns, tuple(tuple(_cells(row, items, found, today)) for row, items in of_each))


def _cells(row: ChildRow, items: tuple[OpenItem, ...], found: Brief, today: date) -> Iterator[Words]:
    child, clock = row.child, row.discussion
    holder = "" if row.worker == found.away.worker.name else f"\n{row.worker or 'no worker'}"
    yield words_of(Span(child.reference, "strong"), f" {child.name or ''}{holder}")
    status = words_for(STATUS_SHORT, child.status, "no status") if child.open else closed_words(child.closed_on, today)
    yield words_of(f"{status}\n{words_for(RISK, child.risk, 'not rated')}")
    discussed = short_day(clock.last, today) if clock.last else "never"
    seen = short_day(child.last_seen, today) if child.last_seen else "not recorded"
    yield words_of(f"disc. {discussed}\nseen {seen}")
    yield words_of("\n".join(_action(one, found, today) for one in items if one.kind == "action"))
    yield words_of("\n".join(_other(one, today) for one in items if one.kind != "action"))


def _action(item: OpenItem, found: Brief, today: date) -> str:
    owner = f"{item.who}: " if item.who and item.who != found.away.worker.name else ""
    due = f"{short_day(item.due_on, today)} " if item.due_on else ""
    carried = f" (carried over {count(item.carried_over, 'time')})" if item.carried_over else ""
    return f"{due}{owner}{item.shown}{carried}"


def _other(item: OpenItem, today: date) -> str:
    severity = f" {item.severity}/5" if item.severity else ""
    due = f", {short_day(item.due_on, today)}" if item.due_on else ""
    who = f" ({item.who})" if item.who else ""
    return f"{_OPEN[item.kind]}{severity}{due}: {item.shown}{who}"

"""A handover pack: what a new worker, or who stands in, needs of these children on their first day, on two pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import AttentionRow, ChildRow
from oversight_tui.practice.brief import Brief
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import EntryId
from oversight_tui.words.closings import closed_words
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import KIND, RISK, SESSION, STATUS_SHORT, words_for
from oversight_tui.words.lacking import lacking_words
from oversight_tui.words.text import one_line

# What falls due of these is open, and told with its words in the line of its child.
_TOLD_BELOW = frozenset(("action", "worry review", "review"))
_OPEN = {
    "worry": "Worry",
    "decision_without_because": "Decision without a reason",
    "decision_review": "Decision to look at again",
    "discussion_open": "Talk asked for",
    "escalation": "Escalation without answer",
    "consultation": "Consultation without answer",
}


def handover_pack(found: Brief, given_to: str | None, face: Face, author: str, today: date) -> Document:
    """The document, set small. Nothing in it is about the worker, but sessions that are planned."""
    children = children_in(found)
    to = given_to or found.covered_by
    whom = f", for {to}" if to else ""
    title = one_line(f"Handover: {count(children, 'child', 'children')} of {found.away.worker.name}{whom}")
    sections = [Section(f"Needs somebody now: {len(found.now)}", _now(found))]
    sections.append(Section(f"Falls due by {long_day(found.last)}", _ahead(found)))
    sections.append(Section(f"The children: {children}", (_children(found, today),)))
    return Document(face, title, author, tuple(sections), dense=True)


def children_in(found: Brief) -> int:
    """How many open children it is about."""
    return sum(row.child.open for row, _ in found.children) + len(found.quiet)


def _now(found: Brief) -> tuple[Block, ...]:
    if not found.now:
        return (paragraph("Nothing."),)
    columns = (Column("Child", 1.3), Column("What", 1.4), Column("Why", 6))
    told_below = frozenset(item.id for _, items in found.children for item in items)
    return (Table(columns, tuple(_row_now(row, told_below) for row in found.now)),)


def _row_now(row: AttentionRow, told_below: frozenset[EntryId]) -> tuple[Words, ...]:
    urgent = Span(" urgent", "strong") if row.tier == "urgent" else ""
    late = f"{count(row.days_over, 'day')} over: " if row.days_over else ""
    why = row.reason if row.id in told_below else f"{late}{row.summary}"
    return words_of(row.child or row.worker or ""), words_of(words_for(KIND, row.kind), urgent), words_of(why)


def _ahead(found: Brief) -> tuple[Block, ...]:
    """By day: visits, reviews and what else falls due, and sessions that fall into these days."""
    days: dict[date, dict[str, list[str]]] = {}
    for session in found.sessions:
        days.setdefault(session.on, {})[f"{words_for(SESSION, session.kind)} with {session.worker}"] = []
    below = {row.child.reference for row, _ in found.children}
    for one in found.ahead:
        if one.what != "session" or one.on < found.first:
            whose = days.setdefault(one.on, {}).setdefault(_called(one, below), [])
            whose += [one.child] if one.child else []
    if not days:
        return (paragraph("Nothing."),)
    columns = (Column("Day", 1), Column("What", 8))
    return (Table(columns, tuple((words_of(weekday_day(on)), _on_one_day(days[on])) for on in sorted(days))),)


def _called(row: AheadRow, below: Collection[str]) -> str:
    """What falls due; without its words where these stand with the child."""
    return row.called if row.child in below and row.what in _TOLD_BELOW else f"{row.called}, {row.text}"


def _on_one_day(things: Mapping[str, Sequence[str]]) -> Words:
    """Each thing on a line, with all the children whom it is due for."""
    return words_of("\n".join(f"{what}: {', '.join(whose)}" if whose else what for what, whose in things.items()))


def _children(found: Brief, today: date) -> Table:
    columns = (
        Column("Child", 1.55),
        Column("Status, risk", 1.05),
        Column("Discussed, seen", 1.05),
        Column("To be done", 3.7),
        Column("Worries, and what else is open", 3.7),
    )
    of_each = (*found.children, *((row, ()) for row in found.quiet))
    return Table(columns, tuple(tuple(_cells(row, items, found, today)) for row, items in of_each))


def _cells(row: ChildRow, items: tuple[OpenItem, ...], found: Brief, today: date) -> Iterator[Words]:
    child, clock = row.child, row.discussion
    holder = "" if row.worker == found.away.worker.name else f"\n{row.worker or 'no worker'}"
    name = f"\n{child.name}" if child.name else ""
    yield words_of(Span(child.reference, "strong"), f"{name}{holder}")
    status = words_for(STATUS_SHORT, child.status, "no status") if child.open else closed_words(child.closed_on, today)
    yield words_of(f"{status}\n{words_for(RISK, child.risk, 'not rated')}")
    discussed = short_day(clock.last, today) if clock.last else lacking_words(clock.lacking)
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
    who = f" ({item.who_shown})" if item.who_shown else ""
    return f"{_OPEN[item.kind]}{severity}{due}: {item.shown}{who}"

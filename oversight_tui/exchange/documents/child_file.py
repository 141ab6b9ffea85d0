"""A child's file as a document, for another office: everything on the child's page, third parties marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.exchange.documents.entries import history, told
from oversight_tui.exchange.documents.model import (
    Block,
    Column,
    Document,
    Face,
    Line,
    Lines,
    Paragraph,
    Section,
    Table,
    line,
    note,
    paragraph,
    words_of,
)
from oversight_tui.exchange.documents.telling import Teller
from oversight_tui.practice.facts import Allocation
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.third_parties import WHY, ThirdParties
from oversight_tui.words.dates import count, last_seen, long_day
from oversight_tui.words.labels import BUCKET, RISK, STATUS, words_for
from oversight_tui.words.lacking import lacking_words
from oversight_tui.words.text import one_line

_ROLE = {"lead": "lead", "co_worker": "co-worker", "personal_adviser": "personal adviser"}


def child_file(
    page: ChildPage, third_parties: ThirdParties, face: Face, author: str, today: date, *, with_sensitive: bool
) -> Document:
    """The document. Holds nothing of any worker's own file, and nothing that was said about a worker."""
    teller = Teller(third_parties)
    record = record_sections(page, teller, today, with_sensitive=with_sensitive)
    child = page.row.child
    first = Section("Before this goes to anybody", tuple(_before_it_goes(page, teller, with_sensitive=with_sensitive)))
    title = one_line(f"Child's file: {child.reference} {child.name or ''}")
    return Document(face, title, author, (first, *record))


def record_sections(page: ChildPage, teller: Teller, today: date, *, with_sensitive: bool) -> tuple[Section, ...]:
    """Who the child is, with whom and where they stood, and what was recorded."""
    entries = tuple(told(page.entries, teller, with_sensitive=with_sensitive))
    where: tuple[Block, ...] = (history(page.entries, with_sensitive=with_sensitive),)
    held: tuple[Block, ...] = (_allocations(page),)
    nothing = (paragraph("Nothing is recorded yet."),)
    return (
        Section("The child", (Lines(tuple(_facts(page, today))),)),
        Section("Who held the child", held if page.allocations else nothing),
        Section("Status and risk", where if any(one.kind in ("status", "risk") for one in page.entries) else nothing),
        Section("What was recorded, in the order in which it happened", entries or nothing),
    )


def sensitive_left_out(page: ChildPage, *, with_sensitive: bool) -> int:
    """How many sensitive entries are told by their place alone."""
    return 0 if with_sensitive else sum(one.sensitive for one in page.entries)


def _before_it_goes(page: ChildPage, teller: Teller, *, with_sensitive: bool) -> Iterator[Paragraph]:
    yield note(
        "A person must read this from end to end before it goes. Names of third parties were looked for: "
        f"{_found(teller.names)}. What was looked for: {', '.join(WHY.values())}. A name that nobody entered as one, "
        "and who is meant by words like mum or dad, cannot be found by a program. Workers and managers are not marked."
    )
    hidden = sensitive_left_out(page, with_sensitive=with_sensitive)
    if hidden:
        says = "was left out; its place says" if hidden == 1 else "were left out; their places say"
        yield note(f"{count(hidden, 'sensitive entry', 'sensitive entries')} {says} so.")
    elif any(one.sensitive for one in page.entries):
        yield note("The words of sensitive entries are in it; the journal says so.")
    yield note("It holds nothing of a worker's own file, and nothing that was decided or said about a worker.")


def _found(names: int) -> str:
    return f"{names:,} found and marked [third party: ...]" if names else "none was found"


def _facts(page: ChildPage, today: date) -> Iterator[Line]:
    child, clock = page.row.child, page.row.discussion
    yield line("Reference", child.reference)
    if child.name:
        yield line("Name", child.name)
    yield line("Born", long_day(child.date_of_birth) if child.date_of_birth else "not recorded")
    if not child.open:
        yield line("Closed", long_day(child.closed_on) if child.closed_on else "yes, on a day that is not recorded")
    since = f" since {long_day(child.status_since)}" if child.status_since else ""
    yield line("Status", words_for(STATUS, child.status) + since)
    rated = f" since {long_day(child.risk_since)}" if child.risk_since else ""
    yield line("Risk", words_for(RISK, child.risk, "not rated") + rated)
    if child.open:
        team = f", {child.team}" if child.team else ""
        yield line("Held by", (page.row.worker or words_for(BUCKET, child.bucket, "no worker")) + team)
        yield line("Last seen", last_seen(child.last_seen, child.last_seen_source, today))
    yield line("Last discussed", long_day(clock.last) if clock.last else lacking_words(clock.lacking))
    if page.hold is not None:
        yield line("Legal hold", "stands on this record: nothing of it may be erased")


def _allocations(page: ChildPage) -> Table:
    columns = (Column("Who", 3), Column("From", 3), Column("To", 2), Column("As", 1.5))
    return Table(
        columns,
        tuple(
            (
                words_of(one.worker or words_for(BUCKET, one.bucket, "no worker")),
                words_of(_since(one)),
                words_of(long_day(one.ends) if one.ends else "still"),
                words_of(words_for(_ROLE, one.role)),
            )
            for one in page.allocations
        ),
    )


def _since(one: Allocation) -> str:
    if one.starts:
        return long_day(one.starts)
    return f"{long_day(one.seen_by)} or before, when a list first showed it" if one.seen_by else "not recorded"

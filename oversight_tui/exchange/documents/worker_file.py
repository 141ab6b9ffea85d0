"""A worker's file as a document: how regular supervision was, sessions, absences, children held; and, where it is asked
for, the worker's own file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.exchange.documents import entries
from oversight_tui.exchange.documents.gaps import gap_line
from oversight_tui.exchange.documents.model import (
    Block,
    Column,
    Document,
    Entry,
    Face,
    Line,
    Lines,
    Paragraph,
    Section,
    Table,
    Words,
    line,
    note,
    paragraph,
    words_of,
)
from oversight_tui.exchange.documents.telling import Teller
from oversight_tui.practice.facts import Session
from oversight_tui.practice.gap_words import counted_said
from oversight_tui.practice.gaps import Gap, WorkerRegularity
from oversight_tui.practice.limit_words import none_asked_of_who_left
from oversight_tui.practice.pages import WorkerPage
from oversight_tui.practice.personal import PERSONAL, OwnFile, PersonalEntry
from oversight_tui.practice.span import Span
from oversight_tui.practice.third_parties import Known, ThirdParties
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import ABSENCE, SESSION, STATE, STATUS_SHORT, words_for
from oversight_tui.words.lacking import lacking_words
from oversight_tui.words.text import one_line

NOBODY_LOOKED_FOR = ThirdParties(Known())
_WALL = (
    "It holds nothing of the worker's own file, and nothing that was decided or said about the worker. Of an absence "
    "it holds the category, and no more of the reason."
)


def worker_file(
    page: WorkerPage,
    year: tuple[Span, WorkerRegularity],
    own: OwnFile | None,
    face: Face,
    author: str,
    today: date,
) -> Document:
    """The document; the worker's own file is in it where `own` is given."""
    first = _WALL if own is None else "It holds the worker's own file. That it was opened for this is in the journal."
    sections = [
        Section("Before this goes to anybody", (note(first),)),
        *supervision_sections(page, year, today),
        Section("Children held", _children(page)),
    ]
    if own is not None:
        sections += own_file_sections(own, Teller(NOBODY_LOOKED_FOR))
    return Document(face, one_line(f"Worker's file: {page.row.worker.name}"), author, tuple(sections))


def supervision_sections(
    page: WorkerPage, year: tuple[Span, WorkerRegularity], today: date, *, teller: Teller | None = None
) -> tuple[Section, ...]:
    """The worker, their supervision, with its gaps of a year, and their absences. For the worker themselves a `teller`
    tells why a session was not held, and neither children nor who else was there are told.
    """
    return (
        Section("The worker", (Lines(tuple(_facts(page))),)),
        Section(
            "How regular supervision was",
            (Lines((*_supervision(page, today), *_of_the_year(*year, today, teller or Teller(NOBODY_LOOKED_FOR)))),),
        ),
        Section("Sessions", _sessions(page, teller)),
        Section("Absences", _absences(page)),
        *_programmes(page, teller),
    )


def own_file_sections(own: OwnFile, teller: Teller) -> tuple[Section, ...]:
    """Everything behind the wall."""
    nothing: tuple[Block, ...] = (paragraph("Nothing is in it."),)
    about = tuple(entries.told(own.about, teller, with_sensitive=True))
    return (
        Section("Own file", tuple(_own_entry(one, teller) for one in own.entries) or nothing),
        Section("Decided, to do and taken further about the worker", about or nothing),
    )


def _facts(page: WorkerPage) -> Iterator[Line]:
    worker = page.row.worker
    yield line("Name", worker.name)
    known = (
        ("Team", worker.team),
        ("Role", worker.role),
        ("Full-time equivalent", f"{worker.fte:g}" if worker.fte is not None else None),
        ("Newly qualified since", long_day(worker.newly_qualified_from) if worker.newly_qualified_from else None),
        ("Started", long_day(worker.starts) if worker.starts else None),
        ("Last day", long_day(worker.leaves) if worker.leaves else None),
        ("Supervised by", worker.supervisor),
        ("Also supervised by", worker.second_supervisor),
    )
    yield from (line(label, said) for label, said in known if said)
    if worker.agency is not None:
        yield line("Agency worker", "yes" if worker.agency else "no")
    if page.hold is not None:
        yield line("Legal hold", "stands on this record: nothing of it may be erased")


def _supervision(page: WorkerPage, today: date) -> Iterator[Line]:
    clock, worker = page.row.supervision, page.row.worker
    last = f"{long_day(clock.last)} ({words_for(STATE, clock.state)})" if clock.last else lacking_words(clock.lacking)
    yield line("Last one-to-one", last)
    if worker.leaves is not None and worker.has_left(today):
        yield line("Next", none_asked_of_who_left(worker.leaves, today))
    else:
        if clock.limit_by:
            yield line("Limit", long_day(clock.limit_by))
        yield line("Next planned", long_day(worker.next_planned) if worker.next_planned else "none")


def _of_the_year(span: Span, year: WorkerRegularity, today: date, teller: Teller) -> Iterator[Line]:
    """As the screen and the inspection pack say it."""
    yield line(span.says(), counted_said(year))
    yield from (gap_line(_told(gap, teller), today) for gap in year.gaps)


def _told(gap: Gap, teller: Teller) -> Gap:
    """The gap with why a session was cancelled as it may be told."""
    where = long_day(gap.began)
    words = (teller.words(one.words, where).spans for one in gap.reasons)
    told = (
        one.__replace__(words="".join(part.text for part in said)) for one, said in zip(gap.reasons, words, strict=True)
    )
    return gap.__replace__(reasons=tuple(told))


def _sessions(page: WorkerPage, teller: Teller | None) -> tuple[Table | Paragraph, ...]:
    if not page.sessions:
        return (paragraph("None is recorded."),)
    columns = [Column("Day", 2.2), Column("What", 2.4), Column("Minutes", 1.5), Column("With", 2.4), Column("Why", 3)]
    if teller is None:
        columns.append(Column("Children discussed", 2.8))
    return (Table(tuple(columns), tuple(_session(one, teller) for one in page.sessions)),)


def _session(session: Session, teller: Teller | None) -> tuple[Words, ...]:
    day = session.held_on or session.planned_for
    told_day = long_day(day) if day else "No date"
    cells = (told_day, f"{words_for(SESSION, session.kind)} {session.state}", str(session.minutes or ""))
    first = (*(words_of(cell) for cell in cells), words_of(session.supervisor))
    if teller is not None:
        return (*first, teller.words(session.reason or "", told_day))
    others = f"with {', '.join(session.others)}" if session.others else ""
    why = ", ".join(filter(None, (session.reason, others)))
    return (*first, words_of(why), words_of(", ".join(session.children)))


def _absences(page: WorkerPage) -> tuple[Table | Paragraph, ...]:
    if not page.absences:
        return (paragraph("None is recorded."),)
    columns = (Column("Category"), Column("First day"), Column("Last day"))
    rows = (
        (
            words_of(words_for(ABSENCE, one.reason)),
            words_of(long_day(one.first_day)),
            words_of(long_day(one.last_day) if one.last_day else "not known yet"),
        )
        for one in sorted(page.absences, key=lambda one: one.first_day)
    )
    return (Table(columns, tuple(rows)),)


def _programmes(page: WorkerPage, teller: Teller | None) -> Iterator[Section]:
    """The programmes for supervisors that the worker was or is on; nothing where there is none."""
    found = [one for one in page.entries if one.kind == "programme" and not (one.withdrawn or one.replaced)]
    if found:
        yield Section(
            "Programmes for supervisors",
            tuple(entries.told(found, teller or Teller(NOBODY_LOOKED_FOR), with_sensitive=False)),
        )


def _children(page: WorkerPage) -> tuple[Table | Paragraph, ...]:
    if not page.children:
        return (paragraph("None today."),)
    columns = (Column("Child", 3), Column("Status", 2), Column("Since", 2), Column("Last discussed", 2))
    rows = (
        (
            words_of(f"{row.child.reference}{f' {row.child.name}' if row.child.name else ''}"),
            words_of(words_for(STATUS_SHORT, row.child.status, "no status")),
            words_of(long_day(row.child.allocated_since) if row.child.allocated_since else "not recorded"),
            words_of(long_day(row.discussion.last) if row.discussion.last else lacking_words(row.discussion.lacking)),
        )
        for row in page.children
    )
    return (Table(columns, tuple(rows)),)


def _own_entry(one: PersonalEntry, teller: Teller) -> Entry:
    where = long_day(one.on) if one.on else "No date"
    lines = [teller.line("", one.text, where)]
    if one.changed_words:
        lines.append(line("Of supervision", one.changed_words))
    lines += [
        teller.line(label, said, where)
        for label, said in (("Support offered", one.support_offered), ("Next step", one.next_step))
        if said
    ]
    if one.kind == "agreement":
        signed = (("Signed by the worker", one.signed_by_worker), ("Signed by the manager", one.signed_by_manager))
        lines += [line(label, long_day(day) if day else "not yet") for label, day in signed]
        lines.append(line("To be renewed", long_day(one.renew_on) if one.renew_on else "no date"))
    if one.look_again_on:
        lines.append(line("To be looked at again", long_day(one.look_again_on)))
    goes_on = f", goes on from no. {one.follows}" if one.follows else ""
    return Entry(f"{where}: {PERSONAL[one.kind]}", one_line(f"{one.by}, no. {one.id}{goes_on}"), tuple(lines))

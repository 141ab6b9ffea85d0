"""The inspection pack as a document: the team's workers by name, then each child of the sample in a section."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from oversight_tui.exchange.documents.gaps import gap_line
from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
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
from oversight_tui.practice.child_oversight import ChildOversight, Decided, Talked
from oversight_tui.practice.gap_words import STRIP_SAYS, counted_said, month_mark, month_names
from oversight_tui.practice.gaps import WorkerRegularity
from oversight_tui.practice.inspection import Inspection
from oversight_tui.practice.inspection_words import (
    NO_REASON,
    NOTHING_MISSING,
    action_said,
    after_said,
    face_said,
    left_out_said,
    missing_said,
    on_file_said,
    sample_said,
    stands_said,
    talk_heading,
    title,
)
from oversight_tui.words.dates import long_day


def inspection_document(pack: Inspection) -> Document:
    """The whole of the pack."""
    as_at, made = face_said(pack)
    sections = (
        Section("Regularity of supervision", tuple(_regularity(pack))),
        Section("Gaps and what lay in them", tuple(_gaps(pack))),
        Section("A sample of children", (paragraph(sample_said(pack)),)),
        *(Section(f"Child {child.reference}", tuple(_child(child))) for child in pack.children),
    )
    return Document(Face(pack.marking, as_at, made), title(pack), pack.by, sections)


def _regularity(pack: Inspection) -> Iterator[Block]:
    yield note(pack.does_not_hold)
    if not pack.workers:
        yield paragraph("No worker was here in these days.")
        return
    yield note(STRIP_SAYS, " Workers stand by name.")
    months = pack.workers[0].months
    columns = (
        Column("Worker", 4.6),
        Column("Held", 1.3),
        Column("Cancelled", 2.4),
        *map(_month_column, month_names(months)),
    )
    yield Table(columns, tuple(_row(one) for one in pack.workers))


def _month_column(name: str) -> Column:
    return Column(name, 1.1)


def _row(one: WorkerRegularity) -> tuple[Words, ...]:
    cells = (one.worker, str(len(one.held)), str(len(one.cancelled)), *map(month_mark, one.months))
    return tuple(map(words_of, cells))


def _gaps(pack: Inspection) -> Iterator[Block]:
    for worker in pack.workers:
        gaps = tuple(gap_line(gap, pack.as_of) for gap in worker.gaps)
        yield Entry(worker.worker, f"{worker.role or 'role not recorded'}: {counted_said(worker)}.", gaps)


def _child(child: ChildOversight) -> Iterator[Block]:
    yield Lines(tuple(line(what, how) for what, how in stands_said(child)))
    missing = tuple(words_of(one) for one in missing_said(child.missing))
    yield paragraph("What is missing:" if missing else NOTHING_MISSING)
    if missing:
        yield Bullets(missing)
    if left_out := left_out_said(child):
        yield note(left_out)
    if not child.decisions:
        yield Paragraph(words_of("No decision is recorded in these days."))
    told = [(one.on, _talk(one)) for one in child.talks] + [(one.on, _decision(one)) for one in child.decisions]
    yield from (entry for _, entry in sorted(told, key=itemgetter(0)))
    if child.actions:
        actions = (line(long_day(one.on), action_said(one)) for one in child.actions)
        yield Entry("Actions of no decision", "", tuple(actions))


def _talk(talk: Talked) -> Entry:
    said = line("Discussed", talk.text if talk.written else "nothing written")
    return Entry(talk_heading(talk.on, talk.setting), on_file_said(talk.on_file), (said,))


def _decision(decision: Decided) -> Entry:
    lines: list[Line] = [line("Decision", decision.text), line("Because", decision.because or NO_REASON)]
    lines += [line("Action", action_said(one)) for one in decision.actions]
    lines.append(line("After", " ".join(after_said(decision))))
    return Entry(f"Decision, {long_day(decision.on)}", f"Decided by {decision.by}", tuple(lines))

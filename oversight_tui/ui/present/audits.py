"""Audits as rows of a list: files that wait, files that were audited, and themes with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.practice.audits import AuditedFile, Theme
from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count, long_day, short_day

FILES = (
    Column(14, "right", title="when", whole=True, apart=True),
    Column(20, title="child"),
    Column(16, title="worker", from_width=90),
    Column(16, title="by whom"),
    Column(title="what must change"),
)
THEMES = (
    Column(5, "right", title="no", whole=True),
    Column(6, "right", title="partly", whole=True),
    Column(5, "right", title="yes", whole=True, apart=True),
    Column(title="what was asked"),
)


def waiting_line(item: OpenItem, row: ChildRow | None, names: Names, today: date) -> Line:
    """A file that is to be audited."""
    late = item.due_on is not None and item.due_on < today
    over = (today - item.due_on).days if item.due_on is not None else 0
    when = f"{over}d late" if late else f"by {short_day(item.due_on, today)}" if item.due_on else "no date"
    return Line(
        key_of(item.id),
        (
            Cell(when, "alarm" if late else "warn"),
            Cell(names.child(row.child) if row else "", "strong"),
            Cell(names.short_worker(row.worker) if row else "", "quiet"),
            Cell(names.short_worker(item.who)),
            Cell("to be audited", "warn"),
        ),
    )


def audited_line(audit: AuditedFile, row: ChildRow | None, names: Names, today: date) -> Line:
    """A file that was audited."""
    return Line(
        key_of(audit.entry_id),
        (
            Cell(short_day(audit.on, today) if audit.on else "no day", "quiet"),
            Cell(names.child(row.child) if row else audit.reference, "strong"),
            Cell(names.short_worker(row.worker) if row else "", "quiet"),
            Cell(names.short_worker(audit.auditor)),
            Cell(names.text(audit.must_change) or "nothing", "plain" if audit.must_change else "quiet"),
        ),
    )


def theme_line(place: int, theme: Theme) -> Line:
    """How often a question was answered with no, partly and yes; it is a count of files, and nobody's score."""
    return Line(
        str(place),
        (
            Cell(str(theme.no), "alarm" if theme.no else "quiet"),
            Cell(str(theme.partly), "warn" if theme.partly else "quiet"),
            Cell(str(theme.yes), "plain" if theme.yes else "quiet"),
            Cell(theme.question),
        ),
    )


def waiting_in_full(item: OpenItem, row: ChildRow | None, names: Names, judges: str) -> Iterator[Passage]:
    """Who audits it by when, and the key that says what was found."""
    yield Passage(names.child_of_worker(row.child, row.worker) if row else "", "strong")
    due = f" by {long_day(item.due_on)}" if item.due_on else ""
    yield Passage(f"To be audited by {names.worker(item.who)}{due}. {judges} says what was found.")


def audited_in_full(audit: AuditedFile, row: ChildRow | None, names: Names) -> Iterator[Passage]:
    """What was good, what must change, what each question was answered."""
    yield Passage(names.child_of_worker(row.child, row.worker) if row else audit.reference, "strong")
    on = long_day(audit.on) if audit.on else "no day"
    yield Passage(f"Audited by {names.worker(audit.auditor)}, {on}", "quiet")
    yield Passage(f"Good: {names.long_text(audit.good)}", hang=2)
    if audit.must_change:
        yield Passage(f"To change: {names.long_text(audit.must_change)}", "warn", hang=2)
    for one in audit.answers:
        words = f": {names.long_text(one.words)}" if one.words else ""
        yield Passage(f"{one.question} {one.says.capitalize()}{words}", hang=2)


def theme_in_full(theme: Theme, names: Names) -> Iterator[Passage]:
    """The audits that it is known from."""
    yield Passage(theme.question, "strong")
    yield Passage(f"In {count(len(theme.evidence), 'file')}; counts of files, and no score of a person", "quiet")
    for reference, says, words in theme.evidence:
        said = f": {names.long_text(words)}" if words else ""
        yield Passage(f"{reference}, {says}{said}", "alarm" if says == "no" else "plain", hang=2)

"""Audits as rows of a list: files that wait, files that were audited, and themes with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.audits import AuditedFile, Theme, themes
from oversight_tui.practice.board import Board, ChildRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId
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


Months = Literal[12, 3, 1]
_SPANS: tuple[Months, ...] = (12, 3, 1)
_SAID: Mapping[Months, str] = {12: "twelve months", 3: "three months", 1: "month"}


class Audits(Struct, frozen=True):
    """What the list tells: the files of a board that wait and those that were audited in the last so many months, or
    the themes of these.
    """

    board: Board
    audits: tuple[AuditedFile, ...]
    as_themes: bool = False
    months: Months = 12

    def of_next_span(self) -> Audits:
        """The same of another span."""
        return self.__replace__(months=_SPANS[(_SPANS.index(self.months) + 1) % len(_SPANS)])

    @property
    def heading(self) -> str:
        """What stands before the number of rows."""
        span = f"of the last {_SAID[self.months]}"
        found = f"What audits found, {count(len(self._audited), 'file')} {span}; questions:"
        return found if self.as_themes else f"Audits {span}:"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of files, or of themes."""
        return THEMES if self.as_themes else FILES

    def lines(self, names: Names) -> list[Line]:
        """One line a file, or a question."""
        today = self.board.as_of
        if self.as_themes:
            return [_theme_line(place, one) for place, one in enumerate(self._themes)]
        waiting = [_waiting_line(one, self.row(one.child_id), names, today) for one in self._waiting]
        return [*waiting, *(_audited_line(one, self.row(one.child_id), names, today) for one in self._audited)]

    def detail(self, key: str, names: Names, judges: str) -> Iterator[Passage]:
        """A row in full; `judges` is the key that says what was found."""
        waits, audit = self.waits(key), self.audit(key)
        if self.as_themes:
            yield from _theme_in_full(self._themes[int(key)], names)
        elif waits is not None:
            yield from _waiting_in_full(waits, self.row(waits.child_id), names, judges)
        elif audit is not None:
            yield from _audited_in_full(audit, self.row(audit.child_id), names, self.board.as_of)

    def child(self, key: str) -> ChildId | None:
        """Whose file a row is about."""
        waits, audit = self.waits(key), self.audit(key)
        return waits.child_id if waits is not None else audit.child_id if audit is not None else None

    def row(self, child: ChildId | None) -> ChildRow | None:
        """The child as the board has them."""
        return self.board.child_row(child)

    def waits(self, key: str) -> OpenItem | None:
        """The file with this key, where it is to be audited."""
        return None if self.as_themes else next((one for one in self._waiting if key_of(one.id) == key), None)

    def audit(self, key: str) -> AuditedFile | None:
        """The audit with this key."""
        return None if self.as_themes else next((one for one in self.audits if key_of(one.entry_id) == key), None)

    @property
    def _waiting(self) -> list[OpenItem]:
        found = [one for one in self.board.open_items if one.kind == "audit"]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))

    @property
    def _audited(self) -> list[AuditedFile]:
        """Those of the span, the newest first."""
        first = self.board.as_of - relativedelta(months=self.months)
        return [one for one in reversed(self.audits) if one.on is not None and one.on > first]

    @property
    def _themes(self) -> tuple[Theme, ...]:
        return themes(self._audited)


def _waiting_line(item: OpenItem, row: ChildRow | None, names: Names, today: date) -> Line:
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
            Cell(f"to be audited{f', {item.shown}' if item.shown else ''}", "warn"),
        ),
    )


def _audited_line(audit: AuditedFile, row: ChildRow | None, names: Names, today: date) -> Line:
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


def _theme_line(place: int, theme: Theme) -> Line:
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


def _waiting_in_full(item: OpenItem, row: ChildRow | None, names: Names, judges: str) -> Iterator[Passage]:
    """Who audits it by when, and the key that says what was found."""
    yield Passage(names.child_of_worker(row.child, row.worker) if row else "", "strong")
    due = f" by {long_day(item.due_on)}" if item.due_on else ""
    yield Passage(f"To be audited by {names.worker(item.who)}{due}. {judges} says what was found.")
    if item.shown:
        yield Passage(f"{item.shown[:1].upper()}{item.shown[1:]}", "quiet")


def _audited_in_full(audit: AuditedFile, row: ChildRow | None, names: Names, today: date) -> Iterator[Passage]:
    """What was good, what must change and by when, what each question was answered."""
    yield Passage(names.child_of_worker(row.child, row.worker) if row else audit.reference, "strong")
    on = long_day(audit.on) if audit.on else "no day"
    yield Passage(f"Audited by {names.worker(audit.auditor)}, {on}", "quiet")
    yield Passage(f"Good: {names.long_text(audit.good)}", hang=2)
    if audit.must_change:
        yield Passage(f"To change: {names.long_text(audit.must_change)}", "warn", hang=2)
    for action in audit.actions:
        by = f"{names.worker(action.owner)}, {action.stands(today)}"
        yield Passage(f"Action: {names.long_text(action.text)} ({by})", "quiet" if action.done else "plain", hang=2)
    for one in audit.answers:
        words = f": {names.long_text(one.words)}" if one.words else ""
        yield Passage(f"{one.question} {one.says.capitalize()}{words}", hang=2)


def _theme_in_full(theme: Theme, names: Names) -> Iterator[Passage]:
    """The audits that it is known from."""
    yield Passage(theme.question, "strong")
    yield Passage(f"In {count(len(theme.evidence), 'file')}; counts of files, and no score of a person", "quiet")
    for reference, says, words in theme.evidence:
        said = f": {names.long_text(words)}" if words else ""
        yield Passage(f"{reference}, {says}{said}", "alarm" if says == "no" else "plain", hang=2)

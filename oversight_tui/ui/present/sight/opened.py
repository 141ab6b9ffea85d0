"""The rows behind a number: children, workers or entries, each with what is to be known of it and no words of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject
from oversight_tui.practice.sight.effect_values import Effect, EffectFigure
from oversight_tui.practice.sight.rows import ChildFigureRow, EntryFigureRow, FigureRow, WorkerFigureRow
from oversight_tui.ui.present.effect import OPENED, child_of_row, evidence_rows
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.labels import KIND, RISK, STATUS, words_for
from oversight_tui.words.text import one_line

_CHILDREN = (
    Column(22, title="child"),
    Column(20, title="worker"),
    Column(16, title="discussed"),
    Column(10, title="risk"),
    Column(title="status"),
)
_WORKERS = (
    Column(26, title="worker"),
    Column(8, "right", title="children", apart=True),
    Column(16, title="supervised"),
    Column(title="team"),
)
_ENTRIES = (
    Column(24, title="what"),
    Column(22, title="child"),
    Column(18, title="worker"),
    Column(8, "right", title="severity", apart=True, from_width=100),
    Column(14, title="since"),
    Column(title="due"),
)


class OpenedRows(Protocol):
    """The rows that a number counts, of whatever kind."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns for them."""

    def lines(self, today: date, names: Names) -> Iterator[Line]:
        """A row each, as many as the number says."""

    def about(self, key: str) -> Subject | None:
        """Whose page the row with this key leads to."""


class FigureRows(Struct, frozen=True):
    """Children, workers or entries: all of one kind."""

    rows: tuple[FigureRow, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns for their kind; those of children where there are none."""
        first = self.rows[0] if self.rows else None
        if isinstance(first, WorkerFigureRow):
            return _WORKERS
        return _ENTRIES if isinstance(first, EntryFigureRow) else _CHILDREN

    def lines(self, today: date, names: Names) -> Iterator[Line]:
        """A row each."""
        for place, row in enumerate(self.rows):
            yield Line(str(place), _cells(row, today, names))

    def about(self, key: str) -> Subject | None:
        """The child, or the worker."""
        row = self.rows[int(key)]
        if isinstance(row, WorkerFigureRow):
            return AboutWorker(row.worker)
        return AboutChild(row.child) if row.child is not None else None


class EvidenceRows(Struct, frozen=True):
    """What a number of what came of it counts, with the entries from which that is known."""

    effect: Effect
    figure: EffectFigure

    @property
    def columns(self) -> tuple[Column, ...]:
        """The child, and the evidence."""
        return OPENED

    def lines(self, today: date, names: Names) -> Iterator[Line]:
        """A row each."""
        return evidence_rows(self.effect, self.figure, today)

    def about(self, key: str) -> Subject | None:
        """The child."""
        return AboutChild(child_of_row(key))


def _cells(row: FigureRow, today: date, names: Names) -> tuple[Cell, ...]:
    if isinstance(row, WorkerFigureRow):
        return (
            Cell(names.worker(row.name), "strong"),
            Cell(str(row.children)),
            Cell(_ago(row.days)),
            Cell(one_line(row.team or ""), "quiet"),
        )
    child = Cell(_child(row, names), "strong")
    worker = Cell(names.worker(row.worker) or "nobody", "plain" if row.worker else "quiet")
    if isinstance(row, ChildFigureRow):
        risk = words_for(RISK, row.risk) if row.risk else "not rated"
        status = words_for(STATUS, row.status) if row.status else ""
        return child, worker, Cell(_ago(row.days)), Cell(risk), Cell(status, "quiet")
    return (
        Cell(words_for(KIND, row.kind), "strong"),
        child,
        worker,
        Cell(str(row.severity) if row.severity is not None else "", "plain"),
        Cell(count(row.days, "day") if row.days is not None else "", "plain"),
        Cell(short_day(row.due, today) if row.due is not None else "", "plain"),
    )


def _child(row: ChildFigureRow | EntryFigureRow, names: Names) -> str:
    reference = one_line(row.reference)
    return f"{reference} {one_line(row.name)}" if row.name and not names.hidden else reference


def _ago(days: int | None) -> str:
    return "never" if days is None else f"{count(days, 'day')} ago" if days else "today"

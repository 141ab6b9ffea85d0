"""The rows behind a number: children, workers or entries, each with what is to be known of it and no words of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Protocol

from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject
from oversight_tui.practice.sight.effect_values import Effect, EffectFigure
from oversight_tui.practice.sight.rows import ChildFigureRow, EntryFigureRow, FigureRow, WorkerFigureRow
from oversight_tui.ui.present.effect import OPENED, child_of_row, evidence_rows
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.words.dates import count
from oversight_tui.words.labels import KIND, RISK, STATUS, words_for
from oversight_tui.words.text import one_line

_CHILDREN = (
    Column(22, title="child"),
    Column(22, title="worker"),
    Column(10, title="risk"),
    Column(22, title="status", from_width=100),
    Column(title="what there is to say", wraps_from=1),
)
_WORKERS = (
    Column(26, title="worker"),
    Column(8, "right", title="children", apart=True),
    Column(24, title="team", from_width=100),
    Column(title="what there is to say", wraps_from=1),
)
_ENTRIES = (
    Column(26, title="what"),
    Column(20, title="child"),
    Column(20, title="worker"),
    Column(9, "right", title="stands for", apart=True, from_width=100),
    Column(title="what there is to say", wraps_from=1),
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
            yield Line(str(place), partial(_cells, row, names))

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


def _cells(row: FigureRow, names: Names) -> tuple[Cell, ...]:
    says = Cell(row.says)
    if isinstance(row, WorkerFigureRow):
        team = Cell(one_line(row.team or ""), "quiet")
        return Cell(names.worker(row.name), "strong"), Cell(str(row.children)), team, says
    child = Cell(_child(row, names), "strong")
    worker = Cell(names.worker(row.worker) or "nobody", "plain" if row.worker else "quiet")
    if isinstance(row, ChildFigureRow):
        risk = words_for(RISK, row.risk) if row.risk else "not rated"
        return child, worker, Cell(risk), Cell(words_for(STATUS, row.status) if row.status else "", "quiet"), says
    days = count(row.days, "day") if row.days is not None else ""
    return Cell(words_for(KIND, row.kind), "strong"), child, worker, Cell(days), says


def _child(row: ChildFigureRow | EntryFigureRow, names: Names) -> str:
    reference = one_line(row.reference)
    return f"{reference} {one_line(row.name)}" if row.name and not names.hidden else reference

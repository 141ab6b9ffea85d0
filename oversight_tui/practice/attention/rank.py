"""Rows into the ranked list."""

from __future__ import annotations

from collections.abc import Iterable, Set

from oversight_tui.practice.attention.unranked import UnrankedRow
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject


def ranked(rows: Iterable[UnrankedRow], decided_today: Set[Subject]) -> tuple[AttentionRow, ...]:
    """The rows numbered 1, 2, 3..., highest score first. `decided_today` are those about whom something was decided."""
    scored = [(round(sum(factor.points for factor in row.because), 2), row) for row in rows]
    scored.sort(key=lambda pair: (-pair[0], pair[1].kind, -(pair[1].days_over or 0), _name(pair[1]), pair[1].id or 0))
    return tuple(_ranked(rank, score, row, decided_today) for rank, (score, row) in enumerate(scored, 1))


def _name(row: UnrankedRow) -> str:
    return row.child.reference if row.child else row.worker.name if row.worker else ""


def _ranked(rank: int, score: float, row: UnrankedRow, decided_today: Set[Subject]) -> AttentionRow:
    child, worker = row.child, row.worker
    about = AboutChild(child.id) if child else AboutWorker(worker.id) if worker else None
    return AttentionRow(
        rank=rank,
        kind=row.kind,
        state=row.state,
        id=row.id,
        worker_id=worker.id if worker else None,
        worker=worker.name if worker else None,
        child_id=child.id if child else None,
        child=child.reference if child else None,
        summary=row.summary,
        due_on=row.due_on,
        days_over=row.days_over,
        score=score,
        because=tuple(row.because),
        decided_today=about in decided_today,
        count=row.count,
    )

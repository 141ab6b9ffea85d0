"""Drafts into the ranked list."""

from __future__ import annotations

from collections.abc import Iterable, Set

from oversight_tui.practice.attention.draft import Draft
from oversight_tui.practice.board import AttentionRow


def ranked(drafts: Iterable[Draft], decided_today: Set[str]) -> tuple[AttentionRow, ...]:
    """The drafts as rows 1, 2, 3..., highest score first. `decided_today` holds `child:ID` and `worker:ID`."""
    scored = [(round(sum(factor.points for factor in draft.because), 2), draft) for draft in drafts]
    scored.sort(key=lambda pair: (-pair[0], pair[1].kind, -(pair[1].days_over or 0), _name(pair[1]), pair[1].id or ""))
    return tuple(_row(rank, score, draft, decided_today) for rank, (score, draft) in enumerate(scored, 1))


def _name(draft: Draft) -> str:
    return draft.child.reference if draft.child else draft.worker.name if draft.worker else ""


def _row(rank: int, score: float, draft: Draft, decided_today: Set[str]) -> AttentionRow:
    child, worker = draft.child, draft.worker
    about = f"child:{child.id}" if child else f"worker:{worker.id}" if worker else ""
    return AttentionRow(
        rank=rank,
        kind=draft.kind,
        state=draft.state,
        id=draft.id,
        worker_id=worker.id if worker else None,
        worker=worker.name if worker else None,
        child_id=child.id if child else None,
        child=child.reference if child else None,
        summary=draft.summary,
        due_on=draft.due_on,
        days_over=draft.days_over,
        score=score,
        because=tuple(draft.because),
        decided_today=about in decided_today,
        count=draft.count,
    )

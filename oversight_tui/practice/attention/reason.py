"""Why a row is on the morning list, as a sentence of its factors: of whom it is, what it is, how late it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from oversight_tui.practice.attention.unranked import UnrankedRow, if_closed
from oversight_tui.practice.board import AttentionKind, Factor, FactorPart
from oversight_tui.practice.limit_words import by_said, set_for

# Whose day somebody chose, and no rule reckoned: it is said as it was chosen.
CHOSEN: frozenset[AttentionKind] = frozenset(("worry", "discussion_open"))


def reason_of(row: UnrankedRow, today: date) -> str:
    """`On a child protection plan, never discussed, 14 days past the limit`."""
    in_order: list[Factor] = [one for part in get_args(FactorPart) for one in row.because if one.part == part]
    said = [one.factor if one.says is None else one.says for one in in_order]
    gone = "its owner has left" if row.owner_has_left else ""
    words = ", ".join(filter(None, (if_closed(row.child, today), *said, gone, *_by(row, today))))
    return words[:1].upper() + words[1:]


def _by(row: UnrankedRow, today: date) -> Iterator[str]:
    """Until when there is time, where there still is: of a last day on which nobody works, the working day before."""
    if not row.due_said or row.due_on is None or row.days_over is not None:
        return
    if row.due_on == today:
        yield f"{row.due_said} today"
    else:
        said = set_for if row.kind in CHOSEN else by_said
        yield f"{row.due_said} {said(row.due_on, today)}"

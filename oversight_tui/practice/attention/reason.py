"""Why a row is on the morning list, as a sentence of its factors: of whom it is, what it is, how late it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from oversight_tui.practice.attention.unranked import UnrankedRow, if_closed
from oversight_tui.practice.board import AttentionKind, Factor, FactorPart
from oversight_tui.practice.limit_words import by_said
from oversight_tui.words.dates import short_day

# Whose day is a last day in time that was reckoned; of the others somebody chose the day, and it is said as chosen.
_LIMITS: frozenset[AttentionKind] = frozenset({"supervision", "coverage", "visit", "conference", "unallocated"})


def reason_of(row: UnrankedRow, today: date) -> str:
    """`On a child protection plan, never discussed, 14 days past the limit`."""
    in_order: list[Factor] = [one for part in get_args(FactorPart) for one in row.because if one.part == part]
    said = [one.factor if one.says is None else one.says for one in in_order]
    gone = "its owner has left" if row.owner_has_left else ""
    words = ", ".join(filter(None, (if_closed(row.child, today), *said, gone, *_by(row, today))))
    return words[:1].upper() + words[1:]


def _by(row: UnrankedRow, today: date) -> Iterator[str]:
    """Until when there is time, where there still is."""
    if row.due_said and row.due_on is not None and row.days_over is None:
        by = by_said(row.due_on, today) if row.kind in _LIMITS else f"by {short_day(row.due_on, today)}"
        yield f"{row.due_said} {'today' if row.due_on == today else by}"

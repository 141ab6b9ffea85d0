"""A gap in supervision as a line of a document."""

from __future__ import annotations

from datetime import date

from oversight_tui.exchange.documents.model import Line, line
from oversight_tui.practice.gap_words import gap_said, reasons_said
from oversight_tui.practice.gaps import Gap


def gap_line(gap: Gap, today: date) -> Line:
    """From when to when, by how much it was over, and what lay in it."""
    said = " ".join((f"{gap_said(gap, today)}.", *reasons_said(gap, today)))
    return line("Over the limit" if gap.over_limit else "Over the ideal", said)

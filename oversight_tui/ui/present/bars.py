"""Small bars of a number against its limit, which stand beside the number and never without it."""

from __future__ import annotations

from oversight_tui.ui.present.glyphs import Glyphs


def bar(number: int, limit: int, cells: int, glyphs: Glyphs) -> str:
    """The share of the limit in so many cells; full at the limit and over it, and something of all that is not none."""
    if limit <= 0:
        return glyphs.bar_rest * cells
    filled = min(cells, max(int(number > 0), round(cells * number / limit)))
    return glyphs.bar * filled + glyphs.bar_rest * (cells - filled)

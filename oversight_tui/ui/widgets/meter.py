"""A bar with words beside it: how far something has come, or how much there is of it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

FULL, EMPTY = "█", "░"
FULL_ASCII, EMPTY_ASCII = "#", "-"
CELLS = 20


class Meter(Widget):
    """Twenty cells and the words after them, which say the same without the bar."""

    DEFAULT_CSS = """
    Meter { height: 1; }
    """

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = (FULL_ASCII, EMPTY_ASCII) if ascii_only else (FULL, EMPTY)
        self._share = 0.0
        self._says = ""
        self._style = ""

    def show(self, share: float, says: str, style: str = "$text-accent") -> None:
        """Show so much of the whole, from 0 to 1, with these words; the style is Textual's."""
        self._share = max(0.0, min(1.0, share))
        self._says = says
        self._style = style
        self.refresh()

    def render(self) -> Content:
        """The bar and the words."""
        full = round(self._share * CELLS)
        bar = self._signs[0] * full
        return Content.assemble((bar, self._style), (self._signs[1] * (CELLS - full), "$text-muted"), "  ", self._says)

"""Plots one under the other, in columns where there is room. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from oversight_tui.ui.widgets.plot import Piece, Plot, PlotLine, PlotSigns, plot_lines
from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.text_block import wrapped

_BEFORE_THE_THUMB = 2
_LEAST_OF_A_COLUMN = 78  # cells: thirteen steps with numbers of four signs, and their names
_BETWEEN = 3
_LOW, _HIGH = 7, 9  # lines between the axes
_HIGH_FROM = 34  # lines of the widget


class PlotSheet(ScrolledLines):
    """The plots, laid out for the width."""

    def __init__(self, signs: PlotSigns, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._before: tuple[Piece, ...] = ()
        self._plots: tuple[Plot, ...] = ()
        self._lines: list[PlotLine] = []
        self._made_for = (-1, -1)

    def show(self, plots: Sequence[Plot], before: Sequence[Piece] = ()) -> None:
        """Show these plots, with some sentences before them; what was read last stays in sight."""
        self._plots, self._before = tuple(plots), tuple(before)
        self._made_for = (-1, -1)
        self.scroll_lines_to(self.top)
        self.refresh()

    @property
    def line_count(self) -> int:
        """How many lines the plots make at this width."""
        self._lay_out()
        return len(self._lines)

    def line_strip(self, place: int, width: int) -> Strip:
        """One line."""
        segments = [Segment(text, self.style_of(tone)) for text, tone in self._lines[place]]
        return Strip(segments).adjust_cell_length(width, self.style_of())

    def scroll_by(self, lines: int = 0, *, pages: int = 0) -> None:
        """Read on, or back where negative."""
        self.scroll_lines_to(self.top + lines + pages * max(1, self.size.height - 1))

    def on_resize(self) -> None:
        """At another width there are other lines; what was read last stays within them."""
        self.scroll_lines_to(self.top)

    def _lay_out(self) -> None:
        made_for = (self.size.width, self.size.height)
        if made_for == self._made_for or not self.size.width:
            return
        self._made_for = made_for
        width = max(1, self.size.width - _BEFORE_THE_THUMB)
        columns = max(1, (width + _BETWEEN) // (_LEAST_OF_A_COLUMN + _BETWEEN))
        each = (width + _BETWEEN) // columns - _BETWEEN
        height = _HIGH if self.size.height >= _HIGH_FROM else _LOW
        self._lines = [((line, tone),) for text, tone in self._before for line in wrapped(text, width)]
        self._lines += [()] if self._before else []
        drawn = [plot_lines(plot, each, height, self._signs) for plot in self._plots]
        for first in range(0, len(drawn), columns):
            beside = drawn[first : first + columns]
            self._lines += [_beside(lines, each) for lines in zip_longest(*beside, fillvalue=())] + [()]


def _beside(lines: Sequence[PlotLine], width: int) -> PlotLine:
    """One line of each of some plots that stand beside each other."""
    found: list[Piece] = []
    for line in lines:
        taken = sum(cell_len(text) for text, _ in line)
        found += [*line, (" " * (width - taken + _BETWEEN), "plain")]
    return tuple(found)

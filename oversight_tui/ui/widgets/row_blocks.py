"""The lines that each row of a list is painted in: the row, what goes on of a text that wraps, and what it unfolds.

They are made when they are first seen, and once for each width and way a row can look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from oversight_tui.ui.widgets.found_words import FoundIn
from oversight_tui.ui.widgets.looks import Looks
from oversight_tui.ui.widgets.rows import Columns, Line, Over, cut, row_strip
from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.tones import Tone

SET_IN = 2
MOST_LINES = 3
# A row without the cursor, under it, under it while the keys go elsewhere, and while they go to what is about this row.
Standing = Literal["apart", "focused", "resting", "behind"]


class RowBlocks:
    """Paints rows. `unfolds` says by key what stands under the row at the cursor; nothing where it is not given.
    `found` are the words that somebody looks for.
    """

    def __init__(self, columns: Columns, looks: Looks) -> None:
        self._columns = columns
        self._looks = looks
        self.unfolds: Callable[[str], str] | None = None
        self.marked: frozenset[str] = frozenset()
        self.mark_glyph = "+"
        self.found: FoundIn | None = None
        self.chosen_cell: int | None = None
        self._made: dict[tuple[int, int, Standing], tuple[Strip, ...]] = {}

    def forget(self) -> None:
        """The rows are others, or look otherwise."""
        self._made.clear()

    def are_lines(self, width: int) -> bool:
        """Whether each row is one line."""
        return self.unfolds is None and not self._columns.wraps_in(width)

    def of(self, line: Line, place: int, width: int, standing: Standing) -> tuple[Strip, ...]:
        """The lines of one row."""
        known = (place, width, standing)
        if known not in self._made:
            self._made[known] = tuple(self._painted(line, width, standing))
        return self._made[known]

    def _painted(self, line: Line, width: int, standing: Standing) -> list[Strip]:
        mark = self.mark_glyph if line.key in self.marked else ""
        rows = self._columns.fitted(line, width)
        over = self._over(standing, rows[0])
        strips = [row_strip(rows[0], width, self._looks.of, over, mark, self.found)]
        below = over if standing in ("focused", "behind") else None
        strips += [row_strip(cells, width, self._looks.of, below, "", self.found) for cells in rows[1:]]
        if standing != "apart" and self.unfolds is not None:
            strips += [self._unfolded(said, width) for said in self._said(line, width)]
        return strips

    def _over(self, standing: Standing, cells: Sequence[tuple[str, Tone]]) -> Over | None:
        """While the keys go elsewhere a line under the first words, since only one row of the screen is chosen."""
        if standing == "apart":
            return None
        if standing == "resting":
            words = next((place for place, (text, _) in enumerate(cells) if len(text.strip()) > 1), None)
            return Over(Style(), words, self._looks.over("edge"))
        if standing == "behind":
            return Over(self._looks.over("cursor-resting"), self.chosen_cell, self._looks.over("edge"))
        return Over(self._looks.over("cursor"), self.chosen_cell, self._looks.over("cursor-cell"))

    def _said(self, line: Line, width: int) -> list[str]:
        says = self.unfolds(line.key) if self.unfolds is not None else ""
        room = max(1, width - SET_IN - 1)
        lines = wrapped(says, room) if says else []
        return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], cut(lines[MOST_LINES - 1], room)]

    def _unfolded(self, said: str, width: int) -> Strip:
        style = self._looks.of("plain") + self._looks.over("cursor-resting")
        text = " " * SET_IN + said
        return Strip([Segment(text, style), Segment(" " * max(0, width - cell_len(text)), style)])

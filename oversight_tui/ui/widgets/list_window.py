"""What of a list is in sight: from which row on, how many lines of which rows, and whether the headings are over them.

Looks at no more rows than there is room for, and at none but their number where each is one line. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from oversight_tui.ui.widgets.fitting import HeightOf, first_that_shows, seen_from
from oversight_tui.ui.widgets.list_cursor import ListCursor
from oversight_tui.ui.widgets.row_blocks import RowBlocks, Standing
from oversight_tui.ui.widgets.rows import Columns
from oversight_tui.ui.widgets.scrolling import Extent


class Sight(NamedTuple):
    """What is in sight: whether the headings are, how many lines there are for rows, which row is the first in sight
    where the last one is (beyond the first, a thumb stands beside them), how wide a row is, and of each line the place
    of its row and which of the row's lines it is.
    """

    titled: bool
    room: int
    last_top: int
    width: int
    lines: list[tuple[int, int]]


NOTHING_IN_SIGHT = Sight(titled=False, room=0, last_top=0, width=0, lines=[])


class ListWindow:
    """Where one is in a list (`at`), seen through a window as large as `size` says then."""

    def __init__(
        self, columns: Columns, blocks: RowBlocks, at: ListCursor, size: Callable[[], Size], focused: Callable[[], bool]
    ) -> None:
        self._columns = columns
        self._blocks = blocks
        self._at = at
        self._whole = size
        self._focused = focused
        self.leads = False  # whether keys move in the list while they go to another widget
        self.stands_back = False  # whether they went to what is about the row at the cursor
        self.top = 0
        self.covered = 0  # how many of its last lines something lies over
        self.covered_columns = 0  # and how many of its last columns
        self._seen: tuple[tuple[Size, int, int], Sight] | None = None

    def cover(self, lines: int, columns: int) -> bool:
        """So many of its last lines and columns are covered; True where that is anything new."""
        changed = (lines, columns) != (self.covered, self.covered_columns)
        self.covered, self.covered_columns = lines, columns
        return changed

    def forget(self) -> None:
        """The rows are others, or take more lines or fewer."""
        self._seen = None

    def _size(self) -> Size:
        """What is not covered at the side."""
        whole = self._whole()
        if not self.covered_columns:
            return whole
        return Size(max(0, whole.width - self.covered_columns), whole.height)

    @property
    def room(self) -> int:
        """How many lines there are for rows."""
        size = self._size()
        room = size.height - self._is_titled(size)
        return max(min(room, 1), room - self.covered)

    def _is_titled(self, size: Size) -> bool:
        """Whether the headings stand over the rows: over none, and where there is next to no room, they do not."""
        return self._columns.has_titles and bool(self._at.lines) and size.height > 2

    def sight(self) -> Sight:
        """What is in sight, worked out once for all the lines that are painted."""
        known = (self._size(), self.top, self._at.place)
        if self._seen is None or self._seen[0] != known:
            self._seen = known, self._looked_at(known[0])
        return self._seen[1]

    def _looked_at(self, size: Size) -> Sight:
        room, last_top = self.room, self._last_top
        width = size.width - bool(last_top)
        lines = seen_from(self.top, room, len(self._at.lines), self._heights(width))
        return Sight(self._is_titled(size), room, last_top, width, lines)

    def extent(self) -> Extent:
        """How far it is scrolled."""
        return self.extent_in(self.sight())

    def extent_in(self, sight: Sight) -> Extent:
        """The same of what was found to be in sight."""
        return Extent(len(self._at.lines), self.top, sight.last_top, sight.room, int(sight.titled))

    def row_at(self, y: int) -> tuple[int, int] | None:
        """Of a line of the screen the place of its row and which of the row's lines it is; None for no row's."""
        sight = self.sight()
        line = y - sight.titled
        return sight.lines[line] if 0 <= line < len(sight.lines) else None

    def strip(self, place: int, line: int, width: int) -> Strip:
        """One line of a row, as wide as rows are in sight."""
        return self._block(place, width)[line]

    def scroll_to(self, top: int) -> bool:
        """Show from this row on, as far as there are rows; True where that changed anything."""
        before = self.top
        self.top = max(0, min(top, self._last_top))
        return before != self.top

    def see_cursor(self) -> bool:
        """Scroll as far as shows the whole row at the cursor; True where that was needed."""
        if self._at.place < self.top:
            return self.scroll_to(self._at.place)
        if not self._at.lines or self.room < 1:
            return False
        return self.scroll_to(max(self.top, self._first_that_shows(self._at.place)))

    @property
    def _last_top(self) -> int:
        """The first row in sight, where the last one is."""
        return self._first_that_shows(len(self._at.lines) - 1) if self._at.lines else 0

    def _first_that_shows(self, place: int) -> int:
        """The first row from which on this one is seen whole; beside the thumb, where rows take no fewer lines."""
        width = max(0, self._size().width - 1)
        if self._blocks.are_lines(width):
            return max(0, place - self.room + 1)
        return first_that_shows(place, self.room, self._heights(width))

    def _heights(self, width: int) -> HeightOf:
        """How many lines each row takes, by its place."""
        return (lambda place: 1) if self._blocks.are_lines(width) else lambda place: len(self._block(place, width))

    def _block(self, place: int, width: int) -> tuple[Strip, ...]:
        standing: Standing = self._at_cursor() if place == self._at.place else "apart"
        return self._blocks.of(self._at.lines[place], place, width, standing)

    def _at_cursor(self) -> Standing:
        if self.stands_back:
            return "behind"
        return "focused" if self._focused() or self.leads else "resting"

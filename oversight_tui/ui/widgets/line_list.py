"""A list of one-line rows on Textual's line API: only the lines that can be seen are ever made.

Knows nothing of what its rows mean. Cells are plain text, shown literally; a row is known by its key, so the cursor
stays on the same thing when the rows change, are filtered or are sorted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from oversight_tui.ui.widgets.rows import Column, Columns, Line, empty_strip, row_strip
from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.tones import look_of


class LineList(ScrolledLines, can_focus=True):
    """The list. Calls `when_highlighted` when another row is under the cursor, posts Opened when one is opened.

    A call and no message, since what follows the cursor is then painted with it, and not a frame later.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """The row under the cursor was opened."""

        def __init__(self, line_list: LineList, key: str) -> None:
            super().__init__()
            self.line_list, self.key = line_list, key

    def __init__(self, columns: Sequence[Column], *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns = Columns(columns)
        self.empty = empty
        self.lines: tuple[Line, ...] = ()
        self.cursor = 0
        self.marked: frozenset[str] = frozenset()
        self.mark_glyph = "+"
        self.when_highlighted: Callable[[LineList, str], None] | None = None
        self._places: dict[str, int] = {}
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.lines[self.cursor].key if self.lines else None

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    @property
    def room(self) -> int:
        """How many rows can be seen at once, under the headings."""
        return self.size.height - self._titled

    @property
    def _titled(self) -> bool:
        """Whether the headings stand over the rows: over none, and where there is next to no room, they do not."""
        return self.columns.has_titles and bool(self.lines) and self.size.height > 2

    def show(self, lines: Sequence[Line], *, empty: str | None = None, from_the_top: bool = False) -> None:
        """Show these rows. The cursor stays on its row; where that has gone, on the first about the same, else on its
        place. `from_the_top` shows as much as there is room for above it, and else it stays where it is in sight: of
        rows that somebody looks for the first comes first, wherever a row that has gone has others about the same.
        """
        key, whom = self.key, self.lines[self.cursor].whom if self.lines else ""
        place_in_view = self.room - 1 if from_the_top else self.cursor - self.top
        self.lines = tuple(lines)
        self._places = {line.key: place for place, line in enumerate(self.lines)}
        self.empty = self.empty if empty is None else empty
        self.cursor = self._places.get(key or "", 0) if from_the_top else self._place_of(key or "", whom)
        self._strips.clear()
        self.top = max(0, min(self.cursor - max(0, place_in_view), len(self.lines) - self.room))
        self.refresh()
        if self.key != key:
            self._tell_highlighted()

    def _place_of(self, key: str, whom: str) -> int:
        """Where the cursor goes that was on a row with this key."""
        if key in self._places:
            return self._places[key]
        others = (place for place, line in enumerate(self.lines) if whom and line.whom == whom)
        return next(others, min(self.cursor, max(0, len(self.lines) - 1)))

    def mark(self, keys: frozenset[str], glyph: str) -> None:
        """Show these rows as marked, with a glyph at their end."""
        self.marked, self.mark_glyph = keys, glyph
        self._strips.clear()
        self.refresh()

    def select(self, key: str) -> bool:
        """Put the cursor on the row with this key; False where there is none."""
        place = self._places.get(key)
        if place is None:
            return False
        self._move_to(place)
        return True

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen; of an empty list, what it means."""
        if not self.lines:
            return empty_strip(self.empty, y, self.size.width, self.style_of)
        if not self._titled:
            return super().render_line(y)
        return super().render_line(y - 1) if y else self._heading()

    def _heading(self) -> Strip:
        """The quiet headings of the columns."""
        width = self.size.width
        inner = width - 1 if self.line_count > self.room else width
        return row_strip(self.columns.titles(inner), width, self.style_of, None, "")

    def line_strip(self, place: int, width: int) -> Strip:
        """One row, made once for each width and way it can look."""
        at_cursor, focused = place == self.cursor, self.has_focus
        known = (place, width, at_cursor, focused)
        if known not in self._strips:
            over = None
            if at_cursor:
                over = look_of("cursor" if focused else "cursor-resting", self.app.theme_variables)
            line = self.lines[place]
            mark = self.mark_glyph if line.key in self.marked else ""
            self._strips[known] = row_strip(self.columns.fitted(line, width), width, self.style_of, over, mark)
        return self._strips[known]

    def _move_to(self, place: int) -> None:
        if not self.lines:
            return
        before, self.cursor = self.cursor, max(0, min(place, len(self.lines) - 1))
        if before == self.cursor:
            return
        if not self._see_cursor():
            for line in (before, self.cursor):
                self.refresh(Region(0, line - self.top + self._titled, self.size.width, 1))
        self._tell_highlighted()

    def _tell_highlighted(self) -> None:
        if self.when_highlighted is not None and self.key is not None:
            self.when_highlighted(self, self.key)

    def _see_cursor(self) -> bool:
        height = max(1, self.room)
        if self.cursor < self.top:
            return self.scroll_lines_to(self.cursor)
        return self.cursor >= self.top + height and self.scroll_lines_to(self.cursor - height + 1)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by what can be seen at once."""
        self._move_to(self.cursor + by * max(1, self.room - 1))

    def action_end(self, last: bool) -> None:
        """Move the cursor to the first or the last row."""
        self._move_to(len(self.lines) - 1 if last else 0)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Opened(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click selects; a click on the selected row opens it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self._titled:
            return
        if (place := offset.y - self._titled + self.top) < len(self.lines):
            if place == self.cursor and event.chain > 1:
                self.action_open()
            else:
                self._move_to(place)

    def on_resize(self) -> None:
        """Lines depend on the width, and the cursor stays in sight."""
        self._strips.clear()
        self.scroll_lines_to(self.top)
        self._see_cursor()

    def notify_style_update(self) -> None:
        """Another theme makes other lines."""
        self._strips.clear()
        super().notify_style_update()

"""A list of one-line rows on Textual's line API: only the lines that can be seen are ever made.

Knows nothing of what its rows mean. Cells are plain text, shown literally; a row is known by its key, so the cursor
stays on the same thing when the rows change, are filtered or are sorted anew. The row under the cursor may unfold a
sentence, and left and right go over those of its cells that open something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.widgets.list_cursor import ListCursor
from oversight_tui.ui.widgets.list_window import NOTHING_IN_SIGHT, ListWindow
from oversight_tui.ui.widgets.looks import Looks
from oversight_tui.ui.widgets.row_blocks import RowBlocks
from oversight_tui.ui.widgets.rows import Column, Columns, Line, empty_strip, row_strip
from oversight_tui.ui.widgets.scrolling import Scrolling
from oversight_tui.ui.widgets.second_click import SecondClick


class LineList(Widget, can_focus=True):
    """The list. Calls `when_highlighted` when another row is under the cursor: what follows is painted with it, and
    not a frame later. Posts Opened when one is opened.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("left", "cell(-1)", show=False),
        Binding("right", "cell(1)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """The row under the cursor was opened, or what one of its cells opens."""

        def __init__(self, line_list: LineList, key: str, opens: str) -> None:
            super().__init__()
            self.line_list = line_list
            self.key = key
            self.opens = opens

    def __init__(self, columns: Sequence[Column], *, empty: str = "", id: str | None = None) -> None:
        self.columns = Columns(columns)
        self.looks = Looks(self)
        self.at = ListCursor(self.columns)
        self.blocks = RowBlocks(self.columns, self.looks)
        self.window = ListWindow(self.columns, self.blocks, self.at, lambda: self.size, lambda: self.has_focus)
        self.empty = empty
        self.when_highlighted: Callable[[LineList, str], None] | None = None
        self._second_click = SecondClick()
        self._painted = Size(), NOTHING_IN_SIGHT
        super().__init__(id=id)
        self.scrolling = Scrolling(self, self.looks, self.window.extent, self.scroll_lines_to)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows."""
        return self.at.lines

    @property
    def cursor(self) -> int:
        """The place of the row under the cursor."""
        return self.at.place

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.at.key

    @property
    def top(self) -> int:
        """The place of the first row in sight."""
        return self.window.top

    def show(self, lines: Sequence[Line], *, empty: str | None = None, from_the_top: bool = False) -> None:
        """Show these rows. The cursor stays on its row; where that has gone, on the first in sight about the same, else
        on its place. `from_the_top` shows as much as there is room for above it; else the beginning stays in sight, and
        further down the row at the cursor stays on its line.
        """
        key, top, room = self.key, self.top, self.window.room
        above = room - 1 if from_the_top else self.cursor - top
        self.at.put(lines, in_sight=range(top, top + room), to_the_first=from_the_top)
        self.empty = self.empty if empty is None else empty
        self.paint_again()
        held = from_the_top or (top and self.key == key)
        self.scroll_lines_to(self.cursor - max(0, above) if held else top)
        self._see_cursor()
        if self.key != key:
            self._tell_highlighted()

    def mark(self, keys: frozenset[str], glyph: str) -> None:
        """Show these rows as marked, with a glyph at their end."""
        self.blocks.marked, self.blocks.mark_glyph = keys, glyph
        self.paint_again()

    def unfold(self, says: Callable[[str], str] | None) -> None:
        """Say something under the row at the cursor, by its key, or no longer."""
        if (says is None) != (self.blocks.unfolds is None):
            self.blocks.unfolds = says
            self.paint_again()
            self._see_cursor()

    def paint_again(self) -> None:
        """What the rows say or how they look has changed."""
        self.blocks.forget()
        self.blocks.chosen_cell = self.at.cell
        self.window.forget()
        self.refresh()

    def cover(self, lines: int, columns: int = 0) -> None:
        """Something lies over so many of its last lines and columns: the row at the cursor stands in what is left."""
        if self.window.cover(lines, columns):
            self.on_resize()

    @property
    def cursor_line(self) -> int:
        """The line of the screen on which the row at the cursor is."""
        sight = self.window.sight()
        seen = (at for at, (place, _) in enumerate(sight.lines) if place == self.cursor)
        return self.content_region.y + sight.titled + next(seen, 0)

    def select(self, key: str) -> bool:
        """Put the cursor on the row with this key; False where there is none."""
        place = self.at.place_with(key)
        if place is None:
            return False
        self._move_to(place)
        return True

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that can be seen. A widget's size is looked up from the screen on: once, and not for each line."""
        self._painted = self.size, self.window.sight()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen; of an empty list, what it means."""
        size, sight = self._painted
        if not self.lines:
            return empty_strip(self.empty, y, size.width, self.looks.of)
        if sight.titled and not y:
            return row_strip(self.columns.titles(sight.width), size.width, self.looks.of, None, "")
        y -= sight.titled
        seen = y < len(sight.lines)
        strip = self.window.strip(*sight.lines[y], sight.width) if seen else Strip.blank(sight.width, self.looks.of())
        strip = Strip([*strip, self.scrolling.thumb(y, self.window.extent_in(sight))]) if sight.last_top else strip
        return strip.adjust_cell_length(size.width, self.looks.of()) if self.window.covered_columns else strip

    def scroll_lines_to(self, top: int) -> bool:
        """Show from this row on, as far as there are rows; True where that changed anything."""
        if changed := self.window.scroll_to(top):
            self.refresh()
        return changed

    def _move_to(self, place: int) -> None:
        before = self.cursor
        if not self.lines or not self.at.move_to(place):
            return
        self.blocks.chosen_cell = self.at.cell
        if not self.blocks.are_lines(self.size.width - 1):
            self._see_cursor()
            self.refresh()
        elif not self._see_cursor():
            for line in (before, self.cursor):
                self.refresh(Region(0, line - self.top + self.window.sight().titled, self.size.width, 1))
        self._tell_highlighted()

    def _tell_highlighted(self) -> None:
        if self.when_highlighted is not None and self.key is not None:
            self.when_highlighted(self, self.key)

    def _see_cursor(self) -> bool:
        if scrolled := self.window.see_cursor():
            self.refresh()
        return scrolled

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by what can be seen at once."""
        self._move_to(self.cursor + by * max(1, self.window.room - 1))

    def action_end(self, last: bool) -> None:
        """Move the cursor to the first or the last row."""
        self._move_to(len(self.lines) - 1 if last else 0)

    def action_cell(self, by: int) -> None:
        """To the next cell that opens something, or the one before."""
        self.at.step_cell(by, self.size.width)
        self.paint_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In an empty list there is nothing to open: the key is left to the screen."""
        return action != "open" or bool(self.lines)

    def action_open(self) -> None:
        """Open the row under the cursor, or what its chosen cell opens."""
        if self.key is not None:
            self.post_message(self.Opened(self, self.key, self.at.opens(self.at.cell)))

    def on_click(self, event: events.Click) -> None:
        """A click selects; one on a cell that opens something opens that, and a second one opens the row."""
        offset, again = event.get_content_offset(self), self._second_click.is_it(event, self.app)
        clicked = self.window.row_at(offset.y) if offset is not None and not self.scrolling.is_on_thumb(event) else None
        if offset is None or clicked is None:
            return
        if not again:  # the row of the first may be elsewhere by the second: what another unfolded has folded
            place, further = clicked
            self._move_to(place)
            self.at.choose(self.columns.place_at(offset.x, self.window.sight().width) if not further else None)
            self.paint_again()
        if again or self.at.cell is not None:
            self.action_open()

    @on(events.MouseEvent)
    def _scrolled_with_the_mouse(self, event: events.MouseEvent) -> None:
        """What is seen moves, and the cursor stays where it is."""
        self.scrolling.follow(event)

    def on_resize(self) -> None:
        """Lines depend on the width, and the cursor stays in sight."""
        self.paint_again()
        self.scroll_lines_to(self.top)
        self._see_cursor()

    def notify_style_update(self) -> None:
        """Another theme or state makes other lines."""
        self.looks.forget()
        self.blocks.forget()
        super().notify_style_update()

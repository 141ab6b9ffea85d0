"""A widget of lines that scrolls by itself: no bars of widgets, no layout, only the lines that can be seen are made.

Textual lays the whole screen out again when a scroll view's size changes, and mounts its bars as widgets; here another
number of lines costs nothing.
"""

from __future__ import annotations

from rich.style import Style
from textual import events, on
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.widgets.looks import Looks
from oversight_tui.ui.widgets.scrolling import Extent, Scrolling
from oversight_tui.ui.widgets.tones import Look


class ScrolledLines(Widget):
    """Shows as many of `line_count` lines from `top` on as there is room for; a thumb says where one is."""

    def __init__(self, *, id: str | None = None) -> None:
        self.looks = Looks(self)
        self.top = 0
        self._painted = Size(), Extent(0, 0, 0, 0)
        super().__init__(id=id)
        self.scrolling = Scrolling(self, self.looks, self._extent, self.scroll_lines_to)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line_strip(self, place: int, width: int) -> Strip:
        """One line, in this many cells."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that can be seen. A widget's size is looked up from the screen on: once, and not for each line."""
        self._painted = self.size, self._extent()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen, with its piece of the thumb."""
        size, extent = self._painted
        place, overflows = self.top + y, extent.last_top > 0
        inner = size.width - overflows
        strip = self.line_strip(place, inner) if place < extent.lines else Strip.blank(inner, self.style_of())
        return Strip([*strip, self.scrolling.thumb(y, extent)]) if overflows else strip

    def style_of(self, look: Look = "plain") -> Style:
        """The widget's style, with a look over it."""
        return self.looks.of(look)

    def notify_style_update(self) -> None:
        """Another theme or state makes other styles."""
        self.looks.forget()
        super().notify_style_update()

    def scroll_lines_to(self, top: int) -> bool:
        """Show from this line on, as far as there are lines; True where that changed anything."""
        found = max(0, min(top, self.line_count - self.size.height))
        changed = found != self.top
        self.top = found
        if changed:
            self.refresh()
        return changed

    @on(events.MouseEvent)
    def _scrolled_with_the_mouse(self, event: events.MouseEvent) -> None:
        self.scrolling.follow(event)

    def _extent(self) -> Extent:
        count, height = self.line_count, self.size.height
        return Extent(count, self.top, max(0, count - height), height)

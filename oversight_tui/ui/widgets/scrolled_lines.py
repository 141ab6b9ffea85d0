"""A widget of lines that scrolls by itself: no bars of widgets, no layout, only the lines that can be seen are made.

Textual lays the whole screen out again when a scroll view's size changes, and mounts its bars as widgets; here another
number of lines costs nothing.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.widgets.tones import Look, look_of

WHEEL_LINES = 3
THUMB = "▐"


class ScrolledLines(Widget):
    """Shows `height` of `line_count` lines from `top` on; a thumb in the last column says where one is."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.top = 0
        self._styles: dict[Look, Style] = {}

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """How many lines can be seen at once."""
        return self.size.height

    def line_strip(self, place: int, width: int) -> Strip:
        """One line, in this many cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen, with its piece of the thumb."""
        width, height = self.size.width, self.room
        place = self.top + y
        overflows = self.line_count > height
        inner = width - 1 if overflows else width
        base = self.style_of()
        strip = self.line_strip(place, inner) if place < self.line_count else Strip.blank(inner, base)
        if not overflows:
            return strip
        style = self.style_of("thumb")
        return Strip([*strip, Segment(THUMB if self._on_thumb(y, height) else " ", style)])

    def style_of(self, look: Look = "plain") -> Style:
        """The widget's style, with a look over it; worked out once, since every line asks for it."""
        if look not in self._styles:
            self._styles[look] = self.rich_style + look_of(look, self.app.theme_variables)
        return self._styles[look]

    def notify_style_update(self) -> None:
        """Another theme or state makes other styles."""
        self._styles.clear()
        super().notify_style_update()

    def _on_thumb(self, y: int, height: int) -> bool:
        size = max(1, round(height * height / self.line_count))
        room = self.line_count - height
        start = round((height - size) * min(self.top, room) / room) if room else 0
        return start <= y < start + size

    def scroll_lines_to(self, top: int) -> bool:
        """Show from this line on, as far as there are lines; True where that changed anything."""
        found = max(0, min(top, self.line_count - self.room))
        changed, self.top = found != self.top, found
        if changed:
            self.refresh()
        return changed

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is seen and leaves the cursor alone."""
        if self.scroll_lines_to(self.top + WHEEL_LINES):
            event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As the other way."""
        if self.scroll_lines_to(self.top - WHEEL_LINES):
            event.stop()

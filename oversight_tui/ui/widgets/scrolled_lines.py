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

from oversight_tui.ui.widgets.held_thumb import HeldThumb
from oversight_tui.ui.widgets.looks import Looks
from oversight_tui.ui.widgets.tones import Look

WHEEL_LINES = 3
THUMB = "▐"


class ScrolledLines(Widget):
    """Shows as many of `line_count` lines from `top` on as there is room for; a thumb says where one is."""

    def __init__(self, *, id: str | None = None) -> None:
        self.looks = Looks(self)
        self.top = 0
        super().__init__(id=id)
        self.thumb = HeldThumb(self, lambda: self.line_count, self.scroll_lines_to)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line_strip(self, place: int, width: int) -> Strip:
        """One line, in this many cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen, with its piece of the thumb."""
        width, height = self.size
        place, overflows = self.top + y, self.line_count > height
        inner = width - overflows
        strip = self.line_strip(place, inner) if place < self.line_count else Strip.blank(inner, self.style_of())
        return Strip([*strip, thumb(y, self.top, height, self.line_count, self.looks)]) if overflows else strip

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
        changed, self.top = found != self.top, found
        if changed:
            self.refresh()
        return changed

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The thumb is pressed."""
        self.thumb.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The thumb is drawn."""
        self.thumb.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The thumb is let go."""
        self.thumb.let_go()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is seen."""
        if self.scroll_lines_to(self.top + WHEEL_LINES):
            event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As the other way."""
        if self.scroll_lines_to(self.top - WHEEL_LINES):
            event.stop()


def thumb(y: int, top: int, height: int, count: int, looks: Looks) -> Segment:
    """The piece of the thumb beside a line: of `count` things as many as there is height for are seen from `top` on."""
    size = max(1, round(height * height / count))
    room = count - height
    start = round((height - size) * min(top, room) / room) if room > 0 else 0
    return Segment(THUMB if start <= y < start + size else " ", looks.of("thumb"))

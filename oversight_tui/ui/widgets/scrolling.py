"""Lines scrolled with the mouse: with the wheel, and with a thumb beside them that says where one is.

The thumb is pressed anywhere in its column, which is the widget's last, and drawn up and down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.widget import Widget

from oversight_tui.ui.widgets.looks import Looks

WHEEL_LINES = 3
THUMB = "▐"


class Extent(NamedTuple):
    """How many there are to scroll through, the first in sight, the first in sight where the last one is, on how many
    lines of the screen they are seen, and how many headings stand over these.
    """

    lines: int
    top: int
    last_top: int
    room: int
    headings: int = 0


class Scrolling:
    """Scrolls a widget's lines. `extent` says where they are, `to` shows them from one on, True where it can."""

    def __init__(self, widget: Widget, looks: Looks, extent: Callable[[], Extent], to: Callable[[int], bool]) -> None:
        self._widget = widget
        self._looks = looks
        self._extent = extent
        self._to = to
        self._held = False

    def thumb(self, y: int, extent: Extent) -> Segment:
        """The piece of the thumb beside a line: as long as the share of what is in sight."""
        lines, top, last_top, room, _ = extent
        size = max(1, round(room * (lines - last_top) / lines))
        start = round((room - size) * min(top, last_top) / last_top)
        return Segment(THUMB if start <= y < start + size else " ", self._looks.of("thumb"))

    def is_on_thumb(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the thumb's column, and there is anything to scroll."""
        offset = event.get_content_offset(self._widget)
        return offset is not None and offset.x >= self._widget.size.width - 1 and self._extent().last_top > 0

    def follow(self, event: events.MouseEvent) -> None:
        """What the mouse does: the wheel is turned, or the thumb pressed, drawn or let go."""
        match event:
            case events.MouseScrollDown():
                self._turn(event, WHEEL_LINES)
            case events.MouseScrollUp():
                self._turn(event, -WHEEL_LINES)
            case events.MouseDown() if self.is_on_thumb(event):
                self._held = True
                self._widget.capture_mouse()
                self._draw(event)
            case events.MouseMove() if self._held:
                self._draw(event)
            case events.MouseUp() if self._held:
                self._held = False
                self._widget.release_mouse()

    def _turn(self, event: events.MouseEvent, by: int) -> None:
        if self._to(self._extent().top + by):
            event.stop()

    def _draw(self, event: events.MouseEvent) -> None:
        _, _, last_top, room, headings = self._extent()
        y = event.screen_y - self._widget.content_region.y - headings
        share = max(0, min(y, room - 1)) / max(1, room - 1)
        self._to(round(share * last_top))
        event.stop()

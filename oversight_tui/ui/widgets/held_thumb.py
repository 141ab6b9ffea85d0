"""The thumb beside lines, held with the mouse: pressed anywhere in its column, and drawn up and down."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widget import Widget


class HeldThumb:
    """Scrolls a widget's lines while its last column is held. `count` is how many there are, `scroll` goes to one."""

    def __init__(self, widget: Widget, count: Callable[[], int], scroll: Callable[[int], object]) -> None:
        self._widget, self._count, self._scroll = widget, count, scroll
        self._held = False

    def has(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the thumb's column, and there is anything to scroll."""
        offset = event.get_content_offset(self._widget)
        overflows = self._count() > self._widget.size.height
        return overflows and offset is not None and offset.x >= self._widget.size.width - 1

    def press(self, event: events.MouseDown) -> None:
        """The mouse goes down: on the thumb's column it is held from now on."""
        if self.has(event):
            self._held = True
            self._widget.capture_mouse()
            self.move(event)

    def move(self, event: events.MouseEvent) -> None:
        """The mouse moves: what is held follows it."""
        if self._held:
            height = self._widget.size.height
            y = event.screen_y - self._widget.content_region.y
            place = max(0, min(y, height - 1)) / max(1, height - 1)
            self._scroll(round(place * (self._count() - height)))
            event.stop()

    def let_go(self) -> None:
        """The mouse goes up."""
        if self._held:
            self._held = False
            self._widget.release_mouse()

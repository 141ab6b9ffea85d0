"""What lies under other widgets and shows nothing itself. Textual looks at each line of each widget that it paints;
here all lines are one.
"""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Container):
    """Holds widgets; it has no border and no words of its own."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """As many lines of nothing."""
        return blank_lines(self, crop)


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """The lines of a widget in its colour alone, as the terminal can show it."""
    _, background = widget.background_colors
    strip = Strip.blank(crop.width, widget.visual_style.rich_style)
    for each in widget.get_line_filters():
        strip = strip.apply_filter(each, background)
    return [strip] * crop.height

"""What lies under other widgets and shows nothing itself. Textual looks at each line of each widget that it paints;
here all lines are one.
"""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip


class Ground(Container):
    """Holds widgets; it has no border and no words of its own."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """As many lines in its colour alone, as the terminal can show it."""
        _, background = self.background_colors
        strip = Strip.blank(crop.width, self.visual_style.rich_style)
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, background)
        return [strip] * crop.height

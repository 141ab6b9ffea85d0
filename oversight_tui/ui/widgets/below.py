"""What stands below a screen that covers only a part of it, as it was painted: taken over line by line, since making
console text of it and cutting that up again takes longer than painting all the rest.
"""

from __future__ import annotations

from textual.css.styles import RulesMap
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Below(Visual):
    """The lines of another screen."""

    def __init__(self, screen: Screen[object]) -> None:
        self._screen = screen

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Its lines, with nothing in them that can be clicked on."""
        strips = self._screen._compositor.render_strips()
        return [strip.adjust_cell_length(width) for strip in strips[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as what covers it."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as it is."""
        return self._screen.size.height

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
    """The lines of another screen, made once until that `changed`."""

    def __init__(self, screen: Screen[object]) -> None:
        self._screen = screen
        self._lines: list[Strip] = []
        self._made_for = (-1, -1)

    def changed(self) -> None:
        """Something else stands on the other screen."""
        self._made_for = (-1, -1)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Its lines, with nothing in them that can be clicked on."""
        size = (width, self._screen.size.height if height is None else height)
        if size != self._made_for:
            self._made_for = size
            strips = self._screen._compositor.render_strips()
            self._lines = [strip.adjust_cell_length(width) for strip in strips[:height]]
        return self._lines

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as what covers it."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as it is."""
        return self._screen.size.height

"""The styles that a widget paints its lines in: worked out once, since every line asks for them."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from oversight_tui.ui.widgets.tones import Look, look_of


class Looks:
    """The looks of one widget, until its theme or state is another."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[Look, Style] = {}

    def of(self, look: Look = "plain") -> Style:
        """The widget's own style, with a look over it."""
        if look not in self._styles:
            self._styles[look] = self._widget.rich_style + self.over(look)
        return self._styles[look]

    def over(self, look: Look) -> Style:
        """What a look lays over any style."""
        return look_of(look, self._widget.app.theme_variables)

    def forget(self) -> None:
        """Another theme or state makes other styles."""
        self._styles.clear()

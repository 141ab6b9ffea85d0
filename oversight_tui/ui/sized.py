"""Screens with the classes of the terminal's size before they open, so that their widgets are styled once."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

Opening = TypeVar("Opening", bound=Screen[Any])


def sized(screen: Opening, app: App[Any]) -> Opening:
    """The screen, for the size the terminal has now. Textual gives it these classes only when all is styled."""
    width, height = app.size
    across = app.HORIZONTAL_BREAKPOINTS if screen.HORIZONTAL_BREAKPOINTS is None else screen.HORIZONTAL_BREAKPOINTS
    for size, breakpoints in ((width, across), (height, app.VERTICAL_BREAKPOINTS)):
        screen.add_class(max(point for point in breakpoints or () if point[0] <= size)[1], update=False)
    return screen

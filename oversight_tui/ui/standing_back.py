"""The row of a list stands back while the keys go to what lies over it or beside it: seen, and quieter than that."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from oversight_tui.ui.program import Dialog, Result
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.window import Window


class StandingBack:
    """Follows which screen is on top: the list under it that had the keys stands back until it has them again."""

    def __init__(self) -> None:
        self._behind: LineList | None = None

    def follow(self, app: App[Result]) -> None:
        """From now on."""
        app.screen_change_signal.subscribe(app, lambda top: self._changed(app, top), immediate=True)

    def _changed(self, app: App[Result], top: Screen[object]) -> None:
        in_sight = isinstance(top, Dialog) and not (isinstance(top, Window) and top.covers)
        rows = _list_under(app) if in_sight else None
        if rows is self._behind:
            return
        if self._behind is not None:
            stand_back(self._behind, standing_back=False)
        if rows is not None:
            stand_back(rows, standing_back=True)
        self._behind = rows


def stand_back(rows: LineList, *, standing_back: bool) -> None:
    """The row at its cursor, and the edge where it has one, are those of a list that the keys do not go to, or again of
    one that they do.
    """
    rows.window.stands_back = standing_back
    rows.set_class(standing_back, "-behind")
    rows.refresh()


def _list_under(app: App[Result]) -> LineList | None:
    """The list with the keys of the screen that dialogs lie over."""
    below = next((screen for screen in reversed(app.screen_stack) if not isinstance(screen, Dialog)), None)
    return below.focused if below is not None and isinstance(below.focused, LineList) else None

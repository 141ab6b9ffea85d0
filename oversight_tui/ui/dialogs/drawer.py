"""The drawer that a form is: it leaves the row it is about in sight, above it or below."""

from __future__ import annotations

from textual.containers import Container

from oversight_tui.ui.widgets.line_list import LineList

# A drawer at the foot takes two thirds of the screen at most: a list that begins lower is seen under one at the top.
LOWEST_IN_SIGHT, MOST_OF_THE_SCREEN = 0.3, 0.66


class Drawer(Container):
    """Stands over the screen below, of which the list with the focus keeps its row in sight."""

    def on_mount(self) -> None:
        """Where the list is too low to be seen above it, it comes from the top."""
        rows, screen = self._list(), self.screen
        under = not any(screen.has_class(one) for one in ("-beside", "-half", "-whole"))
        if under and rows is not None and rows.region.y > LOWEST_IN_SIGHT * self.app.size.height:
            screen.add_class("-over")
            self.styles.max_height = min(rows.cursor_line, round(MOST_OF_THE_SCREEN * self.app.size.height))

    def on_resize(self) -> None:
        """It covers more of the list than before, or less."""
        self.call_after_refresh(self._cover_rows)

    def on_unmount(self) -> None:
        """Nothing lies over the list any more."""
        if (rows := self._list()) is not None:
            rows.cover(0)

    def _cover_rows(self) -> None:
        rows = self._list()
        if rows is None or not self.is_attached or self.screen.has_class("-over"):
            return
        under, region = rows.content_region, self.region
        beside = region.x >= under.right or region.y >= under.bottom
        if not beside and region.width >= self.app.size.width:
            rows.cover(max(0, under.bottom - region.y))

    def _list(self) -> LineList | None:
        """The list that had the focus when it was opened."""
        screens = self.app.screen_stack
        place = screens.index(self.screen) if self.screen in screens else len(screens)
        below = screens[place - 1] if place else None
        focused = below.focused if below is not None else None
        return focused if isinstance(focused, LineList) else None

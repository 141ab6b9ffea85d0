"""The drawer that a form is: it leaves the row it is about in sight, above it or below."""

from __future__ import annotations

from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from oversight_tui.ui.dialogs.field_row import ROOMY_ROWS
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_line import TextLine

# A drawer takes two thirds of the screen at most.
MOST_OF_THE_SCREEN = 0.66
# What stays in sight of the list above one at the foot: its headings and the row.
LINES_IN_SIGHT = 2


class Drawer(Container):
    """Stands over the screen below, of which the list with the focus keeps its row in sight, and what it stands beside
    is laid out in the width that is left.
    """

    def on_mount(self) -> None:
        """As the terminal is when it opens."""
        self.take_room()

    def take_room(self) -> None:
        """At the foot, as far up as the list stays in sight; from the top where there is more room above its row.

        A tall one takes all of a terminal with few rows.
        """
        rows, screen, height = self._list(), self.screen, self.app.size.height
        if rows is None:
            return
        is_tall = screen.has_class("-tall") and height < ROOMY_ROWS
        screen.set_class(is_tall, "-all-rows")
        if is_tall or any(screen.has_class(one) for one in ("-beside", "-half", "-whole")):
            self.styles.max_height = "100%"  # as high as its place there
            return
        rows.cover(0)
        room = height - rows.region.y - LINES_IN_SIGHT
        screen.set_class(rows.cursor_line > room, "-over")
        self.styles.max_height = min(max(rows.cursor_line, room), round(MOST_OF_THE_SCREEN * height))

    def on_resize(self) -> None:
        """It covers more of the list than before, or less."""
        self.call_after_refresh(self._cover_what_is_below)

    def on_unmount(self) -> None:
        """Nothing lies over what is below any more."""
        if (below := self._below()) is None:
            return
        for rows in below.query(LineList):
            rows.cover(0)
        for line in below.query(TextLine):
            line.cover(0)

    def _cover_what_is_below(self) -> None:
        below = self._below()
        if below is None or not self.is_attached:
            return
        for rows in below.query(LineList):
            rows.cover(self._lines_over(rows) if rows is below.focused else 0, self._columns_over(rows))
        for line in below.query(TextLine):
            line.cover(self._columns_over(line))

    def _lines_over(self, rows: LineList) -> int:
        """How many of the last lines of a list it lies over, where it stands under it."""
        under, region = rows.content_region, self.region
        beside = region.x >= under.right or region.y >= under.bottom
        if beside or region.width < self.app.size.width or self.screen.has_class("-over"):
            return 0
        return max(0, under.bottom - region.y)

    def _columns_over(self, widget: Widget) -> int:
        """How many of the last columns of a widget it lies over, where it stands beside the rest of it."""
        seen, region = widget.content_region, self.region
        is_beside = seen.x < region.x < seen.right and seen.y < region.bottom and region.y < seen.bottom
        return seen.right - region.x if is_beside else 0

    def _below(self) -> Screen[object] | None:
        screens = self.app.screen_stack
        place = screens.index(self.screen) if self.screen in screens else len(screens)
        return screens[place - 1] if place else None

    def _list(self) -> LineList | None:
        """The list that had the focus when it was opened."""
        below = self._below()
        focused = below.focused if below is not None else None
        return focused if isinstance(focused, LineList) else None

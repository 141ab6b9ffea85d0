"""The drawer that a form is: it leaves the row it is about in sight, above it or below."""

from __future__ import annotations

from textual.containers import Container

from oversight_tui.ui.widgets.line_list import LineList

# A drawer takes two thirds of the screen at most.
MOST_OF_THE_SCREEN = 0.66
# What stays in sight of the list above one at the foot: its headings and the row.
LINES_IN_SIGHT = 2


class Drawer(Container):
    """Stands over the screen below, of which the list with the focus keeps its row in sight."""

    def on_mount(self) -> None:
        """As the terminal is when it opens."""
        self.take_room()

    def take_room(self) -> None:
        """At the foot, as far up as the list stays in sight; from the top where there is more room above its row."""
        rows, screen = self._list(), self.screen
        if rows is None:
            return
        if any(screen.has_class(one) for one in ("-beside", "-half", "-whole")):
            self.styles.max_height = "100%"  # as high as its place there
            return
        rows.cover(0)
        height = self.app.size.height
        room = height - rows.region.y - LINES_IN_SIGHT
        screen.set_class(rows.cursor_line > room, "-over")
        self.styles.max_height = min(max(rows.cursor_line, room), round(MOST_OF_THE_SCREEN * height))

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

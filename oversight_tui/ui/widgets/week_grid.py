"""Weeks as a grid in which one moves over days and what is in them. Knows nothing of what that means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.tones import Look, look_of
from oversight_tui.ui.widgets.week_lines import DAYS, FROM_WIDTH, GridDay, GridWeek, Piece, Signs, laid_out


class WeekGrid(ScrolledLines, can_focus=True):
    """The grid. Left and right go from day to day, up and down through what is in a day and on to the next week.

    Calls `when_highlighted` when another day or thing is under the cursor, posts Opened when one is opened.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "days(-1)", show=False),
        Binding("right", "days(1)", show=False),
        Binding("up,k", "things(-1)", show=False),
        Binding("down,j", "things(1)", show=False),
        Binding("pageup", f"days(-{DAYS})", show=False),
        Binding("pagedown", f"days({DAYS})", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """What is under the cursor was opened."""

    def __init__(self, *, rule: str, dot: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.signs = Signs(rule, dot)
        self.when_highlighted: Callable[[], None] | None = None
        self._weeks: tuple[GridWeek, ...] = ()
        self._days: list[GridDay] = []
        self._lines: list[list[Piece]] = []
        self._made_for = (-1, -1)
        self.day = ""
        self.item = ""

    @property
    def key(self) -> str:
        """The key of the thing under the cursor, of the day where there is none; empty in an empty grid."""
        return self.item or self.day

    @property
    def line_count(self) -> int:
        """How many lines the weeks make at this width."""
        self._lay_out()
        return len(self._lines)

    def show(self, weeks: Sequence[GridWeek]) -> None:
        """Show these weeks. The cursor stays on its thing, also on another day; where that has gone, on its day."""
        self._weeks = tuple(weeks)
        self._days = [day for week in self._weeks for day in week.days]
        self._made_for = (-1, -1)
        if not (self.item and self.select(self.item)):
            self._go_to(next((place for place, day in enumerate(self._days) if day.key == self.day), 0))
        self.refresh()

    def select(self, key: str) -> bool:
        """Put the cursor on the thing, or the day, with this key; False where there is none."""
        for day in self._days:
            if day.key == key or any(one.key == key for one in day.items):
                self._put(day, key if day.key != key else "")
                return True
        return False

    def step(self, by: int, wanted: Callable[[str], bool]) -> bool:
        """To the next thing, or the one before, whose key is wanted; False where there is none."""
        things = [(day, one.key) for day in self._days for one in day.items]
        if self.item:
            here = things.index((self._days[self._place], self.item))
        else:
            before = sum(len(day.items) for day in self._days[: self._place])
            here = before - 1 if by > 0 else before
        ahead = things[here + 1 :] if by > 0 else things[max(0, here) - 1 :: -1] if here > 0 else []
        found = next((thing for thing in ahead if wanted(thing[1])), None)
        if found is not None:
            self._put(*found)
        return found is not None

    def line_strip(self, place: int, width: int) -> Strip:
        """One line, with the thing or the day under the cursor."""
        return Strip([self._segment(piece) for piece in self._lines[place]]).adjust_cell_length(width, self.style_of())

    def _segment(self, piece: Piece) -> Segment:
        style = self.style_of(piece.tone)
        look = self._look(piece)
        return Segment(piece.text, style + look_of(look, self.app.theme_variables) if look else style)

    def _look(self, piece: Piece) -> Look | None:
        if piece.day != self.day:
            return None
        is_title = not piece.item and any(piece is one for one in self._lines[self._line_of(piece.day)])
        if piece.item == self.item and (piece.item or is_title):
            return "cursor" if self.has_focus else "edge"
        return "edge" if is_title else None

    def _line_of(self, day: str) -> int:
        """The line on which the title of a day stands."""
        return next(place for place, line in enumerate(self._lines) for piece in line if piece.day == day)

    def _lay_out(self) -> None:
        width = max(1, self.size.width - 1)
        if (width, self.size.height) != self._made_for:
            self._made_for = (width, self.size.height)
            self._lines = laid_out(self._weeks, width, self.size.height, self.signs)

    # --- Moving -----------------------------------------------------------------------------------

    @property
    def _place(self) -> int:
        return next((place for place, day in enumerate(self._days) if day.key == self.day), 0)

    def _go_to(self, place: int, *, last: bool = False) -> None:
        if self._days:
            day = self._days[max(0, min(place, len(self._days) - 1))]
            self._put(day, day.items[-1 if last else 0].key if day.items else "")

    def _put(self, day: GridDay, item: str) -> None:
        self.day = day.key
        self.item = item
        self._see_cursor()
        self.refresh()
        if self.when_highlighted is not None:
            self.when_highlighted()

    def _see_cursor(self) -> None:
        self._lay_out()
        ours = [
            place
            for place, line in enumerate(self._lines)
            if any(piece.day == self.day and piece.item == self.item for piece in line)
        ]
        if not ours or not self.size.height:
            return
        title = self._line_of(self.day)
        if title < self.top:
            self.scroll_lines_to(title)
        elif (at := ours[0]) >= self.top + self.size.height:
            self.scroll_lines_to(at - self.size.height + 1)

    def action_days(self, by: int) -> None:
        """To another day."""
        place = self._place + by
        if 0 <= place < len(self._days):
            self._go_to(place)

    def action_things(self, by: int) -> None:
        """To the next thing of the day, or to the same day of the next week."""
        keys = [one.key for one in self._days[self._place].items] if self._days else []
        at = keys.index(self.item) + by if self.item in keys else 0 if by > 0 else -1
        if 0 <= at < len(keys):
            self._put(self._days[self._place], keys[at])
            return
        place = self._place + by * (DAYS if self._made_for[0] >= FROM_WIDTH else 1)
        if 0 <= place < len(self._days):
            self._go_to(place, last=by < 0)

    def action_end(self, last: bool) -> None:
        """To the first day, or the last."""
        self._go_to(len(self._days) - 1 if last else 0)

    def action_open(self) -> None:
        """Open what is under the cursor."""
        if self._days:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """A click chooses a day or a thing in it; a click on the one that is chosen opens it."""
        offset = event.get_content_offset(self)
        if offset is None or self.scrolling.is_on_thumb(event) or not offset.y + self.top < self.line_count:
            return
        left = 0
        for piece in self._lines[offset.y + self.top]:
            left += cell_len(piece.text)
            if offset.x < left:
                if event.chain > 1 and piece.day == self.day:
                    self.action_open()
                else:
                    self.select(piece.item or piece.day)
                return

    def on_resize(self) -> None:
        """Lines depend on the width, and the cursor stays in sight."""
        self.scroll_lines_to(self.top)
        if self._days:
            self._see_cursor()

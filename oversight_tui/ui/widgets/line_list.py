"""A list of one-line rows on Textual's line API: only the lines that can be seen are ever made.

Knows nothing of what its rows mean. Cells are plain text, shown literally; a row is known by its key, so the cursor
stays on the same thing when the rows change, are filtered or are sorted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal, NamedTuple

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.text_block import Tone, wrapped

ELLIPSIS = "…"


class Cell(NamedTuple):
    """One cell: its text, and the tone it is said in."""

    text: str
    tone: Tone = "plain"


class Column(Struct, frozen=True):
    """One column. `width` 0 shares what is left over; `from_width` hides the column in a narrower list."""

    width: int = 0
    align: Literal["left", "right"] = "left"
    from_width: int = 0


class Line(Struct, frozen=True):
    """One row: its key and its cells, one for each column. One that is not `counted` is no part of a title's number."""

    key: str
    cells: tuple[Cell, ...]
    counted: bool = True


class LineList(ScrolledLines, can_focus=True):
    """The list. Calls `when_highlighted` when another row is under the cursor, posts Opened when one is opened.

    A call and no message, since what follows the cursor is then painted with it, and not a frame later.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--cursor",
        "line-list--cursor-resting",
        *(f"line-list--{tone}" for tone in ("plain", "strong", "quiet", "alarm", "warn", "never", "good")),
    }
    DEFAULT_CSS = """
    LineList {
        & > .line-list--strong { text-style: bold; }
        & > .line-list--quiet { color: $text-muted; }
        & > .line-list--alarm { color: $text-error; text-style: bold; }
        & > .line-list--warn { color: $text-warning; }
        & > .line-list--never { color: $text-accent; text-style: bold; }
        & > .line-list--good { color: $text-success; }
        & > .line-list--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .line-list--cursor-resting { background: $block-cursor-blurred-background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """The row under the cursor was opened."""

        def __init__(self, line_list: LineList, key: str) -> None:
            super().__init__()
            self.line_list, self.key = line_list, key

        @property
        def control(self) -> LineList:
            """The list it happened in."""
            return self.line_list

    def __init__(self, columns: Sequence[Column], *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.columns = tuple(columns)
        self.empty = empty
        self.lines: tuple[Line, ...] = ()
        self.cursor = 0
        self.marked: frozenset[str] = frozenset()
        self.mark_sign = "+"
        self.when_highlighted: Callable[[LineList, str], None] | None = None
        self._places: dict[str, int] = {}
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}
        self._widths: tuple[int, tuple[int, ...]] = (-1, ())

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.lines[self.cursor].key if self.lines else None

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    def show(self, lines: Sequence[Line], *, empty: str | None = None) -> None:
        """Show these rows. The cursor stays on its row; where that has gone, on its place."""
        key = self.key
        place_in_view = self.cursor - self.top
        self.lines = tuple(lines)
        self._places = {line.key: place for place, line in enumerate(self.lines)}
        self.empty = self.empty if empty is None else empty
        self.cursor = self._places.get(key or "", min(self.cursor, max(0, len(self.lines) - 1)))
        self._strips.clear()
        self.top = max(0, min(self.cursor - max(0, place_in_view), len(self.lines) - self.size.height))
        self.refresh()
        if self.key != key:
            self._tell_highlighted()

    def mark(self, keys: frozenset[str], sign: str) -> None:
        """Show these rows as marked, with a sign at their end."""
        self.marked, self.mark_sign = keys, sign
        self._strips.clear()
        self.refresh()

    def select(self, key: str) -> bool:
        """Put the cursor on the row with this key; False where there is none."""
        place = self._places.get(key)
        if place is None:
            return False
        self._move_to(place)
        return True

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen; of an empty list, what it means."""
        return super().render_line(y) if self.lines else self._empty_line(y, self.size.width)

    def line_strip(self, place: int, width: int) -> Strip:
        """One row, made once for each width and way it can look."""
        at_cursor, focused = place == self.cursor, self.has_focus
        known = (place, width, at_cursor, focused)
        if known not in self._strips:
            self._strips[known] = self._made(self.lines[place], width, at_cursor, focused)
        return self._strips[known]

    def _made(self, line: Line, width: int, at_cursor: bool, focused: bool) -> Strip:
        base, over = self.style_of(), None
        if at_cursor:
            name = "line-list--cursor" if focused else "line-list--cursor-resting"
            over = self.get_component_rich_style(name, partial=True)
        segments = []
        for cell, column, size in zip(line.cells, self.columns, self._column_widths(width), strict=True):
            if not size:
                continue
            style = self.style_of(f"line-list--{cell.tone}")
            if over is not None:
                style += over
            segments += [Segment(_fitted(cell.text, size - 1, column.align), style), Segment(" ", style)]
        ground = base if over is None else base + over
        strip = Strip(segments).adjust_cell_length(width, ground)
        if line.key not in self.marked:
            return strip
        sign = Segment(f" {self.mark_sign}", self.style_of("line-list--strong") + (over or base))
        return Strip([*strip.adjust_cell_length(width - cell_len(sign.text), ground), sign])

    def _column_widths(self, width: int) -> tuple[int, ...]:
        """The width of each column and the space after it; 0 for a column that is hidden."""
        if self._widths[0] != width:
            shown = [column for column in self.columns if width >= column.from_width]
            fixed = sum(column.width + 1 for column in shown if column.width)
            flexible = sum(not column.width for column in shown)
            each, left = divmod(max(0, width - fixed), flexible) if flexible else (0, 0)
            widths = []
            for column in self.columns:
                if width < column.from_width:
                    widths.append(0)
                elif column.width:
                    widths.append(column.width + 1)
                else:
                    widths.append(each + (1 if left > 0 else 0))
                    left -= 1
            self._widths = (width, tuple(widths))
        return self._widths[1]

    def _empty_line(self, y: int, width: int) -> Strip:
        style = self.style_of("line-list--quiet")
        text_lines = wrapped(self.empty, max(1, width - 1))
        text = text_lines[y] if y < len(text_lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(width, self.style_of())

    def _move_to(self, place: int) -> None:
        if not self.lines:
            return
        before, self.cursor = self.cursor, max(0, min(place, len(self.lines) - 1))
        if before == self.cursor:
            return
        if not self._see_cursor():
            for line in (before, self.cursor):
                self.refresh(Region(0, line - self.top, self.size.width, 1))
        self._tell_highlighted()

    def _tell_highlighted(self) -> None:
        if self.when_highlighted is not None and self.key is not None:
            self.when_highlighted(self, self.key)

    def _see_cursor(self) -> bool:
        height = max(1, self.size.height)
        if self.cursor < self.top:
            return self.scroll_lines_to(self.cursor)
        return self.cursor >= self.top + height and self.scroll_lines_to(self.cursor - height + 1)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by what can be seen at once."""
        self._move_to(self.cursor + by * max(1, self.size.height - 1))

    def action_end(self, last: bool) -> None:
        """Move the cursor to the first or the last row."""
        self._move_to(len(self.lines) - 1 if last else 0)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Opened(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click selects; a click on the selected row opens it."""
        offset = event.get_content_offset(self)
        if offset is None or not self.lines:
            return
        place = offset.y + self.top
        if place >= len(self.lines):
            return
        if place == self.cursor and event.chain > 1:
            self.action_open()
        else:
            self._move_to(place)

    def on_resize(self) -> None:
        """Lines depend on the width, and the cursor stays in sight."""
        self._strips.clear()
        self.scroll_lines_to(self.top)
        self._see_cursor()

    def notify_style_update(self) -> None:
        """Another theme makes other lines."""
        self._strips.clear()
        super().notify_style_update()


def _fitted(text: str, width: int, align: str) -> str:
    """The text in exactly this many cells; what is cut off is marked."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + ELLIPSIS
    return " " * (width - length) + text if align == "right" else text + " " * (width - length)

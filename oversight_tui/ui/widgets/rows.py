"""The rows of a list: their cells and columns, and how one is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.tones import Tone

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
    """One row: its key and its cells, one for each column. One that is not `counted` is no part of a title's number.

    `whom` is shared by the rows about one and the same: the cursor of a row that has gone goes to another of them.

    Where `made` makes the cells, they are made each time they are asked for: of a long list those alone that are seen.
    """

    key: str
    made: tuple[Cell, ...] | Callable[[], tuple[Cell, ...]]
    counted: bool = True
    whom: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells."""
        return self.made() if callable(self.made) else self.made


class Columns:
    """The columns of a list, and how wide each is in a list of some width."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        self._known: tuple[int, tuple[int, ...]] = (-1, ())

    def widths(self, width: int) -> tuple[int, ...]:
        """The width of each column and the space after it; 0 for a column that is hidden."""
        if self._known[0] != width:
            self._known = (width, tuple(self._shared(width)))
        return self._known[1]

    def _shared(self, width: int) -> list[int]:
        shown = [column for column in self._columns if width >= column.from_width]
        fixed = sum(column.width + 1 for column in shown if column.width)
        flexible = sum(not column.width for column in shown)
        each, left = divmod(max(0, width - fixed), flexible) if flexible else (0, 0)
        widths = []
        for column in self._columns:
            if width < column.from_width:
                widths.append(0)
            elif column.width:
                widths.append(column.width + 1)
            else:
                widths.append(each + (1 if left > 0 else 0))
                left -= 1
        return widths

    def fitted(self, line: Line, width: int) -> list[tuple[str, Tone]]:
        """The cells of a row as they are painted at this width, each with its tone."""
        found: list[tuple[str, Tone]] = []
        for cell, column, size in zip(line.cells, self._columns, self.widths(width), strict=True):
            if size:
                found.append((_fitted(cell.text, size - 1, column.align), cell.tone))
        return found


def row_strip(
    cells: Sequence[tuple[str, Tone]], width: int, style_of: Callable[[Tone], Style], over: Style | None, mark: str
) -> Strip:
    """A row in exactly this many cells. `over` is the style of the cursor, `mark` the end of a marked row."""
    segments = []
    for text, tone in cells:
        style = style_of(tone)
        if over is not None:
            style += over
        segments += [Segment(text, style), Segment(" ", style)]
    base = style_of("plain")
    ground = base if over is None else base + over
    strip = Strip(segments).adjust_cell_length(width, ground)
    if not mark:
        return strip
    end = Segment(f" {mark}", style_of("strong") + (over or base))
    return Strip([*strip.adjust_cell_length(width - cell_len(end.text), ground), end])


def empty_strip(sentence: str, y: int, width: int, style_of: Callable[[Tone], Style]) -> Strip:
    """One line of the sentence that an empty list says."""
    lines = wrapped(sentence, max(1, width - 1))
    text = lines[y] if y < len(lines) else ""
    return Strip([Segment(f" {text}", style_of("quiet"))]).adjust_cell_length(width, style_of("plain"))


def _fitted(text: str, width: int, align: str) -> str:
    """The text in exactly this many cells; what is cut off is marked."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + ELLIPSIS
    return " " * (width - length) + text if align == "right" else text + " " * (width - length)

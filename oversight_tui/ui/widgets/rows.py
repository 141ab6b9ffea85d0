"""The rows of a list: their cells and columns, and how one is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from oversight_tui.ui.widgets.found_words import FoundIn, marked
from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.tones import Tone

ELLIPSIS = "…"
MOST_FURTHER = 3  # lines that a text takes under its row
HIDDEN: tuple[str, Tone] = ("", "plain")  # a cell of a column that is not shown


class Cell(NamedTuple):
    """One cell: its text, the tone it is said in, what else it is found by when somebody filters, and, of a number that
    counts rows, the name of what it opens.
    """

    text: str
    tone: Tone = "plain"
    found_by: str = ""
    opens: str = ""


class Column(Struct, frozen=True):
    """One column. `width` 0 shares what is left over; `from_width` hides the column in a narrower list, `below_width`
    in one that is as wide or wider. `title` is its quiet heading. A `whole` one is cut after every other; one that
    `wraps_from` some width stands there, where it does not fit, in a few lines of its own under the row, which begin
    under the column at the place `goes_on_under`. One that is aligned right stands `apart` from what begins behind it.
    """

    width: int = 0
    align: Literal["left", "right"] = "left"
    from_width: int = 0
    title: str = ""
    below_width: int = 0
    whole: bool = False
    wraps_from: int = 0
    goes_on_under: int = 0
    apart: bool = False

    @property
    def space(self) -> int:
        """How many cells part it from the next one."""
        return 2 if self.apart else 1

    def stands_in(self, width: int) -> bool:
        """Whether a list of this width shows it."""
        return width >= self.from_width and not 0 < self.below_width <= width


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
        self.put(columns)

    def put(self, columns: Sequence[Column]) -> None:
        """Have these columns."""
        self._columns = tuple(columns)
        self._known: tuple[int | None, tuple[int, ...]] = (None, ())  # a list that is being laid out is -1 wide
        self.has_titles = any(column.title for column in self._columns)
        self._wraps_from = min((one.wraps_from for one in self._columns if one.wraps_from), default=0)

    def widths(self, width: int) -> tuple[int, ...]:
        """The width of each column and the space after it; 0 for a column that is hidden."""
        width = max(0, width)  # a list that is not shown has no room, and less where it leaves some to a thumb
        if self._known[0] != width:
            self._known = (width, tuple(self._shared(width)))
        return self._known[1]

    def _shared(self, width: int) -> list[int]:
        shown = [column.stands_in(width) for column in self._columns]
        widths = [
            column.width + column.space if on and column.width else 0
            for column, on in zip(self._columns, shown, strict=True)
        ]
        self._narrow(widths, sum(widths) - width - 1)
        flexible = [place for place, column in enumerate(self._columns) if shown[place] and not column.width]
        each, left = divmod(max(0, width - sum(widths)), len(flexible)) if flexible else (0, 0)
        for number, place in enumerate(flexible):
            widths[place] = each + (number < left)
        return widths

    def _narrow(self, widths: list[int], too_wide: int) -> None:
        """Where the columns are too wide together, the last ones give room first, and those that are whole at last."""
        last_first = range(len(widths) - 1, -1, -1)
        for place in sorted(last_first, key=lambda place: self._columns[place].whole):
            given = max(0, min(too_wide, widths[place]))
            widths[place] -= given
            too_wide -= given

    def wraps_in(self, width: int) -> bool:
        """Whether a row may take more than one line in a list of this width."""
        return 0 < self._wraps_from <= width

    def titles(self, width: int) -> list[tuple[str, Tone]]:
        """The quiet headings as they are painted at this width."""
        return self._in_columns([(column.title, "quiet") for column in self._columns], width)

    def fitted(self, line: Line, width: int) -> list[list[tuple[str, Tone]]]:
        """The cells of a row as they are painted at this width, each with its tone; of each line that it takes."""
        cells = [(cell.text, cell.tone) for cell in line.cells]
        further: list[list[tuple[str, Tone]]] = []
        for place, (column, size) in enumerate(zip(self._columns, self.widths(width), strict=True)):
            if 0 < column.wraps_from <= width and size > 1 and cell_len(cells[place][0]) >= size:
                text, tone = cells[place]
                cells[place] = ("", tone)  # a sentence is not broken over two places
                room = sum(self.widths(width)[column.goes_on_under :]) - 1
                lines = wrapped(text, room)
                whole, last = lines[: MOST_FURTHER - 1], " ".join(lines[MOST_FURTHER - 1 :])
                further += [
                    self._under(column, _fitted(said, room, ""), tone, width) for said in (*whole, last) if said
                ]
        return [self._in_columns(cells, width), *further]

    def _under(self, column: Column, said: str, tone: Tone, width: int) -> list[tuple[str, Tone]]:
        """A line on which only this column goes on."""
        cells = self._in_columns([("", "plain")] * len(self._columns), width)
        after = len(cells) - column.goes_on_under - 1
        return [*cells[: column.goes_on_under], (said, tone), *[HIDDEN] * after]

    def opening(self, line: Line, width: int) -> list[int]:
        """The places of the cells of a row that open something, of those that are shown."""
        shown = self.widths(width)
        return [place for place, cell in enumerate(line.cells) if cell.opens and shown[place]]

    def place_at(self, x: int, width: int) -> int | None:
        """In which column a cell of the screen lies."""
        ends = accumulate(self.widths(width))
        return next((place for place, end in enumerate(ends) if x < end), None)

    def _in_columns(self, texts: Sequence[tuple[str, Tone]], width: int) -> list[tuple[str, Tone]]:
        return [
            (_fitted(text, size - column.space, column.align) + " " * (column.space - 1), tone) if size else HIDDEN
            for (text, tone), column, size in zip(texts, self._columns, self.widths(width), strict=True)
        ]


class Over(NamedTuple):
    """What is laid over a row: the style of the cursor, and which of its cells is the one that Enter opens."""

    style: Style
    place: int | None = None
    cell: Style = Style()


def row_strip(
    cells: Sequence[tuple[str, Tone]],
    width: int,
    style_of: Callable[[Tone], Style],
    over: Over | None,
    mark: str,
    found: FoundIn | None = None,
) -> Strip:
    """A row in exactly this many cells. `over` is the cursor, `mark` the end of a marked row, `found` what is found.

    Cells that look alike become one piece: each is styled, parted and written to the terminal whenever it is painted.
    """
    segments: list[Segment] = []
    for place, (text, tone) in enumerate(_with_room(cells, width, cell_len(f" {mark}")) if mark else cells):
        if text:
            style = style_of(tone)
            if over is not None:
                style += over.style
            chosen = over is not None and over.place == place
            cell = Segment(text, style + over.cell if chosen and over else style)
            segments += marked([cell], found.finds) if found is not None and found.place == place else [cell]
            segments.append(Segment(" ", style))
    base = style_of("plain")
    ground = base if over is None else base + over.style
    strip = Strip(segments).adjust_cell_length(width, ground).simplify()
    if not mark:
        return strip
    end = Segment(f" {mark}", style_of("strong") + (over.style if over is not None else base))
    return Strip([*strip.adjust_cell_length(width - cell_len(end.text), ground), end])


def _with_room(cells: Sequence[tuple[str, Tone]], width: int, room: int) -> Sequence[tuple[str, Tone]]:
    """The cells of a row with blanks at its end, where a mark goes: for want of them the widest cell is narrower."""
    line = "".join(f"{text} " for text, _ in cells if text)
    over = cell_len(line.rstrip()) + room - width
    if over <= 0 or not cells:
        return cells
    widest = max(range(len(cells)), key=lambda place: cell_len(cells[place][0]))
    text, tone = cells[widest]
    shorter = cell_len(text) - over
    kept = _fitted(text.strip(), shorter, "right" if text.startswith(" ") else "left")
    return [(kept, tone) if place == widest else one for place, one in enumerate(cells)]


def empty_strip(sentence: str, y: int, width: int, style_of: Callable[[Tone], Style]) -> Strip:
    """One line of the sentence that an empty list says."""
    lines = wrapped(sentence, max(1, width - 1))
    text = lines[y] if y < len(lines) else ""
    return Strip([Segment(f" {text}", style_of("quiet"))]).adjust_cell_length(width, style_of("plain"))


def cut(text: str, width: int) -> str:
    """The text with the mark that it goes on, in no more than this many cells."""
    return set_cell_size(text, min(cell_len(text), width - 1)) + ELLIPSIS


def _fitted(text: str, width: int, align: str) -> str:
    """The text in exactly this many cells; what is cut off is marked."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return cut(text, width)
    return " " * (width - length) + text if align == "right" else text + " " * (width - length)

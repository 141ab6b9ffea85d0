"""Where one is in a list of rows: which row, and which of its cells. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_tui.ui.widgets.rows import Columns, Line


class ListCursor:
    """The rows, the place of the cursor among them, and the column of the cell that Enter opens, None for the row."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.lines: tuple[Line, ...] = ()
        self.place = 0
        self.cell: int | None = None
        self._places: dict[str, int] = {}

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, None in an empty list."""
        return self.lines[self.place].key if self.lines else None

    def put(self, lines: Sequence[Line], *, in_sight: range, to_the_first: bool) -> None:
        """Have these rows. The cursor stays on its row; where that has gone, on the first about the same among the
        places in sight, else on its place; `to_the_first` puts it on the first row then.
        """
        key, whom = self.key, self.lines[self.place].whom if self.lines else ""
        self.lines = tuple(lines)
        self._places = {line.key: place for place, line in enumerate(self.lines)}
        self.place = self._places.get(key or "", 0) if to_the_first else self._place_of(key or "", whom, in_sight)
        self._keep_cell()

    def _place_of(self, key: str, whom: str, in_sight: range) -> int:
        if key in self._places:
            return self._places[key]
        seen = range(in_sight.start, min(in_sight.stop, len(self.lines)))
        others = (place for place in seen if whom and self.lines[place].whom == whom)
        return next(others, min(self.place, max(0, len(self.lines) - 1)))

    def place_with(self, key: str) -> int | None:
        """Where the row with this key stands."""
        return self._places.get(key)

    def move_to(self, place: int) -> bool:
        """Go to a row, or as far as there are rows; True where that is another one."""
        before = self.place
        self.place = max(0, min(place, len(self.lines) - 1))
        if before != self.place:
            self._keep_cell()
        return before != self.place

    def step_cell(self, by: int, width: int) -> None:
        """To the next cell that opens something, or the one before; before the first one is the row itself."""
        stops: list[int | None] = [None]
        if self.lines:
            stops += self._columns.opening(self.lines[self.place], width)
        at = stops.index(self.cell) if self.cell in stops else 0
        self.cell = stops[max(0, min(at + by, len(stops) - 1))]

    def choose(self, cell: int | None) -> None:
        """The cell in this column, where it opens something."""
        self.cell = cell if self.opens(cell) else None

    def opens(self, cell: int | None) -> str:
        """What the cell in this column of the row at the cursor opens; empty for the row itself."""
        return self.lines[self.place].cells[cell].opens if cell is not None else ""

    def _keep_cell(self) -> None:
        """The cell stays in its column, where that of the other row opens something too."""
        if self.cell is not None and not (self.lines and self.opens(self.cell)):
            self.cell = None

"""The rows of a pane, and which of them it shows: those that hold what was typed, and those that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oversight_tui.ui.present.rows import text_of
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.words.text import folded

READING = "Reading the store: what stands here is not known yet."
NO_MATCH = "No match for '{}'. Esc clears the filter."
NONE_KEPT = "No row is here: {}. Esc shows all."


class NarrowedRows:
    """All rows, the filter that was typed, and what else was asked for: `keep`, which `kept_as` says in words.

    Until they `are_read` for the first time `unread` is said, and never that there are none.
    """

    def __init__(self, when_empty: str) -> None:
        self.when_empty = when_empty
        self.unread, self.are_read = READING, False
        self.needle = ""
        self.keep: Callable[[Line], bool] | None = None
        self.kept_as = ""
        self.all: tuple[Line, ...] = ()
        self.all_counted = 0
        self._texts: dict[str, str] = {}

    def put(self, rows: Sequence[Line]) -> None:
        """Have these rows."""
        self.are_read = True
        self.all = tuple(rows)
        self.all_counted = counted(self.all)
        self._texts = {}

    def shown(self) -> tuple[Line, ...]:
        """Those that are let through."""
        rows = self.all if self.keep is None else tuple(row for row in self.all if self.keep(row))
        if not self.needle:
            return rows
        wanted = folded(self.needle)
        return tuple(row for row in rows if wanted in self._text(row))

    def _text(self, row: Line) -> str:
        """What a filter looks through, made of each row once for all that is typed."""
        if row.key not in self._texts:
            self._texts[row.key] = text_of(row, folded)
        return self._texts[row.key]

    @property
    def said_of_none(self) -> str:
        """What is said where no row is shown."""
        if not self.are_read:
            return self.unread
        if self.needle:
            return NO_MATCH.format(self.needle)
        return self.when_empty if self.keep is None else NONE_KEPT.format(self.kept_as)

    @property
    def words(self) -> str:
        """What narrows them, for the title."""
        said = (self.kept_as, f"/{self.needle}" if self.needle else "")
        return "".join(f" · {words}" for words in said if words)


def counted(lines: Sequence[Line]) -> int:
    """How many rows a title counts."""
    return sum(line.counted for line in lines)

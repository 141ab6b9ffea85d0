"""A pane of the board: a list with a title that counts its rows, a filter, and what is to be said when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content

from oversight_tui.ui.present.rows import text_of
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column, Line
from oversight_tui.words.text import folded


class Pane(LineList):
    """One of the five lists. `number` is the digit that leads to it."""

    DEFAULT_CSS = """
    Pane { border: round $border-blurred; border-title-color: $foreground; border-title-style: bold; }
    Pane:focus { border: round $border; }
    """
    EMPTY_FILTER: ClassVar[str] = "No match for '{}'. Esc clears the filter."

    def __init__(self, number: int, title: str, columns: Sequence[Column], empty: str, *, id: str) -> None:
        super().__init__(columns, empty=empty, id=id)
        self.number, self.title_words, self.when_empty = number, title, empty
        self.needle = ""
        self.keep: Callable[[Line], bool] | None = None
        self.kept_as = ""
        self._all: tuple[Line, ...] = ()
        self._all_counted = self.counted = 0  # how many rows are counted, and how many of those shown
        self._texts = _Texts()
        self._headed = ""

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Show these rows, as far as filter and view let them through."""
        self._all = tuple(rows)
        self._texts = _Texts()
        self._all_counted = _counted(self._all)
        self._show()

    def filter(self, needle: str) -> None:
        """Show only rows that hold what was typed."""
        self.needle = needle
        self._show(from_the_top=True)

    def view(self, keep: Callable[[Line], bool] | None, words: str) -> None:
        """Show only rows that `keep` lets through; `words` say in the title which."""
        another = words != self.kept_as
        self.keep, self.kept_as = keep, words
        self._show(from_the_top=another)

    @property
    def heading(self) -> str:
        """The title with its number and count, and what narrows the list."""
        every = len(self.lines) == len(self._all)
        counted = f"{self._all_counted}" if every else f"{self.counted} of {self._all_counted}"
        narrowed = "".join(f" · {words}" for words in (self.kept_as, f"/{self.needle}" if self.needle else "") if words)
        return f"{self.number} {self.title_words} {counted}{narrowed}"

    def _show(self, *, from_the_top: bool = False) -> None:
        rows = self._all if self.keep is None else tuple(row for row in self._all if self.keep(row))
        if self.needle:
            rows = self._texts.matching(rows, self.needle)
            empty = self.EMPTY_FILTER.format(self.needle)
        elif self.keep is not None:
            empty = f"No row is here: {self.kept_as}. Esc shows all."
        else:
            empty = self.when_empty
        self.counted = self._all_counted if rows is self._all else _counted(rows)
        self.show(rows, empty=empty, from_the_top=from_the_top)
        if self.heading != self._headed:
            self._headed = self.heading
            self.border_title = Content(self._headed)


def _counted(lines: Sequence[Line]) -> int:
    return sum(line.counted for line in lines)


class _Texts:
    """What a filter looks through, made of each row once for all that is typed."""

    def __init__(self) -> None:
        self._by_key: dict[str, str] = {}

    def matching(self, rows: Sequence[Line], needle: str) -> tuple[Line, ...]:
        """The rows that hold what was typed."""
        wanted = folded(needle)
        return tuple(row for row in rows if wanted in self._of(row))

    def _of(self, row: Line) -> str:
        if row.key not in self._by_key:
            self._by_key[row.key] = text_of(row, folded)
        return self._by_key[row.key]

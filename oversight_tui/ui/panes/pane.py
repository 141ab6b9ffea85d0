"""A pane of the board: a list with a title that counts its rows, a filter, and what is to be said when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from oversight_tui.ui.panes.narrowed_rows import NarrowedRows, counted
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column, Line, empty_strip

READING = "Reading the store: what stands here is not known yet."


class Pane(LineList):
    """One of the five lists. `number` is the digit that leads to it, `folded` what is said of none on its only line.

    Until its rows were read for the first time it says that, and never that there are none.
    """

    DEFAULT_CSS = """
    Pane { border: round $border-blurred; border-title-color: $foreground; border-title-style: bold; }
    Pane { border-subtitle-color: $text-muted; }
    Pane:focus { border: round $border; }
    Pane.-behind:focus { border: round $border-blurred; }
    """

    def __init__(
        self, number: int, title: str, columns: Sequence[Column], empty: str, *, id: str, folded: str = ""
    ) -> None:
        super().__init__(columns, empty=READING, id=id)
        self.number = number
        self.title_words = title
        self.folded = folded
        self.besides = ""
        self.rows = NarrowedRows(READING)
        self._empty, self._is_read = empty, False
        self.counted = 0  # how many of the rows shown are counted
        self._headed = ""
        self._needs = 1

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Show these rows, as far as filter and view let them through."""
        self.rows.put(rows)
        self.rows.when_empty, self._is_read = self._empty, True
        self.set_class(not rows and bool(self.folded), "-folded")
        self._show()

    def say_unread(self, says: str) -> None:
        """Say why nothing stands here, where its rows were never read."""
        if not self._is_read:
            self.rows.when_empty = says
            self._show()

    def filter(self, needle: str) -> None:
        """Show only rows that hold what was typed."""
        self.rows.needle = needle
        self._show(from_the_top=True)

    def view(self, keep: Callable[[Line], bool] | None, words: str) -> None:
        """Show only rows that `keep` lets through; `words` say in the title which."""
        another = words != self.rows.kept_as
        self.rows.keep, self.rows.kept_as = keep, words
        self._show(from_the_top=another)

    @property
    def narrowed(self) -> bool:
        """Whether rows are kept from sight."""
        return bool(self.rows.needle) or self.rows.keep is not None

    @property
    def heading(self) -> str:
        """The title with its number and count, what they are, and what narrows the list."""
        every = len(self.lines) == len(self.rows.all)
        return f"{self.number} {self.title_words} {self._number}{self.besides if every else ''}{self.rows.words}"

    @property
    def brief_heading(self) -> str:
        """The same without what they are."""
        return f"{self.number} {self.title_words} {self._number}{self.rows.words}"

    @property
    def _number(self) -> str:
        if not self._is_read:
            return ""
        shown, every = self.counted, self.rows.all_counted
        return f"{every}" if len(self.lines) == len(self.rows.all) else f"{shown} of {every}"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it has rows, also while a filter hides some: nothing moves while one types."""
        return self._needs

    def render_line(self, y: int) -> Strip:
        """One line; of a pane that is folded its name and that it holds nothing."""
        if self.lines or not self.folded or not self._is_read or self.size.height > 1:
            return super().render_line(y)
        said = empty_strip(f"{self.number} {self.title_words}: {self.folded}", y, self.size.width, self.looks.of)
        return said.apply_style(self.looks.of("cursor")) if self.has_focus else said

    def _show(self, *, from_the_top: bool = False) -> None:
        rows = self.rows.shown()
        self.counted = counted(rows)
        self.show(rows, empty=self.rows.said_of_none, from_the_top=from_the_top)
        if self.heading != self._headed:
            self._headed = self.heading
            self.border_title = Content(self._headed)
        needs = len(self.rows.all) + (self.columns.has_titles and bool(self.rows.all)) or 1
        if needs != self._needs:
            self._needs = needs
            if self.styles.is_auto_height:
                self.refresh(layout=True)

"""What narrows a list to the rows that hold what is typed; Esc takes that away first, then leads back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from oversight_tui.ui.present.rows import text_of
from oversight_tui.ui.screens.find_line import FindLine
from oversight_tui.words.text import folded

if TYPE_CHECKING:
    from oversight_tui.ui.screens.acting import ActingScreen, Handlers
    from oversight_tui.ui.widgets.rows import Line


class ListFilter:
    """Of one list; where that has no key for it, all of its rows are shown. `show` shows the rows anew."""

    def __init__(self, screen: ActingScreen, show: Callable[[], None]) -> None:
        self._screen, self._show = screen, show

    def line(self) -> Iterator[FindLine]:
        """The line that it is typed into."""
        if self._finds:
            yield FindLine(self._show, lambda: self._screen.query_one("#list").focus())

    def narrowed(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Those of the rows that hold what is typed."""
        wanted = self.wanted
        return [line for line in lines if wanted in text_of(line, folded)] if wanted else lines

    @property
    def wanted(self) -> str:
        """What is typed, folded; empty for all rows."""
        return folded(self._typed.text) if self._finds else ""

    def handlers(self) -> Handlers:
        """What opens it, and takes it away before it leads back."""
        return {"list_find": self._typed.open, "list_back": self._back} if self._finds else {}

    def _back(self) -> None:
        if self.wanted:
            self._typed.clear()
        else:
            self._screen.dismiss()

    @property
    def _finds(self) -> bool:
        return any(action.id == "list_find" for action in self._screen.program.keymap.of(self._screen.place))

    @property
    def _typed(self) -> FindLine:
        return self._screen.query_one(FindLine)

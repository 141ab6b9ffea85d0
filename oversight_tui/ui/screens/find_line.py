"""The line under a list that a filter is typed into."""

from __future__ import annotations

from collections.abc import Callable

from oversight_tui.ui.widgets.typed_line import TypedLine


class FindLine(TypedLine):
    """Enter goes on in what was found, Esc clears it. `narrow` shows it; `go_back` gives the list the focus."""

    DEFAULT_CSS = """
    FindLine { display: none; background: $field; }
    FindLine.-open { display: block; }
    """

    def __init__(self, narrow: Callable[[], None], go_back: Callable[[], object]) -> None:
        super().__init__("/", id="find")
        self._narrow, self._go_back = narrow, go_back

    def open(self) -> None:
        """Go on with what is typed."""
        self.add_class("-open")
        self.focus()

    def clear(self) -> None:
        """All rows again."""
        self.put("")
        self.remove_class("-open")
        self._go_back()
        self._narrow()

    def on_typed_line_changed(self) -> None:
        """Each letter narrows the list."""
        self._narrow()

    def on_typed_line_accepted(self) -> None:
        """Enter."""
        self._go_back()

    def on_typed_line_left(self) -> None:
        """Esc."""
        self.clear()

"""The line that a filter is typed into; the pane that was shown last narrows while one types."""

from __future__ import annotations

from oversight_tui.ui.panes.board_panes import BoardPanes
from oversight_tui.ui.widgets.typed_line import TypedLine


class FilterLine(TypedLine):
    """Enter keeps the filter, Esc clears it; either goes back to the list."""

    def __init__(self, panes: BoardPanes, *, id: str) -> None:
        super().__init__("/", id=id)
        self._panes = panes

    def open(self) -> None:
        """Go on with the filter there is."""
        self.put(self._panes.here.rows.needle)
        self.add_class("-open")
        self.focus()

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """The list narrows while one types."""
        self._panes.filter(self._panes.here, event.text)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter keeps the filter."""
        self._close(self._panes.here.rows.needle)

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc clears the filter."""
        self._close("")

    def _close(self, needle: str) -> None:
        self.remove_class("-open")
        self._panes.here.focus()
        self._panes.filter(self._panes.here, needle)

"""The rows of a list over the board that the store is asked for again whenever something was recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form
    from oversight_tui.ui.screens.listing import ListingScreen


class RowsToCome:
    """Keys that are typed behind a form that was saved wait until the rows are those of after it."""

    def __init__(self, screen: ListingScreen) -> None:
        self._screen = screen
        self._here_at_last: Callable[[], None] | None = None

    def open(self, form: Form) -> None:
        """Open a form about a row."""
        self._screen.program.open(form, self._left)

    def came(self) -> None:
        """They are there."""
        self._screen.show()
        if self._here_at_last is not None:
            self._here_at_last()
            self._here_at_last = None

    def _left(self, says: str | None) -> None:
        if says is not None:
            self._here_at_last = self._screen.program.key_queue.hold()

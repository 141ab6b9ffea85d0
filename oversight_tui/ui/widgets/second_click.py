"""Whether a click is the second of two on one widget, wherever what was clicked is by then."""

from __future__ import annotations

from textual import events
from textual.app import App


class SecondClick:
    """Textual counts clicks on one place of the screen, also where the first was on what lay over the widget."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def is_it(self, event: events.Click, app: App[object]) -> bool:
        """Whether it is; asked of every click on the widget."""
        before, self._last = self._last, event.time
        return event.chain > 1 and event.time - before <= app.CLICK_CHAIN_TIME_THRESHOLD

"""Whether a button of the mouse is down: what is under the pointer then stays there until the click has arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from textual import events


class Pointer:
    """Knows whether a button is down. What would move things asks first, and is told once it is up."""

    def __init__(self) -> None:
        self.is_down = False
        self._waiting: list[Callable[[], object]] = []

    @contextmanager
    def followed(self, event: events.Event) -> Iterator[None]:
        """Around what is done with an event: down before anything comes of that, up once the click is on its way."""
        if isinstance(event, events.MouseDown):
            self.is_down = True
        yield
        # A terminal that loses the release must not hold anything for good: the next key ends it too.
        if isinstance(event, events.MouseUp | events.Key):
            self._is_up()

    def when_up(self, then: Callable[[], object]) -> None:
        """Do this once it is up."""
        self._waiting.append(then)

    def _is_up(self) -> None:
        self.is_down = False
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

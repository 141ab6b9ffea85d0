"""How long nobody has touched key or mouse. Knows nothing of what is done about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from oversight_tui import clock

Seconds = Callable[[], float]


def _wall() -> float:
    return clock.now().timestamp()


class Idle:
    """Time since the last touch, by the clock that says the most.

    Two clocks, since neither is enough: the steady one stands still while a laptop sleeps, the wall clock can be set
    back.
    """

    def __init__(self, clocks: Sequence[Seconds] = (time.monotonic, _wall)) -> None:
        self._clocks = tuple(clocks)
        self._since = [clock() for clock in self._clocks]

    def touched(self) -> None:
        """Somebody is here: the time begins anew."""
        self._since = [clock() for clock in self._clocks]

    @property
    def seconds(self) -> float:
        """How long nobody has been here."""
        return max(clock() - since for clock, since in zip(self._clocks, self._since, strict=True))

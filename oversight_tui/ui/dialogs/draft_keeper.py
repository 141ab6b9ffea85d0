"""What stands in a form, kept soon after each key and tried again where the store could not take it."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

DRAFT_AFTER_SECONDS = 0.2
DRAFT_AGAIN_AFTER_SECONDS = 2.0


class DraftKeeper:
    """Calls `keep` a moment after it was told to; `unkept` says that the last draft could not be kept."""

    def __init__(self, form: MessagePump, keep: Callable[[], None]) -> None:
        self._form, self._keep = form, keep
        self._timer: Timer | None = None
        self.unkept = False

    def soon(self) -> None:
        """Something was typed; while one types on and on it is kept all the same."""
        self._after(DRAFT_AFTER_SECONDS)

    def again(self) -> None:
        """It could not be kept."""
        self._after(DRAFT_AGAIN_AFTER_SECONDS)

    def now(self) -> None:
        """It is being kept now, and not later."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _after(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self._form.set_timer(seconds, self._keep)

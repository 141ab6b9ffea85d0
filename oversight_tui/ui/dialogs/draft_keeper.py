"""What stands in a form, kept soon after each key and tried again where the store could not take it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from oversight_tui.ui.dialogs.saved_form import SavedForm

DRAFT_AFTER_SECONDS = 0.2
DRAFT_AGAIN_AFTER_SECONDS = 2.0


class DraftKeeper:
    """Keeps the draft of a form, unless it `is_going`; `unkept` says that the last one could not be kept."""

    def __init__(self, form: SavedForm, clock: MessagePump, is_going: Callable[[], bool]) -> None:
        self._form = form
        self._clock = clock
        self._is_going = is_going
        self._timer: Timer | None = None
        self.unkept = False

    def soon(self) -> None:
        """Something was typed; while one types on and on it is kept all the same."""
        self._after(DRAFT_AFTER_SECONDS, self.keep)

    def keep(self) -> None:
        """Keep what was typed, where anything was; an emptied form is forgotten."""
        form = self._form
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not form.sheet.stands:
            return  # it does not stand yet, or is going: a field that is not there was not emptied
        typed = form.typed()
        if not self._is_going():
            form.program.drafts.keep(form.draft_key, typed if form.written(typed) else None)

    def say_unkept(self, says: str) -> None:
        """It could not be kept, which is tried again and said meanwhile; empty once it could."""
        self.unkept = bool(says)
        if not self._is_going():
            self._form.say(says, wrong=bool(says))
            if says:
                self._after(DRAFT_AGAIN_AFTER_SECONDS, self.keep)

    def _after(self, seconds: float, keep: Callable[[], None]) -> None:
        if self._timer is None:
            self._timer = self._clock.set_timer(seconds, keep)

"""Locking the screen: on a key, or when nobody has touched anything for the minutes of the settings.

On locking, what is being typed is kept as a draft, the store's connections are closed and its key is dropped, and one
screen covers everything until the passphrase is given. What Python cannot promise: copies of the key and of the
passphrase may lie in the process's memory until they are written over. The board, the open forms and the text in them
stay in memory on purpose, so that one goes on where one was: they are covered, not erased, and so is what was copied
to the clipboard. A lock keeps out whoever sits down at the screen, and not whoever can read this process's memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from oversight_tui.ui.idle import Idle
from oversight_tui.ui.keys_in_order import KeysInOrder
from oversight_tui.ui.leaving import Leaving
from oversight_tui.ui.messages import StillLocked, Unlocked
from oversight_tui.ui.present.reasons import NO_PASSPHRASE

if TYPE_CHECKING:
    from oversight_tui.ui.screens.lock import LockScreen
    from oversight_tui.ui.store_worker import StoreWorker

SECONDS_A_MINUTE = 60


class Locking(KeysInOrder, Leaving):
    """An application whose screen can be locked. What would open or close a screen meanwhile waits."""

    worker: StoreWorker

    def __init__(self, lock_minutes: int) -> None:
        super().__init__()
        self.idle = Idle()
        self._lock_after = lock_minutes * SECONDS_A_MINUTE
        self._cover: LockScreen | None = None
        self._waiting: list[Callable[[], object]] = []

    @property
    def locked(self) -> bool:
        """Whether the lock screen stands over everything."""
        return self._cover is not None

    @property
    def cannot_lock(self) -> str:
        """Why the screen cannot be locked; empty where it can."""
        return "" if self.worker.encrypted else NO_PASSPHRASE

    def flash(self, says: str) -> None:
        """Say something where the keys stand."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Whatever a person does begins the idle time anew; what comes after too long only locks."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            if self._left_alone():
                self.lock_now()
                return
            self.idle.touched()
        await super().on_event(event)

    def look(self) -> None:
        """Once a second: lock what was left alone, else look for what others have written."""
        if self.locked:
            return
        if self._left_alone():
            self.lock_now()
        else:
            self.worker.look_for_changes()

    def _left_alone(self) -> bool:
        able = self._lock_after and self.worker.encrypted and not self.locked
        return bool(able) and self.idle.seconds >= self._lock_after

    # --- Locking and unlocking --------------------------------------------------------------------

    def action_lock(self) -> None:
        """Lock, or say why it cannot be done."""
        if self.cannot_lock:
            self.say_here(self.cannot_lock)
        else:
            self.lock_now()

    def say_here(self, says: str) -> None:
        """Say something on the screen that is open, also where it has no line for such things."""
        if hasattr(self.on_top, "flash"):
            self.flash(says)
        else:
            self.notify(says, markup=False)

    def lock_now(self) -> None:
        """Keep what is being typed, cover everything, drop the key."""
        from oversight_tui.ui.screens.lock import LockScreen

        if self.locked:
            return
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None and screen.is_mounted:
                keep()
        cover = LockScreen(self.worker.store_name)
        self.clear_notifications()
        self.open(cover)
        self._cover = cover
        self.worker.lock()

    def on_still_locked(self, event: StillLocked) -> None:
        """What was typed does not open it."""
        if self._cover is not None:
            self._cover.say(event.says)
        self.let_keys_go()

    def on_unlocked(self, event: Unlocked) -> None:
        """The screens as they were, read again: others may have written, and the day may have turned."""
        if self._cover is None:
            return
        self._cover = None
        self.idle.touched()
        self.pop_screen()
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()
        self.worker.go_on()
        self.worker.reload()
        again = getattr(self.on_top, "read_again", None)
        if again is not None:
            again()
        self.screen.call_after_refresh(self.let_keys_go)

    # --- What waits while it is locked ------------------------------------------------------------

    def open(self, screen: Screen[Any], then: Callable[[Any], None] | None = None) -> None:
        """Open a screen; while it is locked, when it no longer is."""
        if self.locked:
            self._waiting.append(lambda: self.open(screen, then))
        else:
            super().open(screen, then)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top; while it is locked, when it no longer is: the lock screen stays on top."""
        if not self.locked:
            return super().pop_screen()
        self._waiting.append(self.pop_screen)
        return AwaitComplete()

"""Locking the screen: on a key, or when nobody has touched anything for the minutes of the settings.

On locking, what is being typed is kept as a draft, the store's connections are closed and its key is dropped, and one
screen covers everything until the passphrase is given. What Python cannot promise: copies of the key and of the
passphrase may lie in the process's memory until they are written over. The board, the open forms and the text in them
stay in memory on purpose, so that one goes on where one was: they are covered, not erased. What covers them where a
server lets the login in no more goes when it does again. What was copied stays in the
clipboard: the lock screen says so and clears it when asked, for it may be on its way into the case system. A lock keeps
out whoever sits down at the screen, and not whoever can read this process's memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.ui.idle import Idle

if TYPE_CHECKING:
    from oversight_tui.ui.screens.lock import LockScreen
    from oversight_tui.ui.screens.shut_out import ShutOutScreen
    from oversight_tui.ui.store.worker import StoreWorker

SECONDS_A_MINUTE = 60


class ScreenLock:
    """Whether the screen is locked, since when nobody has touched it, and what waits until it is unlocked.

    With `minutes` 0 it locks on a key only, and a store without a passphrase never.
    """

    def __init__(self, worker: StoreWorker, minutes: int) -> None:
        self._worker = worker
        self.lock_after(minutes)
        self.idle = Idle()
        self._asks: LockScreen | None = None
        self._tells: ShutOutScreen | None = None
        self._waiting: list[Callable[[], object]] = []

    def lock_after(self, minutes: int) -> None:
        """Lock after so many minutes from now on; 0 for never by itself."""
        self._after_seconds = minutes * SECONDS_A_MINUTE

    @property
    def locked(self) -> bool:
        """Whether the lock screen stands over everything, or that the login is not let in."""
        return self._asks is not None or self._tells is not None

    @property
    def shut_out(self) -> bool:
        """Whether what covers everything says that the server lets the login in no more."""
        return self._tells is not None

    @property
    def left_alone(self) -> bool:
        """Whether nobody has touched anything for so long that it is to be locked."""
        able = self._after_seconds and self._worker.encrypted and not self.locked
        return bool(able) and self.idle.seconds >= self._after_seconds

    def lock(self, open_cover: Callable[[LockScreen], None]) -> None:
        """Cover everything, drop the key."""
        from oversight_tui.ui.screens.lock import LockScreen

        cover = LockScreen(self._worker.store_name)
        open_cover(cover)
        self._asks = cover
        self._worker.lock()

    def shut_out_since(self, says: str, open_cover: Callable[[ShutOutScreen], None]) -> None:
        """Cover everything: the server lets the login in no more, as `says` tells. There is no key to drop."""
        from oversight_tui.ui.screens.shut_out import ShutOutScreen

        cover = ShutOutScreen(self._worker.store_name, says)
        open_cover(cover)
        self._tells = cover

    def refuse(self, says: str) -> None:
        """What was typed does not open it; `says` is why."""
        if self._asks is not None:
            self._asks.say(says)

    def unlock(self, close_cover: Callable[[], object]) -> bool:
        """Take the cover away and do what waited; False where nothing was locked."""
        if not self.locked:
            return False
        self._asks = self._tells = None
        self.idle.touched()
        close_cover()
        waiting = self._waiting
        self._waiting = []
        for each in waiting:
            each()
        self._worker.go_on()
        return True

    def postpones(self, work: Callable[[], object]) -> bool:
        """Whether this has to wait, since the lock screen stays on top; it is done on unlocking."""
        if self.locked:
            self._waiting.append(work)
        return self.locked

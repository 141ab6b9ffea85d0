"""Backups, today's or one that is asked for, made in a thread of their own while the board is open. Nothing waits for
them, and no key is slower.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import Noticed

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.config import Backups
    from oversight_tui.services.backups import Order
    from oversight_tui.ui.store.thread import StoreThread


class DailyBackup:
    """Makes it where there is none yet.

    Only the store's own thread reads or writes the store; this one knows no more than files and the key.
    """

    def __init__(self, store: Store, store_thread: StoreThread, limits: Backups) -> None:
        self._store = store
        self._store_thread = store_thread
        self.limits = limits
        self._thread: Thread | None = None
        self._begun = False
        self._is_awaited = False  # by somebody who asked for one
        self._said = ""

    def make_if_due(self) -> None:
        """Make it now, unless there is one of today."""
        self._begun = True
        self._store_thread.ask(self._look)

    def make_now(self) -> None:
        """Make one whenever the last one was made, and say so."""
        self._begun = True
        self._store_thread.ask(self._order)

    def finish(self) -> None:
        """Before the program is left: wait for one that is being made, or make it where none was begun.

        One that could not be made is not tried again here: the next start does, and says why it cannot be. The same
        where the store is locked, for then there is no key to make it with.
        """
        if not self._begun:
            self.make_if_due()
        self._store_thread.wait_until_answered()
        self.wait()

    def wait(self) -> None:
        """Wait for one that is being made."""
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        from oversight_tui.services.backups import order_if_due

        wanted = order_if_due(self._store)
        if wanted is not None:
            self._start(wanted)

    def _order(self) -> Noticed:
        from oversight_tui.services.backups import order

        self._is_awaited = True
        self._start(order(self._store))
        return Noticed("A backup is being made.")

    def _start(self, wanted: Order) -> None:
        """Make it, or where one is being made already leave it at that."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._make, args=(wanted,), name="backup")
            self._thread.start()

    def _make(self, wanted: Order) -> None:
        from oversight_tui.services import backups

        try:
            made = backups.make(wanted, self.limits)
        except Exception as problem:  # it is said, and keeps nobody from working
            says = backups.said_of(problem, wanted)
            if self._is_awaited or says != self._said:
                self._said = says
                self._store_thread.say(Noticed(says))
        else:
            if made is not None:
                self._store_thread.ask(lambda: backups.note(self._store, made))
            if self._is_awaited:
                says = (
                    f"Backup made and checked: {made.path.name}." if made is not None else "Nothing was recorded yet."
                )
                self._store_thread.say(Noticed(says))
        self._is_awaited = False

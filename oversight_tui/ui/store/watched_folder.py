"""Looks into the watched folder once the board is there, in a thread of its own that nobody waits for."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import Noticed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from db.engine import Store
    from oversight_tui.config import Config
    from oversight_tui.ui.store.lists import StoreLists
    from oversight_tui.ui.store.thread import StoreThread


class WatchedFolder:
    """Offers the newest list that waits there: says so, and has it first in the list of files."""

    def __init__(
        self, store: Store, store_thread: StoreThread, lists: StoreLists, today: Callable[[], date], config: Config
    ) -> None:
        self._store, self._store_thread, self._lists, self._today = store, store_thread, lists, today
        self._config = config
        self._thread: Thread | None = None

    def look(self) -> None:
        """Look, where a folder is watched. The store's thread says what was imported and goes on at once."""
        if self._config.watch_folder is not None:
            self._store_thread.ask(self._begin)

    def wait(self) -> None:
        """Wait for what was begun."""
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        from oversight_tui.services.importing.watched import digests

        imported = digests(self._store)
        self._thread = Thread(target=self._look, args=(imported,), name="watching", daemon=True)
        self._thread.start()

    def _look(self, imported: Collection[str]) -> None:
        from oversight_tui.services.importing.watched import WatchProblem, look_in_time, offer

        try:
            found = look_in_time(self._config, imported)
        except WatchProblem as problem:
            self._store_thread.say(Noticed(str(problem)))
            return
        self._lists.newest, self._lists.folder = found.new, self._lists.folder or found.folder
        key = self._store_thread.keymap.shown("import_lists")
        says = offer(found, self._today(), self._config.watch_days, key)
        if says is not None:
            self._store_thread.say(Noticed(says))

"""What begins once the first frame is painted, since it would keep the frame back, and goes on by the clock then."""

from __future__ import annotations

import gc
from collections.abc import Callable

from textual.app import App

from oversight_tui.ui.after_leaving import AfterLeaving
from oversight_tui.ui.store.worker import StoreWorker

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_BACKUP_LOOKS = 3600  # for a board that stays open over night
# A frame is painted long before; keys that open and close screens meanwhile must not keep the rest from beginning.
LATEST_BEGINNING_SECONDS = 1.0


class AfterFirstFrame:
    """The collector, drafts, what others have written, the day's backup. `look` is what is done again and again."""

    def __init__(self, app: App[AfterLeaving], worker: StoreWorker, look: Callable[[], None]) -> None:
        self._app = app
        self._worker = worker
        self._look = look
        self._begun = False

    def wait_for_it(self) -> None:
        """Everything is laid out: begin when it is painted too.

        Textual asks the screen on top to say when it is painted, and one that is closed again never does.
        """
        self._app.call_after_refresh(self._begin)
        self._app.set_timer(LATEST_BEGINNING_SECONDS, self._begin)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        gc.freeze()
        gc.enable()
        self._app.set_interval(SECONDS_BETWEEN_LOOKS, self._look)
        self._worker.typed.read_drafts()
        self._worker.read_changes(asked=False)
        self._worker.read_what_was_left()
        self._worker.watched_folder.look()
        self._worker.daily_backup.make_if_due()
        self._app.set_interval(SECONDS_BETWEEN_BACKUP_LOOKS, self._worker.daily_backup.make_if_due)

"""What was said and typed, searched in the store's thread while somebody types: of several questions the newest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.practice.hits import Hits
from oversight_tui.practice.ids import WorkerId

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreSearch:
    """A question that waits while a newer one is asked is dropped, and so is its answer."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._newest = 0

    def ask(self, text: str, answer_to: MessagePump, *, also_old: bool, own_files: Sequence[WorkerId] = ()) -> int:
        """Ask where this was said; returns the number that the answer will have, 0 where it is too short or too long.

        `own_files` are opened for it, and what stands there comes first. Whatever was asked before is dropped in any
        case.
        """
        from oversight_tui.services.search import can_be_searched, search, search_own_files

        self._newest += 1
        number = self._newest
        if not can_be_searched(text):
            return 0

        def look() -> Message | None:
            from oversight_tui.ui.page_messages import SearchLoaded

            if number != self._newest:
                return None
            scope = self._scope
            found = search(self._store, text, scope.teams, all_teams=scope.all_teams, also_old=also_old)
            if own_files:
                own = search_own_files(self._store, own_files, text)
                found = Hits(found.looked_for, (*own.hits, *found.hits), own.of + found.of)
            return SearchLoaded(number, found)

        self._thread.ask(look, answer_to)
        return number

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._newest += 1

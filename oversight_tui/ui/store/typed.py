"""What is being typed: drafts of forms, and the hints about words that nobody wants any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from oversight_tui.services.problems import SAID_PLAINLY

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.ui.draft_key import DraftKey
    from oversight_tui.ui.store.thread import StoreThread


class StoreTyped:
    """Keeps it in the store's thread, and reads what was kept."""

    def __init__(self, store: Store, thread: StoreThread) -> None:
        self._store = store
        self._thread = thread

    def keep_draft(self, key: DraftKey, typed: Mapping[str, str] | None) -> None:
        """Keep what stands in a form, or forget it."""

        def keep() -> Message | None:
            from oversight_tui.services import drafts
            from oversight_tui.ui.page_messages import DraftKept

            try:
                drafts.keep(self._store, key.text, typed)
            except SAID_PLAINLY as problem:
                if typed is None:
                    raise
                return DraftKept(key, str(problem))
            return DraftKept(key, None)

        self._thread.ask(keep)

    def dismiss_hint(self, word: str) -> None:
        """Remember that no more is to be said about this word."""

        def remember() -> None:
            from oversight_tui.services.wording import dismiss

            dismiss(self._store, word)

        self._thread.ask(remember)

    def read_drafts(self) -> None:
        """Read what was being typed when the program was last left, and the kinds of decision there are."""

        def read() -> Message:
            from oversight_tui.services import drafts
            from oversight_tui.ui.draft_key import read_keys
            from oversight_tui.ui.page_messages import DraftsLoaded

            return DraftsLoaded(read_keys(drafts.kept(self._store)))

        def kinds() -> Message:
            from oversight_tui.services.policy import policy_in_force
            from oversight_tui.services.wording import dismissed
            from oversight_tui.ui.page_messages import KindsLoaded

            with self._store.reading():
                policy = policy_in_force(self._store)
                return KindsLoaded(policy.decision_kinds, policy.audit_questions, dismissed(self._store))

        self._thread.ask(read)
        self._thread.ask(kinds)

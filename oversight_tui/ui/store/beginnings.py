"""What a first morning asks of the store: a team typed by hand, and whose board it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.by_hand import TypedTeam
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreBeginnings:
    """Brings a team into the store, in the store's thread; the answer goes to the screen that asked."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope

    def start_by_hand(self, typed: TypedTeam, answer_to: MessagePump) -> None:
        """Record a team as it was typed."""

        def record() -> Message:
            from oversight_tui.services.by_hand import start_by_hand
            from oversight_tui.ui.messages import Done

            says = start_by_hand(self._store, typed, self._scope.today())
            self._scope.follow_the_manager()
            return Done(says)

        self._thread.ask(record, answer_to)

    def ask_whose_unsaid(self) -> None:
        """Ask who the manager is, and which teams are theirs, where nobody has said so yet."""

        def read() -> Message | None:
            from oversight_tui.services.identity import team_choices, whose
            from oversight_tui.ui.page_messages import WhoseLoaded

            known = whose(self._store)
            return None if known.confirmed else WhoseLoaded(known, team_choices(self._store, self._scope.today()))

        self._thread.ask(read)

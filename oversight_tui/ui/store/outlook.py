"""Where teams go, worked out in the store's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from oversight_tui.practice.sight.what_if_asked import NamedWhatIf

if TYPE_CHECKING:
    from textual.message import Message

    from db.engine import Store
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread

_NOTHING = NamedWhatIf()


class StoreOutlook:
    """Of one team at a time: over a whole authority nobody waits for every worker's cycle."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope

    def read(self, team: str, answer_to: MessagePump, asked: NamedWhatIf = _NOTHING) -> None:
        """Work it out for a screen, or for the form in which it was asked; a refusal goes there too."""

        def read() -> Message:
            from oversight_tui.services.sight.outlook import load_outlooks, what_if_named
            from oversight_tui.ui.outlook_messages import OutlookRead

            what_if = what_if_named(self._store, asked)
            today = self._scope.today()
            # Months that are missing are worked out meanwhile, and this is then asked for again.
            return OutlookRead(load_outlooks(self._store, today, (team,), what_if=what_if, work_out=False))

        self._thread.ask(read, answer_to)

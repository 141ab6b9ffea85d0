"""Files that go out, made in the store's thread; what makes them is loaded there, when the first is asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.ui.messages import Done

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.outgoing import SendOut
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread

_USUAL = ("~/Documents", "~")


class StoreExports:
    """Writes what is asked for, and remembers the folder that was used last."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._folder = ""

    @property
    def folder(self) -> str:
        """The folder used last, as one types it; before that where documents usually are."""
        return self._folder or next((one for one in _USUAL if os.path.isdir(os.path.expanduser(one))), _USUAL[-1])

    def send_out(self, asked: SendOut, marking: str, answer_to: MessagePump) -> None:
        """Make a file; one that is there already is asked about first."""

        def make() -> Message:
            from oversight_tui.services.exporting.sending import Sending, send_out
            from oversight_tui.services.exporting.to_file import AlreadyThere, path_shown
            from oversight_tui.ui.page_messages import InTheWay

            scope = self._scope
            try:
                says = send_out(Sending(self._store, scope.today(), marking, scope.teams, scope.all_teams), asked)
            except AlreadyThere:
                return InTheWay(path_shown(asked.path), asked)
            self._folder = path_shown(asked.path.parent)
            return Done(says)

        self._thread.ask(make, answer_to)

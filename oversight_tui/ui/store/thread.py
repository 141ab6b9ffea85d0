"""The thread in which the screen's questions are put to the store, one after the other; and locking it.

Nothing waits for it: a key is never slower because the store is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.ui.store.answering import AnsweringThread, Question

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.ui.keymap import Keymap


class StoreThread:
    """One thread, in the order asked, answering with messages to whoever asked, or else to `answer_to`."""

    def __init__(self, store: Store, answer_to: MessagePump, keymap: Keymap) -> None:
        self._store = store
        self._answer_to = answer_to
        self.keymap = keymap
        self._thread = AnsweringThread(self._read_again, name="store")
        self.pool = self._thread.pool
        self.sentence_for = self._thread.sentence_for
        self._closed = False
        self._locked = False
        self._waiting: list[tuple[Question, MessagePump | None]] = []

    def ask(self, question: Question, answer_to: MessagePump | None = None) -> None:
        """Put a question; while the store is locked it waits."""
        if self._locked:
            self._waiting.append((question, answer_to))
        else:
            self.ask_at_once(question, answer_to)

    def ask_at_once(self, question: Question, answer_to: MessagePump | None = None) -> None:
        """Put a question also while the store is locked; none once it was closed."""
        if self._closed:
            return  # a timer of a screen that is being left
        self._thread.ask(question, answer_to or self._answer_to)

    def say(self, message: Message) -> None:
        """Tell the application something that nobody has asked for."""
        self._answer_to.post_message(message)

    def _read_again(self) -> str:
        return f"Nothing was saved; press {self.keymap.shown('reload')} to read the store again."

    def lock(self) -> None:
        """Drop the key when what was asked before is answered; what is asked from now on waits for `unlock`."""
        self._locked = True
        self.ask_at_once(self._store.lock)

    def unlock(self) -> None:
        """Answer what was asked while the store was locked."""
        self._locked = False
        waiting = self._waiting
        self._waiting = []
        for question, answer_to in waiting:
            self.ask(question, answer_to)

    def wait_until_answered(self) -> None:
        """Wait until everything that was asked until now is answered, but for what waits for the store's key."""
        if not self._closed:
            self.pool.submit(lambda: None).result()

    def close(self) -> None:
        """Let everything that was asked for be recorded, and take no more: what is asked later is not answered."""
        if not self._closed:
            self._closed = True
            self.pool.submit(self._store.leave_thread)
        self.pool.shutdown(wait=True)

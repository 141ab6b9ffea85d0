"""The thread in which the screen's questions are put to the store, one after the other; and locking it.

Nothing waits for it: a key is never slower because the store is.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.messages import Refused
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.ui.keymap import Keymap

Question = Callable[[], Message | None]


class StoreThread:
    """One thread, in the order asked, answering with messages to whoever asked, or else to `answer_to`."""

    def __init__(self, store: Store, answer_to: MessagePump, keymap: Keymap) -> None:
        self._store = store
        self._answer_to = answer_to
        self.keymap = keymap
        self.pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
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

        def run() -> None:
            try:
                answer = question()
            except Exception as problem:  # the screen says it; a thread that ended without a word would hide it
                field = problem.field if isinstance(problem, PlainProblem) else ""
                answer = Refused(self.sentence_for(problem), field)
            if answer is not None:
                (answer_to or self._answer_to).post_message(answer)

        self.pool.submit(run)

    def say(self, message: Message) -> None:
        """Tell the application something that nobody has asked for."""
        self._answer_to.post_message(message)

    def sentence_for(self, problem: BaseException) -> str:
        """The sentence of a problem that has one. Of any other only its kind: its text may hold what was typed."""
        if isinstance(problem, SAID_PLAINLY):
            return str(problem)
        reload = self.keymap.shown("reload")
        kind = type(problem).__name__
        return f"Something went wrong ({kind}). Nothing was saved; press {reload} to read the store again."

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

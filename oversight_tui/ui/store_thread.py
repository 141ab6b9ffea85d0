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

if TYPE_CHECKING:
    from db.engine import Store

Work = Callable[[], Message | None]


class StoreThread:
    """One thread, in the order asked, answering with messages to whoever asked."""

    def __init__(self, store: Store, answer_to: MessagePump) -> None:
        self._store = store
        self._answer_to = answer_to
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._closed = False
        self._locked = False
        self._waiting: list[tuple[Work, MessagePump | None]] = []

    @property
    def encrypted(self) -> bool:
        """Whether the store has a passphrase, and so can be locked."""
        return self._store.encrypted

    @property
    def store_name(self) -> str:
        """The name of the store's file, without its folder."""
        return self._store.path.name

    def lock(self) -> None:
        """Drop the key when what was asked before is answered; what is asked from now on waits for `go_on`."""
        self._locked = True
        self._ask(self._store.lock)

    def go_on(self) -> None:
        """Answer what was asked while the store was locked."""
        self._locked = False
        waiting, self._waiting = self._waiting, []
        for work, answer_to in waiting:
            self._do(work, answer_to)

    def wait(self) -> None:
        """Wait until everything asked so far is answered."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Let everything that was asked for be recorded, and take no more: what is asked later is not answered."""
        if not self._closed:
            self._closed = True
            self._thread.submit(self._store.leave_thread)
        self._thread.shutdown(wait=True)

    def _do(self, work: Work, answer_to: MessagePump | None = None) -> None:
        if self._locked:
            self._waiting.append((work, answer_to))
        else:
            self._ask(work, answer_to)

    def _ask(self, work: Work, answer_to: MessagePump | None = None) -> None:
        if self._closed:
            return  # a timer of a screen that is being left

        def run() -> None:
            try:
                answer = work()
            except Exception as problem:  # the screen says it; a thread that ended without a word would hide it
                answer = Refused(plainly(problem))
            if answer is not None:
                (answer_to or self._answer_to).post_message(answer)

        self._thread.submit(run)

    def _say(self, message: Message) -> None:
        self._answer_to.post_message(message)


def plainly(problem: BaseException) -> str:
    """The sentence of a problem that has one. Of any other only its kind: its text may hold what was typed."""
    if isinstance(problem, SAID_PLAINLY):
        return str(problem)
    return f"Something went wrong ({type(problem).__name__}). Nothing was saved; press r to read the store again."

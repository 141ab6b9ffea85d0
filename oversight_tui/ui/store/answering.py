"""A thread that answers a screen's questions with messages, in their order, and what goes wrong with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.services.problems import SAID_PLAINLY, ConnectionLost
from oversight_tui.ui.messages import Refused
from oversight_tui.words.problems import PlainProblem

Question = Callable[[], Message | None]


class AnsweringThread:
    """Of a problem that has no sentence only its kind is said, and `then`: its text may hold what was typed."""

    def __init__(self, then: Callable[[], str], *, name: str) -> None:
        self._then = then
        self.pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def ask(self, question: Question, answer_to: MessagePump) -> None:
        """Put a question; it is answered after those that were put before."""

        def run() -> None:
            try:
                answer = question()
            except Exception as problem:  # the screen says it; a thread that ended without a word would hide it
                plain = problem if isinstance(problem, PlainProblem) else PlainProblem()
                away = isinstance(problem, ConnectionLost)
                answer = Refused(self.sentence_for(problem), plain.field, plain.names, away)
            if answer is not None:
                answer_to.post_message(answer)

        self.pool.submit(run)

    def sentence_for(self, problem: BaseException) -> str:
        """The sentence of a problem that has one."""
        if isinstance(problem, SAID_PLAINLY):
            return str(problem)
        return f"Something went wrong ({type(problem).__name__}). {self._then()}"

"""What is asked before it is recorded, because nobody may have meant it."""

from __future__ import annotations

from oversight_tui.practice.requests import Request
from oversight_tui.services.record.checks import RecordProblem


class AsksFirst(RecordProblem):
    """Nothing was recorded, and a yes records it: `agreed` is then what is asked for. `question` says what y does."""

    def __init__(self, says: str, question: str, agreed: Request) -> None:
        super().__init__(says)
        self.question, self.agreed = question, agreed

"""What is asked before it is recorded, because nobody may have meant it."""

from __future__ import annotations

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Request
from oversight_tui.services.record.checks import RecordProblem


class AsksFirst(RecordProblem):
    """Nothing was recorded, and a yes records it: `agreed` is then what is asked for, by somebody who knows what was
    recorded up to the entry `known`, where that is what was told. `question` says what y does.
    """

    def __init__(self, says: str, question: str, agreed: Request, known: EntryId | None = None) -> None:
        super().__init__(says)
        self.question, self.agreed, self.known = question, agreed, known

"""What a form asks once more before it saves: y says yes, and never the key that began it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.words.meant_days import question_about


class Question:
    """A question that stands, with what is recorded on yes; none stands in the beginning."""

    def __init__(self) -> None:
        self.request: Request | None = None
        self._field = ""

    def put(self, request: Request, field: str) -> None:
        """It is asked; `field` is where the words are put right if the answer is no."""
        self.request, self._field = request, field

    def taken_back(self) -> str:
        """No: nothing is asked any more. The field to go back to."""
        self.request = None
        return self._field


def doubtful_day(fields: Iterable[Field], typed: Mapping[str, str], today: date) -> tuple[str, str]:
    """(field, question) of the first day among these fields that may not be meant; empty where each is plain.

    What stood in a field from the beginning was put there by the program and is not asked about.
    """
    for field in fields:
        if field.day is not None and typed[field.id].strip() != field.value:
            question = question_about(typed[field.id], today, field.day)
            if question:
                return field.id, question
    return "", ""

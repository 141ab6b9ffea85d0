"""What a form asks once more before it saves: y says yes, and never the key that began it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from textual import events
from textual.screen import Screen

from oversight_tui.practice.requests import Request
from oversight_tui.ui.dialogs.field import Field, FieldInput
from oversight_tui.words.meant_days import doubt_about, question_about


class Question:
    """Asks in the place of a form's fields, which have no focus meanwhile. `stands` while it waits for an answer."""

    def __init__(self, form: Screen[str | None]) -> None:
        self._form = form
        self._request: Request | None = None
        self._field = ""
        self._refused = ""

    @property
    def stands(self) -> bool:
        """Whether it waits for an answer."""
        return self._request is not None

    def ask(self, request: Request, field: str, words: str) -> str:
        """It waits for its answer; `field` is where the words are put right if that is no, the first where empty.

        Returns the question, with what the keys do.
        """
        self._request, self._field = request, field or self._form.query(FieldInput).first().field.id
        self._form.set_focus(None)
        return f"{words} Any other key goes back to the words."

    def refused(self, says: str, field: str) -> None:
        """It could not be recorded: back to the words, in the field where that is put right where one is named; there
        this is said in the place of its hint.
        """
        if self.stands:
            self._refused = says
            self.take_back()
        found = self._form.query(f"#{field}").results(FieldInput) if field else ()
        field_input = next(iter(found), None)
        if field_input is not None and not field_input.has_focus:
            self._refused = says
            field_input.focus()
            field_input.scroll_visible()

    def said_in_place_of_a_hint(self) -> str:
        """Why it was refused, once, in the field that is gone back to; empty where it was not."""
        says, self._refused = self._refused, ""
        return says

    def answered(self, event: events.Key) -> Request | None:
        """What is recorded on y; any other key but Esc, which is the form's, goes back to the words."""
        if self._request is None or event.key == "escape":
            return None
        event.stop()
        event.prevent_default()
        if event.character == "y":
            return self._request
        self.take_back()
        return None

    def take_back(self) -> None:
        """Nothing is asked any more: back to the words, which stand as they were."""
        self._request = None
        field_input = self._form.query_one(f"#{self._field}", FieldInput)
        field_input.focus()
        field_input.scroll_visible()


def doubtful_days(fields: Iterable[Field], typed: Mapping[str, str], today: date) -> tuple[str, str]:
    """(field, question) of the days among these fields that may not be meant, the first of which is gone back to;
    empty where each is plain. y says yes to all of them, so each is named.

    What stood in a field from the beginning was put there by the program and is not asked about.
    """
    doubts = [
        (field, doubt)
        for field in fields
        if field.day is not None
        and typed[field.id].strip() != field.value
        and (doubt := doubt_about(typed[field.id], today, field.day, field.since))
    ]
    first = next((field.id for field, _ in doubts), "")
    return first, question_about([(field.label, doubt) for field, doubt in doubts])

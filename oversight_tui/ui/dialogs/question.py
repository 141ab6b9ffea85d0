"""What a form asks once more before it does something: y says yes, and never the key that began it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.head import FormFoot
from oversight_tui.words.meant_days import doubt_about, question_about


class Question:
    """Asks in the place of a form's fields, which have no focus meanwhile. `stands` while it waits for an answer."""

    def __init__(self, form: Screen[str | None]) -> None:
        self._form = form
        self._then: Callable[[], None] | None = None
        self._back_to: Widget | None = None
        self._no_says = ""
        self.no_says = ""  # what is said once it was answered with no

    @property
    def stands(self) -> bool:
        """Whether it waits for an answer."""
        return self._then is not None

    def ask(self, words: str, then: Callable[[], None], field: str = "", *, no_says: str) -> str:
        """It waits for its answer, which does `then`; `field` is where the words are put right if that is no, empty for
        where the focus was, and `no_says` what a no leaves as it was.

        Returns the question, with what the keys do.
        """
        self._then = then
        self._no_says = self.no_says = no_says
        self._back_to = self._form.focused or self._back_to
        if field:
            self._back_to = self._form.query_one(f"#{field}")
        self._form.set_focus(None)
        return f"{words} Any other key goes back to the words."

    def answered(self, event: events.Key) -> bool:
        """Whether a key answered it: y does what was asked, any other but Esc, which is the form's, goes back.

        A letter that goes back may have been meant for the words, in which it does not stand: that is said.
        """
        if self._then is None or event.key == "escape":
            return False
        event.stop()
        event.prevent_default()
        if self._form.query_one(FormFoot).read_on(event.key):
            return True
        if event.character == "y":
            self.agree()
        else:
            lost = event.character if event.is_printable and event.character not in ("n", "N", " ") else ""
            self.no_says = f"{self._no_says} The {lost} was not typed." if lost else self._no_says
            self.take_back()
        return True

    def agree(self) -> None:
        """Yes. It is asked no more, unless that is refused."""
        then = self._then
        self._then = None
        if then is not None:
            then()

    def take_back(self) -> None:
        """Nothing is asked any more: back to the words, which stand as they were."""
        self.drop()
        if self._back_to is not None and self._back_to.is_attached:
            self._back_to.focus()
            self._back_to.scroll_visible()

    def drop(self) -> None:
        """Nothing is asked any more."""
        self._then = None


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

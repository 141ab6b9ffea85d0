"""An entry put right by a newer version, or taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import EntryWords
from oversight_tui.practice.requests import Correction, Request, Withdraw
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, look_again_field
from oversight_tui.ui.dialogs.confirmed import ConfirmedForm
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.dates import long_day, parse_date
from oversight_tui.words.meant_days import When
from oversight_tui.words.text import paragraphs


def about_words(words: EntryWords) -> About:
    """Whom an entry is about, as far as its words say so; its form opens only while names are shown."""
    return About(None, None, words.child, words.worker, words.child or words.worker or "")


class CorrectForm(Form):
    """The words of an entry as they stand, to be put right. Only what was changed goes into the newer version."""

    shows_words = True

    def __init__(self, words: EntryWords, about: About) -> None:
        self.words = words
        fields = []
        if words.text is not None:
            fields.append(Field("text", "Text", "What it says", 4, words.text))
        if words.because is not None or words.kind == "decision":
            fields.append(Field("because", "Because", "Why", 3, words.because or ""))
        if words.has_owner:
            fields.append(
                Field(
                    "owner",
                    "Sees to it",
                    "Who sees to it from now on",
                    1,
                    words.owner or "",
                    named="worker",
                    cells=NAME_CELLS,
                )
            )
        if words.on is not None:
            day: When = "to_come" if words.is_to_come else "happened"
            hint = "For when it is: fri, +2w, 3 Apr" if words.is_to_come else "When it took place: 3/4, 3 Apr, mon"
            fields.append(Field("on", "Day", hint, 1, words.on.isoformat(), day=day, cells=DAY_CELLS))
        if words.by is not None:
            by = Field("by", "By when", "By when it is to be done: fri, +2w, 3 Apr", value=words.by.isoformat())
            fields.append(by.__replace__(day="to_come", cells=DAY_CELLS))
        if words.comes_back:
            again = words.look_again_on.isoformat() if words.look_again_on is not None else ""
            fields.append(look_again_field("look_again", ": it comes back on that day").__replace__(value=again))
        if words.child is not None:
            hint = "Whom it is about; another reference or name moves it there, and hides its words here"
            fields.append(Field("child", "Child", hint, 1, words.child, named="child", cells=NAME_CELLS))
        which = _called(words.called, words.on)
        super().__init__(DraftKey(FormName.CORRECT, entry_id=words.id), f"Correct {which}{_about(about)}", fields)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What is different now."""
        changed = {
            field.id: paragraphs(typed[field.id])
            for field in self.fields
            if paragraphs(typed[field.id]) != paragraphs(field.value)
        }
        today = self.program.worker.today()
        on, again, by = changed.get("on"), changed.get("look_again"), changed.get("by")
        correction = Correction(
            self.words.id,
            text=changed.get("text"),
            because=changed.get("because"),
            on=parse_date(on, today, weekdays="forward" if self.words.is_to_come else "back") if on else None,
            child=changed.get("child"),
            owner=changed.get("owner"),
            look_again_on=parse_date(again, today, weekdays="forward") if again else None,
            by=parse_date(by, today, weekdays="forward") if by else None,
        )
        return correction


class WithdrawForm(ConfirmedForm):
    """The reason, and then y."""

    AUTO_FOCUS = "#because"

    def __init__(self, entry_id: EntryId, about: About, kind: str = "an entry", on: date | None = None) -> None:
        which = f": {about.text}" if about.text else ""
        fields = (Field("because", "Because", f"Why it is taken back{which}", 2, needed=True),)
        super().__init__(
            DraftKey(FormName.WITHDRAW, entry_id=entry_id), f"Withdraw {_called(kind, on)}{_about(about)}", fields
        )
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The withdrawal."""
        return Withdraw(self.entry_id, typed["because"], self.program.worker.today())

    def question(self, typed: Mapping[str, str]) -> str:
        """It is always asked."""
        return "y withdraws it; it can still be read."


def _called(kind: str, on: date | None) -> str:
    """Which entry, by what it is and its day."""
    return f"{kind}{f' of {long_day(on)}' if on is not None else ''}"


def _about(about: About) -> str:
    """Whom it is about; nothing of what is about nobody, as a note to oneself may be."""
    return f" about {about.shown}" if about.shown else ""

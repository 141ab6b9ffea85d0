"""What became of a child who is not in the latest list."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.facts import Gone
from oversight_tui.practice.requests import Request, SayMissing
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import day_field
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.labels import BECAME
from oversight_tui.words.typed import unread_in

_ANSWERS = tuple(Choice(words, words, words[0]) for words in BECAME.values())


class MissingForm(Form):
    """Closed, with another team or authority, or still ours and only missing from the list."""

    AUTO_FOCUS = "#became"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "became",
                "Is",
                "The first two close the child here; still ours is not asked again until a list has the child",
                choices=_ANSWERS,
                needed=True,
            ),
            Field("because", "Because", "Why, or who says so", 3, needed=True),
            day_field("on", "Day", "Of the closing or the move: mon, 3 Apr. Empty: that of the list", ""),
        )
        super().__init__(key_about(FormName.MISSING, about), f"Not in the latest list: {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The answer."""
        on = typed["on"].strip()
        day = parse_date(on, self.program.worker.today()) if on else None
        return SayMissing(self.about.child, read_became(typed["became"]), typed["because"], day)


def read_became(typed: str) -> Gone:
    """The answer that its first letters name: `c`, `with`, `still ours`."""
    wanted = typed.strip().casefold()
    answers: Mapping[str, Gone] = {BECAME["closed"]: "closed", BECAME["moved"]: "moved", BECAME["ours"]: "ours"}
    found = [became for words, became in answers.items() if wanted and words.startswith(wanted)]
    if len(found) != 1:
        raise unread_in("became", f"Say one of these: {', '.join(answers)}.")
    return found[0]

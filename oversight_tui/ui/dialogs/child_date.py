"""A date that no list carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from oversight_tui.practice.records.children import ChildDateWhat
from oversight_tui.practice.requests import ChildDateRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.words.dates import Weekday, parse_date
from oversight_tui.words.labels import CHILD_DATE
from oversight_tui.words.typed import Unread, whole_number


class ChildDateForm(Form):
    """What it is, the day or the number of days, and why."""

    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        kinds = ", ".join(words.lower() for words in CHILD_DATE.values())
        fields = (
            Field("what", "What", f"{kinds}; the first letters will do", 2),
            Field("day", "Day", "3 Apr, fri, 2026-04-03; for visits the number of days between two"),
            Field("because", "Because", "Why; how often a child is visited is a decision and needs it", 2),
        )
        super().__init__(key_about(FormName.CHILD_DATE, about), f"A date about {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The date."""
        what = read_what(typed["what"])
        day, today = typed["day"].strip(), self.program.worker.today()
        days = None
        if what == "visit_interval":
            days = whole_number(day)
            if days is None:
                raise Unread("Say every how many days the child is visited, such as 10.")
        weekdays: Weekday = "forward" if what == "next_review" else "back"
        on = parse_date(day, today, weekdays=weekdays) if days is None else None
        return ChildDateRequest(self.about.child, what, day=on, days=days, reason=typed["because"])


def read_what(typed: str) -> ChildDateWhat:
    """The kind that the first letters name."""
    wanted = typed.strip().casefold()
    found = [what for what in get_args(ChildDateWhat) if wanted and CHILD_DATE[what].casefold().startswith(wanted)]
    if len(found) != 1:
        raise Unread(f"It is one of: {', '.join(words.lower() for words in CHILD_DATE.values())}.")
    what: ChildDateWhat = found[0]
    return what

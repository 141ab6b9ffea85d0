"""A date that no list carries, or what ended something of these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from oversight_tui.practice.child_dates import ChildDateWhat, DateWhat, EndWhat
from oversight_tui.practice.requests import ChildDateRequest, EndTimescale, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import Weekday, parse_date
from oversight_tui.words.labels import CHILD_DATE
from oversight_tui.words.meant_days import When
from oversight_tui.words.typed import Unread, whole_number

# As few words as fit into a small terminal; what is not understood is answered with all of them.
WHAT = (
    "First letters: visited, strategy, conference, core, review, looked-after, next review, pre-proceedings, family, "
    "proceedings issued, missing, came back, return interview offered, held or declined; section 47, plan, "
    "pre-proceedings or proceedings ended"
)


_CHOICES = tuple(Choice(words, words) for words in CHILD_DATE.values())


class ChildDateForm(Form):
    """What it is, the day or the number of days, and why."""

    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        fields = (
            Field("what", "What", choices=_CHOICES, needed=True),
            Field(
                "day",
                "Day",
                "3 Apr, fri, 2026-04-03; for visits the number of days between two",
                cells=DAY_CELLS,
                needed=True,
            ),
            Field("because", "Because", "Why; needed for what ended, and for how often a child is visited", 2),
            Field("who", "Who", "Who heard the child, or who declined the return interview"),
        )
        super().__init__(key_about(FormName.CHILD_DATE, about), f"A date about {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The date, or the end."""
        what = read_what(typed["what"])
        day, today = typed["day"].strip(), self.program.worker.today()
        for end in get_args(EndWhat):
            if what == end:
                on = parse_date(day, today)
                return EndTimescale(self.about.child, end, on, typed["because"], typed["who"])
        for date_of in get_args(DateWhat):
            if what == date_of:
                return self._date(date_of, day, typed["because"])
        raise AssertionError(what)

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The next review is to come, everything else has happened; between two visits there is a number of days."""
        what: When = "to_come" if read_what(typed["what"]) == "next_review" else "happened"
        return (one.__replace__(day=what) for one in self.fields if one.id == "day")

    def _date(self, what: DateWhat, typed: str, because: str) -> Request:
        if what == "visit_interval":
            days = whole_number(typed)
            if days is None:
                raise Unread("Say every how many days the child is visited, such as 10.")
            return ChildDateRequest(self.about.child, what, days=days, reason=because)
        weekdays: Weekday = "forward" if what == "next_review" else "back"
        on = parse_date(typed, self.program.worker.today(), weekdays=weekdays)
        return ChildDateRequest(self.about.child, what, day=on, reason=because)


def read_what(typed: str) -> ChildDateWhat:
    """The kind that the first letters name, its whole words where they begin another one too, else the one kind of
    which the words that are typed begin some of the words.
    """
    wanted = typed.strip().casefold()
    known: tuple[ChildDateWhat, ...] = (*get_args(DateWhat), *get_args(EndWhat))
    found = [what for what in known if wanted and CHILD_DATE[what].casefold().startswith(wanted)]
    found = [what for what in found if CHILD_DATE[what].casefold() == wanted] or found
    found = found or [what for what in known if wanted and _has_words(CHILD_DATE[what].casefold(), wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        *first, last = (CHILD_DATE[what].lower() for what in found)
        raise Unread(f"Which of these: {', '.join(first)} or {last}?")
    raise Unread(f"That is none of them. {WHAT}.")


def _has_words(called: str, wanted: str) -> bool:
    return all(any(word.startswith(one) for word in called.split()) for one in wanted.split())

"""The manager's rating of a child's risk, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from oversight_tui.practice.facts import Risk
from oversight_tui.practice.requests import Request, RiskRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import day_field
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.labels import RISK
from oversight_tui.words.problems import PlainProblem


class RatingUnread(PlainProblem):
    """A rating that is none of the four."""

    field = "rating"


_RATINGS = tuple(Choice(words, words) for words in RISK.values())


class RiskForm(Form):
    """A rating; it sets how often the child is to be discussed."""

    AUTO_FOCUS = "#rating"

    def __init__(self, about: About) -> None:
        fields = (
            Field("rating", "Risk", "A letter chooses, Enter goes on", choices=_RATINGS, needed=True),
            Field("because", "Because", "Why", 3, needed=True),
            day_field("on", "Day", "From when it holds: today, yesterday, mon", "today"),
        )
        super().__init__(key_about(FormName.RISK, about), f"How high the risk is for {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The rating."""
        rating = read_rating(typed["rating"])
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return RiskRequest(self.about.child, rating, typed["because"], on)


def read_rating(typed: str) -> Risk:
    """The rating that the first letters of its words name: `l`, `med`, `high`, `very`."""
    wanted = typed.strip().casefold()
    found = [rating for rating in get_args(Risk) if wanted and RISK[rating].casefold().startswith(wanted)]
    if len(found) != 1:
        raise RatingUnread(f"A risk is one of {', '.join(RISK.values())}.")
    rating: Risk = found[0]
    return rating

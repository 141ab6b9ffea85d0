"""A worry raised, looked at again, or closed."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import CloseWorry, Request, ReviewWorry, WorryRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS, SCALES, SENSITIVE, day_field, look_again_field
from oversight_tui.ui.dialogs.confirmed import ConfirmedForm
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import typed_scale, typed_yes, unread_in


class SeverityUnread(PlainProblem):
    """A severity that is no number from 1 to 5."""

    field = "severity"


_SEVERITIES = tuple(
    Choice(number, {"1": "least", "5": "most"}.get(number, number), number) for number in ("1", "2", "3", "4", "5")
)


class WorryForm(Form):
    """A new worry about a child."""

    AUTO_FOCUS = "#text"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "text", "The worry", "What was seen or heard, by whom, and what it may do to the child", 3, needed=True
            ),
            Field("if_nothing_changes", "If no change", "What happens to the child then; may be left empty", 2),
            Field(
                "severity", "Severity", "1 to 5; Backspace takes it back", choices=_SEVERITIES, unsaid="not said yet"
            ),
            Field("who", "Who is worried", "May be left empty", cells=NAME_CELLS),
            Field(
                "owner",
                "Sees to it",
                "Who sees to it; may be left empty",
                1,
                about.worker or "",
                named="worker",
                cells=NAME_CELLS,
                sees_to=True,
            ),
            look_again_field("review", "; may be left empty"),
            SCALES,
            day_field("on", "Day", "When it was raised: today, yesterday, mon", "today"),
            SENSITIVE,
        )
        super().__init__(key_about(FormName.WORRY, about), f"A worry about {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The worry."""
        today = self.program.worker.today()
        severity, review = typed["severity"].strip(), typed["review"].strip()
        if severity and severity not in "12345":
            raise SeverityUnread("Severity is a number from 1 (least) to 5 (most).")
        return WorryRequest(
            self.about.child,
            typed["text"],
            parse_date(typed["on"] or "today", today),
            who=typed["who"],
            if_nothing_changes=typed["if_nothing_changes"],
            severity=int(severity) if severity else None,
            owner=typed["owner"],
            review_on=parse_date(review, today, weekdays="forward") if review else None,
            scales=typed_scale(typed["scales"]),
            sensitive=typed_yes(typed["sensitive"]),
        )


class AnswerWorryForm(ConfirmedForm):
    """A worry looked at again where a day is given; with none y closes it."""

    AUTO_FOCUS = "#because"

    def __init__(self, worry_id: EntryId, about: About) -> None:
        fields = (
            Field("because", "Because", f"What has changed, or why it stays: {about.text}", 3, needed=True),
            look_again_field("next", ": it stays open until then. Empty to close it"),
            Field(
                "scales",
                "How safe, 0 to 10",
                "By person: Mum 4, Amira 6; for a worry that stays open",
                reads=typed_scale,
            ),
        )
        super().__init__(DraftKey(FormName.WORRY_ANSWER, entry_id=worry_id), f"The worry about {about.shown}", fields)
        self.worry_id = worry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The review, or the closing."""
        today = self.program.worker.today()
        again = typed["next"].strip()
        if not again:
            if typed["scales"].strip():
                raise unread_in("scales", "These are for a worry that stays open: give a day above, or take them out.")
            return CloseWorry(self.worry_id, typed["because"], today)
        next_on = parse_date(again, today, weekdays="forward")
        return ReviewWorry(self.worry_id, next_on, today, typed["because"], typed_scale(typed["scales"]))

    def question(self, typed: Mapping[str, str]) -> str:
        """Asked before a worry is closed, so that a day left out closes none."""
        return "" if typed["next"].strip() else "y closes the worry; a day to look again keeps it open."

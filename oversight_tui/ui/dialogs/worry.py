"""A worry raised, looked at again, or closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests import (
    NAMED_BY_REFERENCE,
    CloseWorry,
    Request,
    ReviewWorry,
    TypedWorry,
    WorryRequest,
)
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
    """A new worry about a child; with none in the row the first thing to say is which."""

    AUTO_FOCUS = "#text"
    puts_right_at = "severity"

    def __init__(self, about: About) -> None:
        shown = f" about {about.shown}" if about.child_id is not None else ""
        super().__init__(key_about(FormName.WORRY, about), f"A worry{shown}", _fields(about))
        self.about = about

    def fill(self) -> None:
        """Which child it is comes first, where no row says it."""
        super().fill()
        if self.sheet.holds("child") and not self.typed()["child"]:
            self.sheet.input("child").focus()

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The worry."""
        worry = _worry(self.about.child_id, typed, self.program.worker.today())
        return worry if self.about.child_id is not None else TypedWorry(typed["child"].strip(" ,"), worry)

    def question(self, typed: Mapping[str, str]) -> str:
        """Asked of a worry that would never be due and never be urgent, at the end of the list for good."""
        if typed["severity"].strip() or typed["review"].strip():
            return ""
        return "With no severity and no day to look again, nothing brings this worry back to you. y saves it so."


def _fields(about: About) -> Iterator[Field]:
    if about.child_id is None:
        yield Field("child", "Child", "Whom it is about: reference or name", named="child", needed=True)
    yield Field("text", "The worry", "What was seen or heard, by whom, and what it may do to the child", 3, needed=True)
    yield Field("if_nothing_changes", "If no change", "What happens to the child then; may be left empty", 2)
    yield Field("severity", "Severity", "1 to 5; Backspace takes it back", choices=_SEVERITIES, unsaid="not said yet")
    yield Field("who", "Who is worried", "May be left empty", cells=NAME_CELLS)
    yield Field(
        "owner",
        "Sees to it",
        "Who sees to it; may be left empty",
        1,
        (about.worker or "") if about.child_id is not None else "",  # of a row of no child that is somebody else's
        named="worker",
        cells=NAME_CELLS,
        sees_to=True,
    )
    yield look_again_field("review", "; may be left empty")
    yield SCALES
    yield day_field("on", "Day", "When it was raised: today, yesterday, mon", "today")
    yield SENSITIVE


def _worry(child: ChildId | None, typed: Mapping[str, str], today: date) -> WorryRequest:
    """The worry about this child, or whoever a reference names when it is recorded."""
    severity, review = typed["severity"].strip(), typed["review"].strip()
    if severity and severity not in "12345":
        raise SeverityUnread("Severity is a number from 1 (least) to 5 (most).")
    return WorryRequest(
        child if child is not None else NAMED_BY_REFERENCE,
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

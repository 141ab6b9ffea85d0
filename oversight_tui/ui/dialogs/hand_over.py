"""A child handed to another worker, and who helps out while a worker is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from oversight_tui.practice.requests import CoverRequest, FirstSteps, Request, TypedHandOver
from oversight_tui.practice.room import Room
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, first_steps_fields, typed_first_steps
from oversight_tui.ui.dialogs.field import YES_NO, Field, last_since
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.page_messages import RoomRead
from oversight_tui.ui.present.room import room_lines
from oversight_tui.words.dates import DateProblem, parse_date
from oversight_tui.words.typed import typed_references, typed_yes, unread_in

_FIRST_STEPS = ("seen_by", "action_", "review")
_ASKED_LATER = (
    "Seen by, first actions and look again are asked when the handover is confirmed on its day: leave them out."
)


class HandOverForm(Form):
    """To whom the children go, with who has room in sight; on a day to come it is planned."""

    about_a_child = False

    AUTO_FOCUS = "#to"

    def __init__(self, about: Sequence[About], siblings: str = "") -> None:
        """`siblings` says which brothers and sisters stay with who holds these children; empty for none."""
        several = DraftKey(FormName.HAND_OVER, name="marked")
        references = " ".join(one.reference for one in about if one.reference)
        key = key_about(FormName.HAND_OVER, about[0]) if len(about) == 1 else several
        shown = about[0].shown if len(about) == 1 else references
        super().__init__(key, f"Hand over {shown}", _fields_of_handover(about, references, siblings))
        self.handed_over = tuple(one.child_id for one in about if one.child_id is not None)
        self.about_whom = about if len(about) == 1 else ()
        self.add_class("-tall")
        self._room: tuple[Room, ...] = ()

    def fill(self) -> None:
        """Ask who has room."""
        super().fill()
        self.program.worker.pages.read_room(self.handed_over, answer_to=self)

    def on_room_read(self, event: RoomRead) -> None:
        """Show it where the worker is named."""
        event.stop()
        self._room = event.room
        self.show_names()

    def show_names(self) -> None:
        """The workers are called as names are written now."""
        if self._room and self.display:  # else it is closed before it stands
            self.sheet.input("to").among = room_lines(self._room, self.program.worker.today(), self.program.names)
            self.sheet.show_again()

    def on_field_sheet_changed(self) -> None:
        """As soon as the day is one to come, it is said that the first steps are asked when it is confirmed."""
        super().on_field_sheet_changed()
        to_come = _is_to_come(self.typed(), self.program.worker.today())
        self.sheet.say("seen_by", _ASKED_LATER if to_come else "")

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The handing over."""
        today = self.program.worker.today()
        steps = _steps_now(typed, today)
        return TypedHandOver(
            typed_references(typed["children"]),
            typed["to"],
            parse_date(typed["on"] or "today", today, weekdays="from_today"),
            typed["because"],
            with_actions=typed_yes(typed["actions"]),
            with_siblings=typed_yes(typed["siblings"]),
            seen_by=steps.seen_by,
            first_actions=steps.first_actions,
            review_on=steps.review_on,
        )


def _is_to_come(typed: Mapping[str, str], today: date) -> bool:
    with suppress(DateProblem):
        return parse_date(typed["on"] or "today", today, weekdays="from_today") > today
    return False


def _steps_now(typed: Mapping[str, str], today: date) -> FirstSteps:
    """The first steps; of a handover for a day to come none, and nothing that was typed is left out unasked."""
    first = next((one for one in typed if typed[one].strip() and one.startswith(_FIRST_STEPS)), "")
    if first and _is_to_come(typed, today):
        raise unread_in(first, _ASKED_LATER)
    return typed_first_steps(typed, today)


def _fields_of_handover(about: Sequence[About], references: str, siblings: str) -> tuple[Field, ...]:
    holders = {one.worker or "" for one in about}
    to = Field("to", "To", "A worker's name or part of it; or unallocated, duty, manager", named="worker", needed=True)
    return (
        to.__replace__(but=holders.pop() if len(holders) == 1 else "", cells=NAME_CELLS),
        Field("because", "Because", "Why: it is kept with the child", needed=True),
        Field(
            "actions",
            "Actions too",
            "yes gives the new worker the open actions of who held the child",
            1,
            "no",
            choices=YES_NO,
        ),
        Field("siblings", "Siblings too", "Those of the same worker", 1, "no", siblings, choices=YES_NO, cells=18),
        Field(
            "on",
            "From",
            "today, yesterday; a day to come plans it: thu, 3 Apr",
            1,
            "today",
            day="either",
            cells=DAY_CELLS,
        ),
        *first_steps_fields("to"),
        Field("children", "Children", "References or names, with commas between", 1, references, named="child",
              needed=True),
    )  # fmt: skip


class CoverForm(Form):
    """Who sees to a worker's children."""

    about_a_child = False

    AUTO_FOCUS = "#by"

    def __init__(self, about: About) -> None:
        fields = (
            Field(
                "by",
                "Who",
                "Who sees to the children: a name of the team, or outside: name",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
            ),
            Field(
                "first",
                "From",
                "Empty from today, or while an absence to come lasts; mon, 3 Apr",
                day="either",
                cells=DAY_CELLS,
            ),
            Field("last", "To", "The last day; empty until further notice", day="either", cells=DAY_CELLS),
        )
        super().__init__(
            DraftKey(FormName.COVER, worker_id=about.worker_id), f"Who helps out for {about.shown}", fields
        )
        self.about = about

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The last day is none before the first, nor before today where none is typed."""
        today, first = self.program.worker.today(), typed["first"].strip()
        return last_since(self.fields, parse_date(first, today, weekdays="from_today") if first else today)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The cover."""
        today, first, last = self.program.worker.today(), typed["first"].strip(), typed["last"].strip()
        return CoverRequest(
            self.about.its_worker,
            typed["by"],
            parse_date(first, today, weekdays="from_today") if first else None,
            parse_date(last, today, weekdays="from_today") if last else None,
        )

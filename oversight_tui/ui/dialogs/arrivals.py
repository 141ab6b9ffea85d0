"""A child who came in, what is decided about a referral, and a child who waits for a worker looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast, get_args

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.arrivals import ReferralOutcome, Urgency
from oversight_tui.practice.requests import DecideReferral, LookAtWaiting, Request, TypedReferral
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, TIME_CELLS, day_field, reason_field
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.goes_on import goes_on
from oversight_tui.ui.dialogs.hand_over import HandOverForm
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.day_labels import REFERRAL_OUTCOME, URGENCY
from oversight_tui.words.times import parse_time
from oversight_tui.words.typed import unread_in

_HOW_URGENT = tuple(Choice(urgency, URGENCY[urgency]) for urgency in get_args(Urgency))
_OUTCOMES = tuple(Choice(outcome, REFERRAL_OUTCOME[outcome]) for outcome in get_args(ReferralOutcome))
# What is decided about a child who then needs a worker.
NEEDS_A_WORKER = frozenset({"assessment", "strategy_discussion", "other"})


class ReferralForm(Form):
    """A child whom no list has shown yet, and the referral; or another referral of a child who is here."""

    about_a_child = False

    AUTO_FOCUS = "#reference"

    def __init__(self) -> None:
        super().__init__(DraftKey(FormName.REFERRAL, name="today"), "A child who came in", _fields_of_arrival())

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The child, and the referral where it is said what it is about."""
        today, born, on = self.program.worker.today(), typed["born"].strip(), typed["on"].strip()
        told = {one: typed[one].strip() for one in ("from_whom", "matter")}
        if any(told.values()) or typed["at"].strip():
            for field, says in (("from_whom", "Say who sent it."), ("matter", "Say what it is about.")):
                if not told[field]:
                    raise unread_in(field, says)
        return TypedReferral(
            typed["reference"],
            typed["name"],
            typed["worker"],
            parse_date(born, today) if born else None,
            about=told["matter"],
            from_whom=told["from_whom"],
            urgency=cast("Urgency", typed["urgency"] or "soon"),
            on=parse_date(on, today) if on else today,
            at=typed["at"],
        )


def _fields_of_arrival() -> tuple[Field, ...]:
    return (
        Field(
            "reference",
            "Reference",
            "As the case system writes it: the next list finds the child by it",
            needed=True,
            cells=NAME_CELLS,
        ),
        Field("from_whom", "From", "Who sent it: police, school, a neighbour", cells=NAME_CELLS),
        Field("matter", "About what", "In few words; with it the decision is due, by how urgent it is"),
        Field("urgency", "How urgent", "Today is decided today, anything else within a working day", 1, "soon",
              choices=_HOW_URGENT),
        day_field("on", "Came", "The day: today, sat, 3 Apr", "today"),
        Field("at", "At", "The time, as 9:30; may be left empty", cells=TIME_CELLS, reads=parse_time),
        Field("name", "Name here", "The name the child goes by here; may be left empty", cells=NAME_CELLS),
        Field(
            "worker",
            "Worker",
            "Who takes the child; empty while nobody does",
            1,
            "",
            named="worker",
            cells=NAME_CELLS,
        ),
        Field(
            "born",
            "Born",
            "Date of birth, or when it is expected; may be left empty",
            day="long_ago",
            cells=DAY_CELLS,
        ),
    )  # fmt: skip


class DecideReferralForm(Form):
    """What was decided about a referral, and because of what; who takes the child is asked next where it goes on."""

    AUTO_FOCUS = "#outcome"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field("outcome", "Decided", about.text, choices=_OUTCOMES, needed=True),
            reason_field(2, needed=True),
            day_field("on", "Day", "When it was decided: today, yesterday, mon", "today"),
        )
        key = DraftKey(FormName.DECIDE_REFERRAL, entry_id=entry_id)
        super().__init__(key, f"The referral about {about.shown}", fields)
        self.entry_id = entry_id
        self.about_whom = (about,)

    def fill(self) -> None:
        """The letter of what was decided goes on to why."""
        super().fill()
        self.sheet.when_chosen = lambda field, value, picked: goes_on(self, "because") if picked else None

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The decision."""
        outcome = cast("ReferralOutcome", typed["outcome"])
        about = self.about_whom[0]
        waits = about.child_id is not None and about.worker_id is None
        self.goes_on_to = partial(HandOverForm, (about,)) if waits and outcome in NEEDS_A_WORKER else None
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return DecideReferral(self.entry_id, outcome, typed["because"], on)


class WaitingLookForm(Form):
    """A child without a worker looked at again, with a word; by whom where the manager holds the child."""

    AUTO_FOCUS = "#text"

    def __init__(self, about: About, *, held_by_manager: bool = False) -> None:
        who = "Who looked: a name of the team, or outside: name"
        why = "You hold the child, so the oversight is somebody else's. " * held_by_manager
        fields = (
            Field("text", "A word", "How it stands, and what holds until a worker is found", 2, needed=True),
            Field(
                "who",
                "Who",
                f"{why}{who}{'' if held_by_manager else '; empty where it was you'}",
                named="worker",
                needed=held_by_manager,
                cells=NAME_CELLS,
            ),
            day_field("on", "Day", "When: today, yesterday, mon", "today"),
        )
        super().__init__(key_about(FormName.WAITING_LOOK, about), f"Without a worker: {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The look."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return LookAtWaiting((self.about.child,), typed["text"], on, typed["who"].strip() or None)

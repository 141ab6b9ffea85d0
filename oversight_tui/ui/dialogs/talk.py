"""A same-day discussion: about whom, what was said, what was decided and what is to be done; or one asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import DiscussionRequest, Request, TypedTalk
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    DAY_CELLS,
    NAME_CELLS,
    SCALES,
    SENSITIVE,
    TIME_CELLS,
    action_field,
    day_field,
    typed_actions,
)
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_references, typed_scale, typed_yes

_CHILDREN = "References or names; brothers and sisters one after the other"


class _AboutTalk(Form):
    """What both kinds of talk have: whose children, and which worker came with it."""

    AUTO_FOCUS = "#text"

    def __init__(self, key: DraftKey, title: str, fields: Iterable[Field], about: About) -> None:
        super().__init__(key, f"{title} {about.shown}".rstrip(), fields)
        self.about = about

    def fill(self) -> None:
        """With no child in the row the first thing to say is which."""
        super().fill()
        if not self.about.reference:
            self.query_one("#children").focus()

    def with_names(self, request: DiscussionRequest, typed: Mapping[str, str]) -> Request:
        """The talk, with children and worker as they were typed; the worker of the row is known by their id."""
        name = typed["worker"].strip()
        if name == (self.about.worker or ""):
            request, name = request.__replace__(worker_id=self.about.worker_id), ""
        return TypedTalk(request.__replace__(one_family=False), typed_references(typed["children"]), name)


class TalkForm(_AboutTalk):
    """A talk that was held, one entry for each child. `answers` is the talk asked for that is held with it."""

    takes_questions = True
    leads_on = True

    def __init__(self, about: About, answers: EntryId | None = None) -> None:
        asked_for = DraftKey(FormName.TALK_HELD, entry_id=answers)
        key = asked_for if answers else key_about(FormName.TALK, about)
        super().__init__(key, "Same-day discussion", _of_a_talk(about, asked_for=answers is not None), about)
        self.answers = answers

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The discussion with its actions."""
        today = self.program.worker.today()
        request = DiscussionRequest(
            children=(),
            text=typed["text"],
            on=parse_date(typed["on"] or "today", today),
            at=typed["at"].strip() or None,
            what_changed=typed["what_changed"],
            going_well=typed["going_well"],
            childs_view=typed["childs_view"],
            decision=typed["decision"],
            because=typed["because"],
            answers=self.answers,
            actions=typed_actions(typed, today),
            scales=typed_scale(typed["scales"]),
            sensitive=typed_yes(typed["sensitive"]),
        )
        return self.with_names(request, typed)


class AskedTalkForm(_AboutTalk):
    """A talk a worker asked for, still to be held: it waits in the pane and on the list."""

    def __init__(self, about: About) -> None:
        fields = (
            Field("children", "Children", _CHILDREN, 1, about.reference or "", named="child", needed=True),
            Field("text", "About what", "What they want to talk about", 2, needed=True),
            Field("at", "Time", "When it is to be, as 11:00; may be left empty", cells=TIME_CELLS),
            Field("on", "Day", "today, tomorrow, fri", 1, "today", day="to_come", cells=DAY_CELLS),
            Field(
                "worker",
                "Worker",
                "Who asks; may be left empty",
                1,
                about.worker or "",
                named="worker",
                cells=NAME_CELLS,
            ),
        )
        super().__init__(key_about(FormName.TALK_ASKED_FOR, about), "A talk is asked for:", fields, about)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The talk to come."""
        today = self.program.worker.today()
        request = DiscussionRequest(
            children=(),
            text=typed["text"],
            on=parse_date(typed["on"] or "today", today, weekdays="forward"),
            at=typed["at"].strip() or None,
            asked_for=True,
        )
        return self.with_names(request, typed)


def _of_a_talk(about: About, *, asked_for: bool) -> tuple[Field, ...]:
    """What is written of a talk that was held; `asked_for` says that the words it was asked for with are shown."""
    return (
        Field("children", "Children", _CHILDREN, 1, about.reference or "", named="child", needed=True),
        Field(
            "text",
            "What was said",
            f"Asked for: {about.text}" if asked_for else "In words the child may read one day",
            4,
            needed=True,
        ),
        Field("decision", "Decision", "What was decided; may be left empty"),
        Field("because", "Because", "Why it was decided"),
        action_field(),
        Field("what_changed", "What changed", "What has changed for the child; may be left empty"),
        Field("going_well", "Going well", "What is going well; may be left empty"),
        Field("childs_view", "Child's view", "What the child says or shows; may be left empty"),
        SCALES,
        Field("at", "Time", "When it was, as 09:30; may be left empty", cells=TIME_CELLS),
        day_field("on", "Day", "today, yesterday, mon, 3 Apr", "today"),
        Field(
            "worker",
            "Worker",
            "Who came with it; may be left empty",
            1,
            about.worker or "",
            named="worker",
            cells=NAME_CELLS,
        ),
        SENSITIVE,
    )

"""A same-day discussion: about whom, what was said, what was decided and what is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.requests import AgreedAction, DiscussionRequest
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Asked, Field, Form
from oversight_tui.words.dates import parse_date
from oversight_tui.words.problems import PlainProblem

ACTIONS = ("action_1", "action_2")


class ActionUnread(PlainProblem):
    """An action that was not typed as one."""


class TalkForm(Form):
    """A talk that was held, one entry for each child."""

    AUTO_FOCUS = "#text"

    def __init__(self, about: About) -> None:
        action = "What; who; by when, as in: Ring school; Amira; fri"
        fields = (
            Field(
                "children", "Children", "References; brothers and sisters one after the other", 1, about.reference or ""
            ),
            Field("text", "What was said", "What was talked about", 4),
            Field("going_well", "Going well", "What is going well; may be left empty"),
            Field("childs_view", "Child's view", "What the child says or shows; may be left empty"),
            Field("decision", "Decision", "What was decided; may be left empty"),
            Field("because", "Because", "Why it was decided"),
            *(Field(name, "Action", action) for name in ACTIONS),
            Field("at", "Time", "When it was, as 09:30; may be left empty"),
            Field("on", "Day", "today, yesterday, mon, 3 Apr", 1, "today"),
        )
        super().__init__(f"talk:{about.key}", f"Same-day discussion {about.shown}".rstrip(), fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Asked:
        """The discussion with its actions."""
        today = self.oversight.worker.today()
        request = DiscussionRequest(
            children=(),
            text=typed["text"],
            on=parse_date(typed["on"] or "today", today),
            at=typed["at"].strip() or None,
            worker_id=self.about.worker_id,
            going_well=typed["going_well"],
            childs_view=typed["childs_view"],
            decision=typed["decision"],
            because=typed["because"],
            actions=tuple(read_action(typed[name], today) for name in ACTIONS if typed[name].strip()),
        )
        references = tuple(typed["children"].replace(",", " ").split())
        return Asked("talk", (request, references))


def read_action(typed: str, today: date) -> AgreedAction:
    """An action as it is typed on one line: what; who; by when."""
    parts = [part.strip() for part in typed.split(";")]
    if len(parts) != 3 or not all(parts):
        raise ActionUnread("An action is typed as: what; who; by when. For example: Ring school; Amira; fri")
    return AgreedAction(parts[0], parts[1], parse_date(parts[2], today, weekdays="forward"))

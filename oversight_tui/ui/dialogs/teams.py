"""What no list says of a team: its posts; and the programmes of those who supervise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import EndProgramme, PostsRequest, ProgrammeRequest, Request
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, day_field
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName, key_named
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_fte

_BEGUN, _COMPLETED, _GIVEN_UP = "Begun", "Completed", "Given up"
_STEPS = (Choice(_BEGUN, _BEGUN, "b"), Choice(_COMPLETED, _COMPLETED, "c"), Choice(_GIVEN_UP, _GIVEN_UP, "g"))


class PostsForm(Form):
    """How many posts a team has."""

    about_a_child = False

    AUTO_FOCUS = "#fte"

    def __init__(self, teams: Sequence[str]) -> None:
        team = teams[0] if len(teams) == 1 else ""
        fields = (
            Field("of_team", "Team", "As lists name it", 1, team, cells=NAME_CELLS, needed=True),
            Field("fte", "Posts", "Full-time equivalents, filled and vacant: 8 or 7.5", reads=typed_fte, needed=True),
            Field("on", "From", "today, 1/4/2026", 1, "today", day="long_ago", cells=DAY_CELLS),
        )
        super().__init__(key_named(FormName.POSTS, "posts"), "How many posts a team has", fields)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The posts."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        return PostsRequest(typed["of_team"], typed_fte(typed["fte"]), on)


class ProgrammeForm(Form):
    """A programme for supervisors: begun, completed or given up."""

    about_a_child = False

    AUTO_FOCUS = "#step"

    def __init__(self, about: About) -> None:
        name = "Practice Supervisor Development Programme"
        fields = (
            Field("step", "It was", "The last two of the one that is under way", 1, _BEGUN, choices=_STEPS),
            Field("text", "Programme", "Its name, where it was begun", 1, name),
            day_field("on", "Day", "The day it was begun, completed or given up", "today"),
            Field("until", "Until", "The last day that is planned, where it was begun", day="either", cells=DAY_CELLS),
            Field("because", "Because", "Why it was given up", 2),
        )
        key = DraftKey(FormName.PROGRAMME, worker_id=about.worker_id)
        super().__init__(key, f"A programme for supervisors: {about.shown}", fields)
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """Its beginning, or its end."""
        today = self.program.worker.today()
        on, worker = parse_date(typed["on"] or "today", today), self.about.its_worker
        if typed["step"] in (_COMPLETED, _GIVEN_UP):
            return EndProgramme(AboutWorker(worker), on, typed["step"] == _COMPLETED, typed["because"])
        until = parse_date(typed["until"], today, weekdays="from_today") if typed["until"].strip() else None
        return ProgrammeRequest(worker, typed["text"], on, until)

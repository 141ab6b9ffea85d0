"""A child was seen, alone or not, and where; or was not seen, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from oversight_tui.practice.requests import NotSeenRequest, Request, SeenRequest
from oversight_tui.practice.seen import NotSeenWhy, SeenPlace
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS, day_field, read_yes_no
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import parse_date
from oversight_tui.words.day_labels import NOT_SEEN
from oversight_tui.words.typed import Unread, unread_in

_SEEN = "yes"
_LETTERS: Mapping[NotSeenWhy, str] = {
    "not_at_home": "n",
    "refused": "r",
    "child_away": "c",
    "worker_away": "w",
    "called_off": "u",
    "other": "o",
}
_WHETHER = (
    Choice(_SEEN, "seen", "y"),
    *(Choice(why, NOT_SEEN[why].removeprefix("the "), letter) for why, letter in _LETTERS.items()),
)
_WHERE = tuple(Choice(place, place, place[0]) for place in get_args(SeenPlace))


class SeenForm(Form):
    """Children seen or not: seen today unless anything else is said."""

    AUTO_FOCUS = "#seen"

    def __init__(self, about: Sequence[About]) -> None:
        fields = (
            Field("seen", "Seen", "Seen; or a visit without the child, and why", 1, _SEEN, choices=_WHETHER),
            day_field("on", "Day", "When: today, yesterday, mon", "today"),
            Field("alone", "Alone", "Whether seen alone; Backspace leaves it unsaid", choices=YES_NO),
            Field("place", "Where", "Where the child was seen; Backspace leaves it unsaid", choices=_WHERE),
            Field("text", "More", "Of a visit without the child: more about why; needed for another reason"),
            Field(
                "who",
                "Who tried",
                "Of a visit without the child; the worker unless said",
                named="worker",
                cells=NAME_CELLS,
            ),
        )
        shown = about[0].shown if len(about) == 1 else f"{len(about)} children"
        super().__init__(key_about(FormName.SEEN, about[0]), f"Seen, or not: {shown}", fields)
        self.about = about[0]
        self.visited = tuple(one.child for one in about)

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The visit, with the child or without."""
        on = parse_date(typed["on"] or "today", self.program.worker.today())
        why = next((one for one in get_args(NotSeenWhy) if one == typed["seen"]), None)
        if why is not None:
            for field in ("alone", "place"):
                if typed[field].strip():
                    raise unread_in(field, "This is of a child who was seen: Backspace clears it.")
            return NotSeenRequest(self.visited, on, why, typed["text"], typed["who"])
        if typed["seen"] != _SEEN:
            raise Unread("Say whether the child was seen: y, or why not.")
        for field in ("text", "who"):
            if typed[field].strip():
                raise unread_in(field, "This is for a visit without the child: choose above why they were not seen.")
        place = next((one for one in get_args(SeenPlace) if one == typed["place"]), None)
        return SeenRequest(self.visited, on, read_yes_no(typed["alone"]), place)

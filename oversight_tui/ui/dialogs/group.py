"""A group session: several workers, one or more children, a summary on each child's file."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.requests import Request, SessionTalk, TypedGroupTalk
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import (
    NAME_CELLS,
    SCALES,
    action_field,
    day_field,
    reason_field,
    typed_actions,
)
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.words.dates import parse_date
from oversight_tui.words.typed import typed_names, typed_references, typed_scale


class GroupForm(Form):
    """The summary of one child, or of brothers and sisters; the next child goes on with the same session."""

    AUTO_FOCUS = "#others"

    def __init__(self, about: About) -> None:
        fields = (
            Field("others", "Also there", "Who else than this worker: names, with commas between", named="worker"),
            Field(
                "children",
                "Children",
                "An entry each; then the same key for the next",
                1,
                about.reference or "",
                named="child",
                needed=True,
            ),
            Field("text", "Summary", "What the group thought, in words the child may read one day", 3, needed=True),
            Field("decision", "Decision", "Not without the accountable manager; may be left empty"),
            reason_field(2),
            action_field(),
            Field("analysis", "Otherwise", "Another explanation; may be left empty"),
            Field("childs_view", "Child's view", "May be left empty"),
            SCALES,
            Field("supervisor", "Led by", "Empty is you", named="worker", cells=NAME_CELLS),
            day_field("on", "Held on", "today, yesterday, mon, 3 Apr", "today"),
        )
        super().__init__(key_about(FormName.GROUP_SESSION, about), f"Group supervision: {about.shown}", fields)
        self.about = about
        self.about_whom = (about,) if about.child_id is not None else ()

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The entries."""
        today = self.program.worker.today()
        talk = SessionTalk(
            worker_id=self.about.its_worker,
            children=typed_references(typed["children"]),
            one_family=False,
            on=parse_date(typed["on"] or "today", today),
            kind="group",
            text=typed["text"],
            analysis=typed["analysis"],
            childs_view=typed["childs_view"],
            scales=typed_scale(typed["scales"]),
            decision=typed["decision"],
            because=typed["because"],
            actions=typed_actions(typed, today),
            supervisor=typed["supervisor"],
        )
        return TypedGroupTalk(talk, typed_names(typed["others"]))

"""Children in the list of a held session of whom nothing is written: what was said, or that nothing was."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Request, TypedTakeOff, WriteUp
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import action_field, typed_actions
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.typed import typed_references


class WriteUpForm(Form):
    """The words about one child, or about brothers and sisters, of a session that was held."""

    AUTO_FOCUS = "#children"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field(
                "children",
                "Children",
                f"References or names, one text for each family. {about.text}",
                named="child",
                needed=True,
            ),
            Field("text", "What was said", "In words the child may read one day", 4, needed=True),
            Field("decision", "Decision", "What was decided; may be left empty"),
            Field("because", "Because", "Why it was decided"),
            action_field(),
            Field("going_well", "Going well", "What is going well; may be left empty"),
            Field("childs_view", "Child's view", "What the child says or shows; may be left empty"),
        )
        key = DraftKey(FormName.WRITE_UP, entry_id=entry_id)
        super().__init__(key, f"To write up: the session with {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The words."""
        return WriteUp(
            self.entry_id,
            typed_references(typed["children"]),
            typed["text"],
            going_well=typed["going_well"],
            childs_view=typed["childs_view"],
            decision=typed["decision"],
            because=typed["because"],
            one_family=False,
            actions=typed_actions(typed, self.program.worker.today()),
        )


class TakeOffForm(Form):
    """Who stands in the list of a session and was not talked about in it; it counts as no discussion of theirs."""

    AUTO_FOCUS = "#children"

    def __init__(self, entry_id: EntryId, about: About) -> None:
        fields = (
            Field(
                "children",
                "Children",
                f"References of those who were not talked about. {about.text}",
                named="child",
                needed=True,
            ),
            Field("because", "Because", "Why they stand in its list", 2, needed=True),
        )
        key = DraftKey(FormName.TAKE_OFF, entry_id=entry_id)
        super().__init__(key, f"Not talked about in the session with {about.shown}", fields)
        self.entry_id = entry_id

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The taking off."""
        references = typed_references(typed["children"])
        return TypedTakeOff(self.entry_id, references, typed["because"], self.program.worker.today())

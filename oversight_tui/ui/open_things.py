"""What is open where one is, and the form that answers each: on a page, and beside a child in a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from oversight_tui.practice.facts import OpenItem, OpenKind
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.worker_dates import runs_out
from oversight_tui.ui import forms
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.about_forms import AboutForms
    from oversight_tui.ui.dialogs.form import Form
    from oversight_tui.ui.dialogs.which import Look

ANSWERS: Mapping[OpenKind, Callable[[EntryId, About], Form]] = MappingProxyType(
    {
        "worry": forms.worry_answer,
        "decision_review": forms.review_decision,
        "decision_without_because": forms.reason,
        "escalation": forms.escalation_answer,
        "consultation": forms.heard,
        "action": forms.action_outcome,
        "sign_off": forms.sign_off,
        "work_due": forms.work_due,
        "discussion_open": forms.talk_held,
        "referral": forms.decide_referral,
        "handover_planned": forms.handover_to_come,
        "audit": forms.audit,
        "incident": forms.incident_step,
        "worker_date": forms.worker_date_again,
        "booking": forms.booking,
    }
)
# Of which of these each key lets one choose.
_KINDS: Mapping[ActionId, tuple[OpenKind, ...]] = MappingProxyType(
    {
        "look_again": tuple(ANSWERS),
        "because": ("decision_without_because",),
        "escalation_answer": ("escalation", "consultation"),
        "action_outcome": ("action",),
    }
)


class OpenThings:
    """Lets one choose among the open things that `items` are now, and opens the form for the one that is chosen.

    `look` is the look at a child whom no worker holds, with what opens its form; None where there is none.
    """

    def __init__(
        self,
        program: Program,
        items: Callable[[], Sequence[OpenItem]],
        about: Callable[[OpenItem], About],
        open_form: Callable[[Form], None],
        look: Callable[[], tuple[Look, Callable[[], Form]] | None] = lambda: None,
    ) -> None:
        self._program = program
        self._items = items
        self._about = about
        self._open_form = open_form
        self._look = look

    def handlers(self) -> Handlers:
        """What does each action that answers something."""
        return {
            "look_again": lambda: self.choose("look_again"),
            "because": lambda: self.choose("because"),
            "escalation_answer": lambda: self.choose("escalation_answer"),
            "action_outcome": lambda: self.choose("action_outcome"),
        }

    def cannot(self, action_id: ActionId) -> str:
        """Why there is nothing to choose for an action; empty where there is something, or it is none of these."""
        looks = action_id == "look_again" and self._look() is not None
        if action_id not in _KINDS or self._answered_by(action_id) or looks:
            return ""
        return {
            "because": "No decision here waits for its reason.",
            "escalation_answer": "No escalation or consultation here waits for its answer.",
            "action_outcome": "No action is open here.",
        }.get(action_id, "Nothing that can be answered is open here.")

    def answer_entry(self, entry_id: EntryId, action_id: ActionId) -> bool:
        """Open the form for one entry; False where that is nothing open that this action answers."""
        found = next((one for one in self._answered_by(action_id) if one.id == entry_id), None)
        if found is not None:
            self._answer(found)
        return found is not None

    def talk(self, entry_id: EntryId | None, forms_here: AboutForms) -> None:
        """A same-day discussion: the one that was asked for where this entry is that, else one of `forms_here`."""
        asked = (one.id for one in self._items() if one.kind == "discussion_open")
        if entry_id is None or entry_id not in asked:
            forms_here.open_about("talk")
        else:
            self.answer_entry(entry_id, "look_again")

    def worry_stays(self) -> str:
        """That nothing that is decided or said answers a worry whose review is owed; empty where none is."""
        today = self._program.worker.today()
        owed = [one for one in self._items() if one.kind == "worry" and (one.due_on is None or one.due_on <= today)]
        if not owed:
            return ""
        which = "The worry stays" if len(owed) == 1 else f"{count(len(owed), 'worry', 'worries')} stay"
        return f"{which} open: {self._program.keymap.shown('look_again')} answers {'it' if len(owed) == 1 else 'them'}."

    def choose(self, action_id: ActionId) -> None:
        """Always with the list, so that the thing in front of one is read before it is answered; where there is nothing
        but the look at a child without a worker, that.
        """
        from oversight_tui.ui.dialogs.which import LOOK, WhichDialog

        items = self._answered_by(action_id)
        look, look_form = (self._look() if action_id == "look_again" else None) or (None, None)

        def chosen(which: EntryId | Literal["look"] | None) -> None:
            found = next((one for one in items if one.id == which), None)
            if found is not None:
                self._answer(found)
            elif which == LOOK and look_form is not None:
                self._open_form(look_form())

        if not items and look_form is not None:
            self._open_form(look_form())
        else:
            self._program.open(WhichDialog([(one, self._about(one)) for one in items], look), chosen)

    def _answer(self, item: OpenItem) -> None:
        about = self._about(item).__replace__(text=self._program.names.text(item.shown))
        about = about.__replace__(runs_out=runs_out((item,), item.id))
        self._open_form(ANSWERS[item.kind](item.id, about))

    def _answered_by(self, action_id: ActionId) -> list[OpenItem]:
        """What there is for an action, by the day it is due, what has none last."""
        kinds = _KINDS[action_id]
        found = [one for one in self._items() if one.kind in kinds]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))

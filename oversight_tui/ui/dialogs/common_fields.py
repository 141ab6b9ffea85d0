"""Fields that several forms have, so that they are asked for in the same words everywhere; and how actions are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.requests import AgreedAction
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.words.typed import typed_action

ACTIONS = ("action_1", "action_2")
SCALES = Field("scales", "Scale", "0 (cannot live at home) to 10 (safe enough to close): Mum 4, Amira 6")
SENSITIVE = Field("sensitive", "Sensitive", "yes hides all the words of this form until they are opened")
ACTION_FIELDS = tuple(
    Field(name, "Action", "What; who; by when, as in: Ring school; Amira; fri", action=True) for name in ACTIONS
)


def reason_field(rows: int) -> Field:
    """Why something is decided; the manager's own sentences are reasons."""
    return Field("because", "Because", "Why; 1 to 9 puts in a sentence of yours", rows, takes_sentences=True)


def typed_actions(typed: Mapping[str, str], today: date) -> tuple[AgreedAction, ...]:
    """The actions that were typed into the fields for them."""
    return tuple(AgreedAction(*typed_action(typed[name], today)) for name in ACTIONS if typed.get(name, "").strip())

"""What the store worker answers the settings screen. No message has a `repr` with its values."""

from __future__ import annotations

from dataclasses import dataclass

from oversight_tui.ui.messages import StoreAnswer
from oversight_tui.ui.settings.every import InForce
from oversight_tui.ui.settings.items import Change


@dataclass(eq=False, repr=False)
class SettingsRead(StoreAnswer):
    """What is set now."""

    now: InForce


@dataclass(eq=False, repr=False)
class TriedOut(StoreAnswer):
    """What a change would do, in sentences, and to whom; `problem` says instead why it cannot be."""

    says: tuple[str, ...]
    problem: str = ""
    named: str = ""


@dataclass(eq=False, repr=False)
class SettingKept(StoreAnswer):
    """A change is in force; `now` is all that is set with it, `back` what takes it back."""

    says: str
    now: InForce
    back: Change

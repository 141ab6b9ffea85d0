"""One thing that can be set, as the settings screen shows it. Knows neither the store nor the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from oversight_tui.config_writing import FileChange
from oversight_tui.practice.policy_changes import PolicyChange

Change = PolicyChange | FileChange
# How another value is given: typed, by pressing the key, by looking at it, or not here.
Way = Literal["typed", "key", "theme", "by hand"]

POLICY = "the store, with the policy: the same for everybody who opens it."
MACHINE = "this machine's settings file."


class Item(Struct, frozen=True, kw_only=True):
    """One setting. `value` and `default` are as a person reads and types them, `kept_in` says for whom it holds.

    `change` makes of what was typed what is to be kept, and raises PlainProblem where it cannot be read; `back` is the
    change to the default, None where it is that already. `how` says how a value is written, `choices` which there are,
    `unit` of what a number is.
    """

    id: str
    group: str
    name: str
    meaning: str
    source: str
    value: str
    default: str
    kept_in: str
    change: Callable[[str], Change]
    back: Change | None
    how: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    way: Way = "typed"
    at_once: bool = True

    @property
    def is_one_more(self) -> bool:
        """Whether it is the empty row of what is named when it is added."""
        return self.id.endswith(".")

    @property
    def is_own(self) -> bool:
        """Whether it is set otherwise than the default."""
        return self.back is not None

"""The tour: a morning's acts over the made-up team, one after the other, each noticed when it is done.

It watches and does nothing itself: keys do what they always do, and whoever does something else is not kept from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import events

from oversight_tui.ui.actions import ActionId

SKIP, LEAVE = "f9", "f10"


class Step(Struct, frozen=True):
    """What to do, with the keys of these actions in it; done by an action, or by something of this kind recorded."""

    says: str
    keys: tuple[ActionId, ...]
    acted: ActionId | None = None
    recorded: str = ""


_STEPS = (
    Step(
        "Who needs you? What is urgent stands first. {} goes to the next that is late; beside or under the list stands "
        "why it is there.",
        ("next_overdue",),
        acted="next_overdue",
    ),
    Step(
        "{} opens the page of that row's child or worker: what is known, and all that was said and decided.",
        ("open_page",),
        acted="open_page",
    ),
    Step(
        "Now decide. Esc goes back to the board, {} decides about its row: a letter for the kind, which says what too, "
        "then why; save.",
        ("decide",),
        recorded="decision",
    ),
    Step(
        "Somebody asks for ten minutes about a child: {} on a row about a child writes it down.",
        ("talk",),
        recorded="discussion",
    ),
    Step(
        "You hear something that worries you: {} raises it about the row's child, with how grave it "
        "is and when you look again.",
        ("worry",),
        recorded="worry",
    ),
    Step(
        "Hold supervision: {} goes to the team, {} opens a worker's session; one of another day is held today with {} "
        "again. Write about one child and save; {} ends it.",
        ("pane_2", "hold_session", "session_hold", "session_end"),
        recorded="session_held",
    ),
    Step(
        "Who is new, worker or child, has no last date. Esc to the board, {} asks for these: type a day, Enter. Esc "
        "goes back.",
        ("opening_dates",),
        recorded="opening",
    ),
    Step("Anything you record can be taken back: {} does it, and says what it was.", ("undo",), acted="undo"),
    Step(
        "That was a morning. {} says the keys wherever you are, {} finds anybody by a few letters. With `oversight` "
        "alone you begin with your own team.",
        ("help", "palette"),
    ),
)


class Tour:
    """Where somebody is in it. `shown` gives the key of an action; `changed` is told that it says something else."""

    def __init__(self, shown: Callable[[ActionId], str], changed: Callable[[], None]) -> None:
        self._shown = shown
        self._changed = changed
        self._at = 0
        self.is_on = False

    def go_on(self) -> None:
        """Begin, or take it up where it was left; after its end from the beginning."""
        self._at = 0 if self._at == len(_STEPS) - 1 else self._at
        self._show(is_on=True)

    def leave(self) -> None:
        """Leave it; it can be taken up again."""
        self._show(is_on=False)

    def skip(self) -> None:
        """On to the next thing; from the last out of it."""
        if self._at == len(_STEPS) - 1:
            self.leave()
        else:
            self._at += 1
            self._show(is_on=True)

    def follow(self) -> None:
        """Another screen was opened: it is to say the same."""
        if self.is_on:
            self._changed()

    def takes(self, event: events.Event) -> bool:
        """Take a key that is the tour's, also over a form; while it is not on it has none."""
        if not self.is_on or not isinstance(event, events.Key) or event.key not in (SKIP, LEAVE):
            return False
        if event.key == SKIP:
            self.skip()
        else:
            self.leave()
        return True

    def acted(self, action_id: ActionId) -> None:
        """An action was done."""
        if self.is_on and _STEPS[self._at].acted == action_id:
            self.skip()

    def recorded(self, kinds: Sequence[str]) -> None:
        """Something of these kinds was recorded."""
        if self.is_on and _STEPS[self._at].recorded in kinds:
            self.skip()

    @property
    def says(self) -> str:
        """What to do now."""
        step = _STEPS[self._at]
        keys = (key if len(key) == 1 else key.capitalize() for key in map(self._shown, step.keys))
        return f"Tour {self._at + 1} of {len(_STEPS)}. {step.says.format(*keys)}"

    @property
    def taken_up_with(self) -> str:
        """How somebody who leaves it comes to it again."""
        return f"{self._shown('palette')} and the word tour"

    @property
    def is_at_its_end(self) -> bool:
        """Whether there is nothing more to do."""
        return self._at == len(_STEPS) - 1

    def _show(self, *, is_on: bool) -> None:
        self.is_on = is_on
        self._changed()

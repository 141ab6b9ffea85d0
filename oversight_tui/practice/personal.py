"""A worker's own file: their growth, their wellbeing, what was agreed. Behind a hard wall from every child's file.

The child's file holds what concerns the child, the worker's own file what concerns the worker.
Decisions, actions and escalations about the worker are read here only.
Nothing in the rules, the board, a child's page or an export of one reads these values.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId

OwnFileKind = Literal[
    "reflection", "wellbeing", "learning", "goal", "performance", "agreement", "observation", "feedback"
]
PERSONAL: dict[OwnFileKind, str] = {
    "reflection": "Reflection",
    "wellbeing": "Wellbeing",
    "learning": "Learning",
    "goal": "Goal",
    "performance": "Performance concern",
    "agreement": "Supervision agreement",
    "observation": "Observation of practice",
    "feedback": "Feedback",
}


# What is written of feedback where the worker said no word with it, and stands before the words where one was said.
SAID_OF_SUPERVISION: dict[bool, str] = {True: "It changed something", False: "It changed nothing"}


class PersonalEntry(Struct, frozen=True, array_like=True):
    """One entry. `follows` is the goal, course or concern it tells more of; an agreement has its signatures' days.
    `changed` is of feedback: whether the worker says that supervision changed something, None where that was not said.
    """

    id: EntryId
    kind: OwnFileKind
    on: date | None
    by: str
    text: str
    support_offered: str | None = None
    next_step: str | None = None
    follows: EntryId | None = None
    signed_by_worker: date | None = None
    signed_by_manager: date | None = None
    renew_on: date | None = None
    changed: bool | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that was typed in it."""
        return tuple(filter(None, (self.text, self.support_offered, self.next_step)))

    @property
    def changed_words(self) -> str | None:
        """Whether it changed something, where the words of it are others; None where that was not said."""
        said = SAID_OF_SUPERVISION[self.changed] if self.changed is not None else None
        return said if said != self.text else None


class OwnFile(Struct, frozen=True):
    """Everything behind the wall, oldest first: the file's own entries, and `about`, what was decided, is to be done
    and was taken further about the worker, with its words. `held` are the days of the worker's one-to-ones.
    """

    entries: tuple[PersonalEntry, ...]
    about: tuple[Entry, ...]
    held: tuple[date, ...] = ()

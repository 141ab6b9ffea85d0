"""A worker's own file: their growth, their wellbeing, what was agreed. Behind a hard wall from every child's file.

The child's file holds what concerns the child, the worker's own file what concerns the worker.
Decisions, actions, escalations and consultations about the worker are read here only.
Nothing in the rules, the board, a child's page or an export of one reads these values.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.session_records import Unsettled

OwnFileKind = Literal[
    "reflection",
    "wellbeing",
    "learning",
    "goal",
    "performance",
    "agreement",
    "observation",
    "feedback",
    "record",
    "appraisal",
    "probation",
]
# What the record of a session has come to: sent on to the worker, agreed by them, or seen otherwise.
RecordStep = Literal["sent", "agreed", "otherwise"]
PERSONAL: dict[OwnFileKind, str] = {
    "reflection": "Reflection",
    "wellbeing": "Wellbeing",
    "learning": "Learning",
    "goal": "Goal",
    "performance": "Performance concern",
    "agreement": "Supervision agreement",
    "observation": "Observation of practice",
    "feedback": "Feedback",
    "record": "Record of a session",
    "appraisal": "Appraisal",
    "probation": "Probation",
}
# What has a day of its own, which is told ahead as the other dates of a worker are.
TOLD_AHEAD: frozenset[OwnFileKind] = frozenset({"appraisal", "probation"})


# What is written of feedback where the worker said no word with it, and stands before the words where one was said.
SAID_OF_SUPERVISION: dict[bool, str] = {True: "It changed something", False: "It changed nothing"}


class PersonalEntry(Struct, frozen=True, array_like=True):
    """One entry. `follows` is the goal, course or concern it tells more of; an agreement has its signatures' days.
    `look_again_on` is the day on which it comes back; `changed` is of feedback: whether the worker says that
    supervision changed something, None where that was not said. The record of a `session` has the `step` it came to.
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
    look_again_on: date | None = None
    changed: bool | None = None
    session: EntryId | None = None
    step: RecordStep | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that was typed in it."""
        return tuple(filter(None, (self.text, self.support_offered, self.next_step)))

    @property
    def changed_words(self) -> str | None:
        """Whether it changed something, where the words of it are others; None where that was not said."""
        said = SAID_OF_SUPERVISION[self.changed] if self.changed is not None else None
        return said if said != self.text else None


def with_signatures(entries: Sequence[PersonalEntry]) -> tuple[PersonalEntry, ...]:
    """The same, where an agreement has the signatures of an entry that goes on from it and renews nothing."""
    found = {one.id: one for one in entries}
    for one in entries:
        signed = found.get(one.follows) if one.follows is not None else None
        if one.kind == "agreement" and signed is not None and one.renew_on is None:
            found[signed.id] = signed.__replace__(
                signed_by_worker=signed.signed_by_worker or one.signed_by_worker,
                signed_by_manager=signed.signed_by_manager or one.signed_by_manager,
            )
    return tuple(found.values())


class OwnFile(Struct, frozen=True):
    """Everything behind the wall, oldest first: the file's own entries, and `about`, what was decided, is to be done
    and was taken further about the worker, with its words. `held` are the days of the worker's one-to-ones, `waiting`
    the sessions to whose record they have neither agreed nor said that they see it otherwise.
    """

    entries: tuple[PersonalEntry, ...]
    about: tuple[Entry, ...]
    held: tuple[date, ...] = ()
    waiting: tuple[Unsettled, ...] = ()

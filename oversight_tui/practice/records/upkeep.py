"""What is said of other records, and of the store: taken back, marked, held by law; the policy, notes to self."""

from __future__ import annotations

from typing import ClassVar, Literal

from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, WorkerId
from oversight_tui.practice.records.base import Content, Follows, Kind, Reason, Text

EntryMark = Literal["sensitive", "significant"]
ListAnswerAbout = Literal["status", "one_person"]


class Withdrawal(Content, frozen=True):
    """An entry taken back, with a reason; the entry itself stays. One that is itself taken back counts no more."""

    kind: ClassVar = Kind(
        name="withdrawal", called="a withdrawal", page="child_or_worker", taken_back="never", puts_right=True
    )
    withdrawn: EntryId
    reason: Reason


class Mark(Content, frozen=True):
    """An entry marked: `sensitive`, its words are shown only when they are opened; `significant`, an event to find
    again.
    """

    kind: ClassVar = Kind(name="mark", called="a mark", page="child_or_worker", puts_right=True)
    marked: Follows
    mark: EntryMark


class OwnNote(Content, frozen=True):
    """The manager's note to self. Whom it is about stands here and not in the spine, so that no page asks for it."""

    kind: ClassVar = Kind(name="own_note", called="a note to yourself", page="author")
    text: Text
    about_child: ChildId | None = None
    about_worker: WorkerId | None = None


class PolicyVersion(Content, frozen=True):
    """The numbers of this store from this entry on, as TOML text."""

    kind: ClassVar = Kind(name="policy", called="a change of the policy", page="store", taken_back="never")
    text: str


class ImportUndone(Content, frozen=True):
    """An import taken back: its entries are withdrawn, and its date is no longer that of the newest list."""

    kind: ClassVar = Kind(
        name="import_undone", called="an import taken back", page="store", taken_back="never", puts_right=True
    )
    undone: SnapshotId


class ListAnswer(Content, frozen=True):
    """What an import was told once and goes on knowing: what the words `said` of lists mean. It goes with the import
    that it was told to.
    """

    kind: ClassVar = Kind(name="list_answer", called="an answer about lists", page="store", taken_back="never")
    about: ListAnswerAbout
    said: str
    means: str


class LegalHold(Content, frozen=True):
    """Nothing about the child or worker of the entry is erased, whatever its age, until the hold is lifted."""

    kind: ClassVar = Kind(name="legal_hold", called="a legal hold", page="child_or_worker")
    reason: Reason


class LegalHoldEnd(Content, frozen=True):
    """A legal hold lifted, and why."""

    kind: ClassVar = Kind(name="legal_hold_end", called="the lifting of a legal hold", page="child_or_worker")
    hold: EntryId
    reason: Reason

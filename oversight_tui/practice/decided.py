"""Decisions as a list: by kind, worker, child and span, with or without a reason, reviewed, challenged, overturned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.words.labels import SENSITIVE

# What a list of decisions can be narrowed to.
Only = Literal["with_reason", "without_reason", "reviewed", "not_reviewed", "challenged", "overturned"]
CHALLENGE = "challenge"  # the policy's kind of a decision that is a challenge itself


def as_shown(text: str, *, sensitive: bool) -> str:
    """The words of an entry as far as they may stand in a list."""
    return SENSITIVE if sensitive else text


class Said(Struct, frozen=True):
    """What was said of a decision later: on which day, by whom, and the words; of what is sensitive there are none."""

    on: date | None
    who: str
    text: str


class Decided(Struct, frozen=True):
    """A decision about a child, of whom `name` is the one used here; `worker` holds the child now. `reviews` and
    `disagreements` are in the order in which they happened; `overturned` is the review that says so. The words of a
    `sensitive` one are not here.
    """

    entry_id: EntryId
    child_id: ChildId
    child: str
    worker_id: WorkerId | None
    worker: str | None
    on: date | None
    by: str
    kind: str
    text: str
    because: str | None
    lacks_reason: bool
    review_on: date | None
    reviews: tuple[Said, ...] = ()
    disagreements: tuple[Said, ...] = ()
    overturned: Said | None = None
    sensitive: bool = False
    name: str | None = None

    @property
    def challenged(self) -> bool:
        """Whether it is a challenge, somebody sees it otherwise, or it was overturned."""
        return self.kind == CHALLENGE or bool(self.disagreements) or self.overturned is not None

    def is_one(self, only: Only) -> bool:
        """Whether it is of those to which a list is narrowed."""
        return {
            "with_reason": not self.lacks_reason,
            "without_reason": self.lacks_reason,
            "reviewed": bool(self.reviews),
            "not_reviewed": not self.reviews,
            "challenged": self.challenged,
            "overturned": self.overturned is not None,
        }[only]


class Narrowed(Struct, frozen=True):
    """To what a list of decisions is narrowed; None and nothing for all of them."""

    kind: str | None = None
    worker_id: WorkerId | None = None
    child_id: ChildId | None = None
    first: date | None = None
    last: date | None = None
    only: tuple[Only, ...] = ()

    def takes(self, one: Decided) -> bool:
        """Whether a decision is in the list."""
        return (
            self.kind in (None, one.kind)
            and self.worker_id in (None, one.worker_id)
            and self.child_id in (None, one.child_id)
            and (self.first is None or (one.on is not None and one.on >= self.first))
            and (self.last is None or (one.on is not None and one.on <= self.last))
            and all(one.is_one(each) for each in self.only)
        )


def narrowed(decisions: Iterable[Decided], to: Narrowed) -> tuple[Decided, ...]:
    """Those that a list is narrowed to, the newest first."""
    found = [one for one in decisions if to.takes(one)]
    return tuple(sorted(found, key=lambda one: (one.on or date.min, one.entry_id), reverse=True))

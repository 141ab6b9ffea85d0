"""The store's own numbers, each a type of its own, so that a child's can never stand where a worker's is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType, TypeVar

from msgspec import Struct

ChildId = NewType("ChildId", int)
WorkerId = NewType("WorkerId", int)
TeamId = NewType("TeamId", int)
EntryId = NewType("EntryId", int)  # the number of an entry's first version, by which it is known
SnapshotId = NewType("SnapshotId", int)
Number = TypeVar("Number", bound=int)
Value = TypeVar("Value")


class AboutChild(Struct, frozen=True, gc=False):
    """Something is about this child."""

    id: ChildId


class AboutWorker(Struct, frozen=True, gc=False):
    """Something is about this worker, and no child."""

    id: WorkerId


Subject = AboutChild | AboutWorker


def child_of(subject: Subject) -> ChildId | None:
    """The child, where it is about one."""
    return subject.id if isinstance(subject, AboutChild) else None


def worker_of(subject: Subject) -> WorkerId | None:
    """The worker, where it is about one and no child."""
    return subject.id if isinstance(subject, AboutWorker) else None


def under(by_id: Mapping[Number, Value], number: Number | None) -> Value | None:
    """What stands under an id; None where there is no id, or nothing under it."""
    return by_id.get(number) if number is not None else None

"""What stands on the face of every export, and the journal line that it was made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db import writes
from db.queries.data_age import newest_list
from oversight_tui.services.identity import author, is_made_up, whose

if TYPE_CHECKING:
    from db.engine import Store

EXPORTED = "exported"
MADE_UP = "made-up team, nobody in it is real"


class Face(Struct, frozen=True):
    """`marking` is the protective marking, with whether the team is made up, `as_of` the day the rules went by,
    `data_as_at` that of the newest lists (None where none was imported), `by` who made it as they are called.
    """

    marking: str
    as_of: date
    data_as_at: date | None
    by: str


def face_of(store: Store, today: date, marking: str) -> Face:
    """The face of an export made now. Asked inside a transaction."""
    said = (marking, *((MADE_UP,) if is_made_up(store) else ()))
    return Face(": ".join(filter(None, said)), today, newest_list(store), whose(store).name)


def note_exported(store: Store, kind: str, about: Mapping[str, object]) -> None:
    """The journal line that something of this kind was made to go out; `about` says of whom and of which days, by the
    ids of the store (`child`, `worker`) and plain values.
    """
    writes.note_opened(store, EXPORTED, {"export": kind, **about}, author(store))

"""What the store worker tells the screen, as far as the first frame needs it; the rest is in `page_messages`.

No message has a `repr` with its values: it would write children's names wherever a message is logged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.ids import EntryId
    from oversight_tui.practice.requests import Request


WayBack = Literal["", "undo", "redo"]


class StoreAnswer(Message):
    """An answer of the store worker. It goes to whoever asked, and from there up to the application."""


@dataclass(eq=False, repr=False)
class BoardLoaded(StoreAnswer):
    """A board was read. `generation` tells an older answer from a newer one."""

    board: Board
    generation: int


@dataclass(eq=False, repr=False)
class Done(StoreAnswer):
    """Something was recorded; `says` is the sentence for the key line.

    `way_back` is the action that takes it back, or brings it back: `undo`, `redo`, or nothing. `entries` are those that
    were recorded, of these `kinds`, `undone` those that were taken back.
    """

    says: str
    way_back: WayBack = ""
    entries: tuple[EntryId, ...] = ()
    undone: tuple[EntryId, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class UndoAsked(StoreAnswer):
    """What would be taken back is larger or older than one takes back unasked; `newest` is the entry it is known by."""

    question: str
    newest: EntryId


@dataclass(eq=False, repr=False)
class AskedFirst(StoreAnswer):
    """Nothing was recorded yet: `question` says what a yes does, and `agreed` is what it records. `known` is the entry
    up to which it says what others have recorded, None where it says nothing of that.
    """

    question: str
    agreed: Request
    known: EntryId | None = None


@dataclass(eq=False, repr=False)
class Noticed(StoreAnswer):
    """Something to know that nobody has asked for; `says` is the sentence."""

    says: str


@dataclass(eq=False, repr=False)
class StoreAway(StoreAnswer):
    """The server that keeps the store cannot be reached, or the store was carried elsewhere, as `says` says; it is back
    where that is empty.
    """

    says: str


@dataclass(eq=False, repr=False)
class ShutOut(StoreAnswer):
    """The server lets the login in no more, `says` says so; it is let in again where that is empty."""

    says: str


@dataclass(eq=False, repr=False)
class Refused(StoreAnswer):
    """Something could not be done; `says` is what to do about it, `field` in which field of a form, where in one,
    and `names` what was typed that names nobody, or several. `away` says that the server could not be reached.
    """

    says: str
    field: str = ""
    names: str = ""
    away: bool = False


@dataclass(eq=False, repr=False)
class BoardUnread(Refused):
    """The board could not be read."""

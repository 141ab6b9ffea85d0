"""What else somebody has at a time of day: bookings they go to, sessions in which they are supervised or supervise.

It is said and never refused: who is in court until four may well be back by three, and only they know.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from oversight_tui.practice.booked_words import booking_words
from oversight_tui.practice.facts import OpenItem, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.words.text import match_key
from oversight_tui.words.times import ends_at

MINUTES_UNLESS_SAID = 60  # local: how long something takes of which nobody said it


class Goes(Struct, frozen=True):
    """Who goes, by name, and which worker that is; None where it is nobody of the team."""

    name: str
    worker: WorkerId | None = None

    def has(self, item: OpenItem) -> bool:
        """Whether they go to something that is booked, or are in a session that is planned, on either side of it."""
        if item.kind == "booking":
            return item.owner_id == self.worker if self.worker is not None else self._is(item.who)
        return item.kind == "session_planned" and (
            (self.worker is not None and item.worker_id == self.worker) or self._is(item.owner)
        )

    def _is(self, name: str | None) -> bool:
        return name is not None and match_key(name) == match_key(self.name)


class Span(Struct, frozen=True):
    """From when, as HH:MM, and how many minutes long; None where it was not said."""

    at: str
    minutes: int | None = None

    def overlaps(self, other: Span) -> bool:
        """Whether both are at one time; what ends as the other begins is not."""
        return self._begins < other._ends and other._begins < self._ends

    @property
    def _begins(self) -> int:
        return int(self.at[:2]) * 60 + int(self.at[3:])

    @property
    def _ends(self) -> int:
        return self._begins + (self.minutes or MINUTES_UNLESS_SAID)


def at_that_time(
    items: Iterable[OpenItem], goes: Goes, span: Span, but: Collection[EntryId] = ()
) -> Sequence[OpenItem]:
    """What of a day's items somebody has while `span` lasts, in the order of the day; nothing of what has no time, and
    none of the entries `but`.
    """
    theirs = (item for item in items if item.at is not None and item.id not in but and goes.has(item))
    found = (item for item in theirs if item.at is not None and span.overlaps(Span(item.at, item.minutes)))
    return sorted(found, key=lambda item: (item.at or "", item.id))


def is_elsewhere(name: str, booking: OpenItem, items: Iterable[OpenItem], people: Iterable[Worker]) -> bool:
    """Whether somebody has something else while a booking lasts; `people` are those of the team."""
    if booking.at is None:
        return False
    worker = next((one.id for one in people if match_key(one.name) == match_key(name)), None)
    of_the_day = (item for item in items if item.due_on == booking.due_on)
    return bool(at_that_time(of_the_day, Goes(name, worker), Span(booking.at, booking.minutes), (booking.id,)))


def then_words(
    goes: Goes,
    found: Iterable[OpenItem],
    child: Callable[[ChildId], str | None],
    worker: Callable[[WorkerId], str | None],
    shown: str | None = None,
) -> str:
    """That somebody has this then: `Amira Khan has Court (C-4633) 14:00 to 16:00 then.`; empty where it is nothing.

    `child` gives a reference and `worker` a name by its id, `shown` is how they are called where not by name.
    """
    said = [f"{_called(goes, item, child, worker)} {_when(item)}" for item in found]
    return f"{shown or goes.name} has {', '.join(said)} then." if said else ""


def _called(
    goes: Goes, item: OpenItem, child: Callable[[ChildId], str | None], worker: Callable[[WorkerId], str | None]
) -> str:
    if item.kind == "booking":
        reference = child(item.child_id) if item.child_id is not None else None
        return f"{booking_words(item)}{f' ({reference})' if reference else ''}"
    supervised = worker(item.worker_id) if item.worker_id is not None and item.worker_id != goes.worker else None
    return f"Supervision with {supervised}" if supervised else "Supervision"


def _when(item: OpenItem) -> str:
    at = item.at or ""
    return f"{at} to {ends_at(at, item.minutes)}" if item.minutes else f"at {at}"

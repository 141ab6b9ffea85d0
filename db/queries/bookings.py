"""What is booked and not said yet what became of, who is on duty, and how children without a worker are seen to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import JOIN

from db.models import Booking, DutyTurn, EntryInForce, OpenItem, WaitingLook
from db.queries import rows
from db.question import MOST_AT_ONCE, Question, any_of, batched, given
from db.reading import Columns
from oversight_tui.practice import facts
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.open_kinds import Which

if TYPE_CHECKING:
    from db.engine import Store


class Booked(Struct, frozen=True, array_like=True):
    """A booking by its entry, of which child, for which day, and what it is."""

    entry: EntryId
    child_id: ChildId | None
    on: date
    which: Which


class BookedFrom(Struct, frozen=True, array_like=True):
    """A booking that came out of a calendar: what it is called there, its entry, for which day and time; `open` says
    that what became of it is not said yet.
    """

    outside_id: str
    entry: EntryId
    on: date
    at: str | None
    open: bool


_FROM = Columns(
    BookedFrom,
    {
        "outside_id": Booking.outside_id,
        "entry": EntryInForce.root,
        "on": EntryInForce.happened_on,
        "at": EntryInForce.happened_at,
        "open": OpenItem.entry.is_null(False),
    },
)
_FROM_CALENDARS = Question(
    lambda called: (
        Booking.select(*_FROM.columns)
        .join(EntryInForce, on=(EntryInForce.id == Booking.entry))
        .join(OpenItem, JOIN.LEFT_OUTER, on=(OpenItem.entry == EntryInForce.root))
        .where(Booking.outside_id.in_(any_of("called", called)))
        .order_by(EntryInForce.root)
    )
)


_BOOKED = Columns(
    Booked, {"entry": OpenItem.entry, "child_id": OpenItem.child, "on": OpenItem.due_on, "which": OpenItem.which}
)
_OF_CHILDREN = Question(
    lambda children: (
        OpenItem.select(*_BOOKED.columns)
        .where(OpenItem.child.in_(any_of("children", children)) & (OpenItem.kind == given("kind")))
        .order_by(OpenItem.due_on.asc(nulls="LAST"), OpenItem.entry)
    )
)


# A turn on duty is no longer than this, so that those of a day are found by the day on which they begin.
LONGEST_TURN = timedelta(days=31)
_AHEAD = timedelta(days=14)
_BEHIND = timedelta(days=14)
_DUTY = Question(
    lambda workers: (
        DutyTurn.select(*rows.DUTY.columns)
        .join(EntryInForce, on=(EntryInForce.id == DutyTurn.entry))
        .where(
            (EntryInForce.kind == "duty")
            & EntryInForce.happened_on.between(given("first"), given("last"))
            & (DutyTurn.last_day >= given("monday"))
            & EntryInForce.worker.in_(any_of("workers", workers))
        )
        .order_by(DutyTurn.first_day, EntryInForce.root)
    )
)


_LOOKED = Columns(
    facts.Looked,
    {
        "child_id": EntryInForce.child,
        "on": EntryInForce.happened_on,
        "escalated": EntryInForce.kind == "escalation",
        "who": WaitingLook.who,
    },
)
_LOOKS = Question(
    lambda children: (
        EntryInForce.select(*_LOOKED.columns)
        .join(WaitingLook, JOIN.LEFT_OUTER, on=(WaitingLook.entry == EntryInForce.id))
        .where(
            EntryInForce.child.in_(any_of("children", children)) & EntryInForce.kind.in_(("waiting_look", "escalation"))
        )
        .order_by(EntryInForce.root)
    )
)


_ON_DAY = Question(
    lambda: OpenItem.select(*rows.ITEM.columns).where(
        OpenItem.kind.in_(("booking", "session_planned")) & (OpenItem.due_on == given("on"))
    )
)


def booked_on(store: Store, on: date) -> list[facts.OpenItem]:
    """What is booked for a day, and the sessions that are planned for it, whoever goes."""
    return rows.ITEM.made_from(_ON_DAY.ask(store, on=on.isoformat()))


_OF_WORKER = Question(
    lambda: (
        OpenItem.select(*rows.ITEM.columns)
        .where((OpenItem.owner == given("worker")) & (OpenItem.kind == "booking") & (OpenItem.due_on >= given("since")))
        .order_by(OpenItem.due_on.asc(nulls="LAST"), OpenItem.entry)
    )
)


def bookings_of(store: Store, worker: WorkerId, since: date) -> list[facts.OpenItem]:
    """What a worker goes to of what is booked for a day or a later one, earliest first."""
    return rows.ITEM.made_from(_OF_WORKER.ask(store, worker=worker, since=since.isoformat()))


_DAYS_NOW = Question(
    lambda ids, same: EntryInForce.select(EntryInForce.root, EntryInForce.happened_on).where(
        EntryInForce.id.in_(any_of("ids", ids)) | EntryInForce.corrects.in_(any_of("same", same))
    )
)


def days_now(store: Store, entries: Sequence[EntryId]) -> dict[EntryId, date]:
    """The days of these entries as their newest versions say."""
    found = [row for ids in batched(entries) for row in _DAYS_NOW.ask(store, ids=ids, same=ids)]
    return {EntryId(root): date.fromisoformat(on) for root, on in found if on is not None}


def looked_at(store: Store, children: Sequence[ChildId]) -> tuple[facts.Looked, ...]:
    """How these children were looked at again, and taken to somebody senior, in the order in which it was recorded."""
    found = [row for ids in batched(children) for row in _LOOKS.ask(store, children=ids)]
    return tuple(_LOOKED.made_from(found))


def booked_since(today: date) -> str:
    """The first day of which a board of a day knows what was booked, as ISO text."""
    return (today - _BEHIND).isoformat()


def duty_among(store: Store, workers: Sequence[WorkerId], today: date) -> tuple[facts.DutyTurn, ...]:
    """The turns on duty of these workers of this week and of the next two, earliest first."""
    if not workers:
        return ()
    monday = today - timedelta(days=today.weekday())
    days = {"first": monday - LONGEST_TURN, "last": today + _AHEAD, "monday": monday}
    found = _DUTY.ask(store, workers=workers, **{name: day.isoformat() for name, day in days.items()})
    return tuple(rows.DUTY.made_from(found))


def booked_from(store: Store, called: Sequence[str]) -> dict[str, BookedFrom]:
    """What is booked of the entries of calendars with these ids, by the id; the newest where there are several."""
    parts = (called[start : start + MOST_AT_ONCE] for start in range(0, len(called), MOST_AT_ONCE))
    found = [row for part in parts for row in _FROM_CALENDARS.ask(store, called=part)]
    return {one.outside_id: one for one in _FROM.made_from(found)}


def visits_booked(store: Store, children: Collection[ChildId]) -> tuple[Booked, ...]:
    """The visits booked to these children, earliest first."""
    found = _BOOKED.made_from(_OF_CHILDREN.ask(store, children=list(children), kind="booking")) if children else []
    return tuple(one for one in found if one.which == "visit")

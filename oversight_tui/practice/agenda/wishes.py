"""The sessions to come, with what the manager wants otherwise on each: who is on it whatever comes, and who is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.agenda.values import SessionSlot
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.sessions import AgendaStep


class PlannedAhead(Struct, frozen=True):
    """A one-to-one session that is planned. `days` are all days it was ever planned for: one that was moved takes along
    what was prepared for it.
    """

    entry: EntryId
    on: date
    minutes: int | None
    days: frozenset[date]


class Wish(Struct, frozen=True):
    """What was said of a child and the session of a day."""

    child: ChildId
    on: date
    step: AgendaStep


class Begun(Struct, frozen=True):
    """The session that is held, or thought of as held, on a day: its minutes, its plan, the days the plan was for.

    `since` is the day of the last one held before it, where it has begun itself.
    """

    on: date
    minutes: int | None
    plan: EntryId | None
    days: frozenset[date]
    since: date | None = None


def slots_to_come(
    begun: Begun | None, planned: Sequence[PlannedAhead], thought_of: Iterator[date], number: int, minutes: int
) -> tuple[list[SessionSlot], dict[date, frozenset[date]]]:
    """So many sessions at most: the one that is held today, those planned, then days thought of.

    `thought_of` are days after the last of those. `minutes` is the length where no plan says one. With them comes, by
    the day of a session, the days its plan was for.
    """
    slots, days = [], {}
    if begun is not None:
        slots.append(SessionSlot(begun.on, begun.minutes or minutes, plan_id=begun.plan))
        days[begun.on] = begun.days
    for one in planned[: number - len(slots)]:
        slots.append(SessionSlot(one.on, one.minutes or minutes, plan_id=one.entry))
        days[one.on] = days.get(one.on, frozenset()) | one.days
    while len(slots) < number and (day := next(thought_of, None)) is not None:
        slots.append(SessionSlot(day, minutes))
    return slots, days


def with_wishes(
    slots: Sequence[SessionSlot],
    days: dict[date, frozenset[date]],
    wishes: Iterable[Wish],
    since: date | None,
    spent: Collection[date],
) -> list[SessionSlot]:
    """The sessions with what was said of each; `wishes` in the order in which they were said, the last one holds.

    What was said of a day that is no session's belongs to the next session from that day on: the date was moved, or was
    only thought of. What is not newer than `since`, the last session held, is over, and so is what was said of the days
    that are `spent`: of plans of sessions that were held.
    """
    said: list[dict[ChildId, AgendaStep]] = [{} for _ in slots]
    for wish in wishes:
        if wish.step == "not_reached":
            continue
        place = next(
            (at for at, slot in enumerate(slots) if wish.on == slot.on or wish.on in days.get(slot.on, ())), None
        )
        if place is None and wish.on not in spent and (since is None or wish.on > since):
            place = next((at for at, slot in enumerate(slots) if slot.on > wish.on), None)
        if place is not None:
            said[place][wish.child] = wish.step
    return [
        slot.__replace__(
            added=frozenset(child for child, step in here.items() if step == "added"),
            dropped=frozenset(child for child, step in here.items() if step == "dropped"),
        )
        for slot, here in zip(slots, said, strict=True)
    ]


def left_over(wishes: Iterable[Wish], since: date | None) -> frozenset[ChildId]:
    """Who was on the agenda of the last session and not reached: said of a day no older than the last one held."""
    return frozenset(
        wish.child for wish in wishes if wish.step == "not_reached" and (since is None or wish.on >= since)
    )

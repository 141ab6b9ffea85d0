"""The sessions to come, with what the manager wants otherwise on each: who is on it whatever comes, and who is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """The session that is held, or thought of as held, on a day: its minutes, its plan, the days the plan was for."""

    on: date
    minutes: int | None
    plan: EntryId | None
    days: frozenset[date]


def with_wishes(
    slots: Sequence[SessionSlot],
    days: Mapping[date, frozenset[date]],
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


class LastTime(Struct, frozen=True):
    """The last session that was held, whether or not it counts as supervision, and the days its plan was for."""

    on: date
    days: frozenset[date] = frozenset()


def left_over(
    wishes: Iterable[Wish], last: LastTime | None, talks: Mapping[ChildId, date | None]
) -> dict[ChildId, AgendaStep]:
    """Who was not talked about in the last session and was to be: not reached in it, or taken off its agenda by hand,
    and not talked about since. `talks` are the days of the last talks.

    Who was not reached stands under the day of the session, also where that was put right to an earlier one. A talk of
    that day was before it.
    """
    if last is None:
        return {}
    of_it = {last.on, *last.days}
    said = {
        wish.child: wish.step
        for wish in wishes
        if wish.on in of_it or (wish.step == "not_reached" and wish.on >= last.on)
    }
    return {
        child: step
        for child, step in said.items()
        if step != "added"
        if (talk := talks.get(child)) is None or talk < last.on or (talk == last.on and step == "not_reached")
    }

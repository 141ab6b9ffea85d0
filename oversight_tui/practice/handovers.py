"""Handovers that are planned for a day to come: of which child, from whom, to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Child, OpenItem, TeamFacts
from oversight_tui.practice.ids import EntryId, under
from oversight_tui.words.dates import short_day
from oversight_tui.words.labels import BUCKET, words_for


class HandOverToCome(Struct, frozen=True):
    """A child who is to go to a worker, by name, or else is to be `held` otherwise, as a bucket is called. `holder` has
    the child until then, None where nobody does.
    """

    entry_id: EntryId
    child: Child
    holder: str | None
    to: str | None
    held: str
    on: date

    def words(self, worker: str, child: str, name: Callable[[str | None], str], today: date) -> str:
        """What is to come of it for a worker, whose name this is: `child` is how the child is called there, and `name`
        how a worker is.
        """
        day = short_day(self.on, today)
        if self.to is None:
            return f"{child} is to be {self.held}, {day}"
        if self.to != worker:
            return f"{child} goes to {name(self.to)}, {day}"
        return f"{child} comes{f' from {name(self.holder)}' if self.holder else ''}, {day}"


def handovers_to_come(facts: TeamFacts) -> Iterator[HandOverToCome]:
    """Those that are planned, by their days."""
    planned = [item for item in facts.open_items if item.kind == "handover_planned" and item.due_on is not None]
    if not planned:
        return
    people = {one.id: one.name for one in (*facts.named, *facts.colleagues, *facts.workers)}
    children = {one.id: one for one in (*facts.children_elsewhere, *facts.closed, *facts.children)}
    for item in sorted(planned, key=lambda one: (one.due_on or date.max, one.id)):
        child = under(children, item.child_id)
        if child is not None and item.due_on is not None:
            holder, to = under(people, child.worker_id), under(people, item.owner_id)
            yield HandOverToCome(item.id, child, holder, to, words_for(BUCKET, item.who, ""), item.due_on)


def with_names(facts: TeamFacts) -> tuple[OpenItem, ...]:
    """What is open, with the name of whoever is to have a child."""
    to_whom = {one.entry_id: one.to or one.held for one in handovers_to_come(facts)}
    return tuple(one.__replace__(who=to_whom[one.id]) if one.id in to_whom else one for one in facts.open_items)

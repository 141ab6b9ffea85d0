"""Why visits are late: each child who should have been seen by now, every attempt since they were seen last, and what
stood in its way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.seen import NotSeenWhy
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.day_labels import NOT_SEEN
from oversight_tui.words.labels import SENSITIVE, words_for

NO_ATTEMPT = "no attempt recorded"


class Attempt(Struct, frozen=True):
    """A visit on which a child was not seen: the day, why, more about it, who tried. Of a sensitive one neither why nor
    more about it is known here.
    """

    on: date
    why: NotSeenWhy | None
    text: str | None = None
    who: str | None = None

    @property
    def reason(self) -> str:
        """Why, in words."""
        return words_for(NOT_SEEN, self.why) if self.why is not None else SENSITIVE


class LateVisit(Struct, frozen=True):
    """A child whose visit is late: since when, the attempts since they were seen last, oldest first, and the visit that
    is booked next. `worker` holds the child now.
    """

    child: Child
    worker_id: WorkerId | None
    worker: str | None
    due_on: date | None
    days_over: int | None
    attempts: tuple[Attempt, ...] = ()
    booked_for: date | None = None

    @property
    def reason(self) -> str:
        """Why the child was not seen when it was last tried."""
        return self.attempts[-1].reason if self.attempts else NO_ATTEMPT


def late_visits(board: Board, attempts: Mapping[ChildId, Sequence[Attempt]]) -> tuple[LateVisit, ...]:
    """Those of a board whose visit is overdue, in the order of its morning list."""
    booked: dict[ChildId, date] = {}
    for item in board.open_items:
        if item.kind == "booking" and item.which == "visit" and item.child_id is not None and item.due_on is not None:
            soonest = min(booked.get(item.child_id, item.due_on), item.due_on)
            booked |= {item.child_id: soonest} if item.due_on >= board.as_of else {}
    found = []
    for row in board.attention:
        of_child = board.child_row(row.child_id) if row.kind == "visit" and row.state == "overdue" else None
        if of_child is not None:
            child = of_child.child
            tried = tried_since_seen(child, attempts, board.as_of)
            found.append(
                LateVisit(
                    child,
                    child.worker_id,
                    of_child.worker,
                    row.due_on,
                    row.days_over,
                    tried,
                    booked.get(child.id),
                )
            )
    return tuple(found)


def tried_since_seen(child: Child, attempts: Mapping[ChildId, Sequence[Attempt]], today: date) -> tuple[Attempt, ...]:
    """The attempts to see a child since they were seen last, oldest first: an earlier one explains nothing."""
    since = child.last_seen or date.min
    tried = (one for one in attempts.get(child.id, ()) if since < one.on <= today)
    return tuple(sorted(tried, key=lambda one: one.on))


def tried_said(tried: Sequence[Attempt], today: date) -> str:
    """When the child was not seen and why, in few words of the program's own; that no attempt is recorded."""
    said = ", ".join(f"{short_day(one.on, today)} {one.reason}" for one in tried)
    return f"not seen {said}" if said else NO_ATTEMPT


def reasons_counted(late: Sequence[LateVisit], most: int | None = None) -> str:
    """How many visits are late, and how many for each reason, the most frequent first; of no more reasons than `most`,
    and how many visits those are that are late for another one.
    """
    times = sorted(Counter(one.reason for one in late).items(), key=lambda one: (-one[1], one))
    said = [f"{number} {reason}" for reason, number in times[:most]]
    if rest := sum(number for _, number in times[len(said) :]):
        said.append(f"{rest} for other reasons")
    return ": ".join(filter(None, (f"{count(len(late), 'visit')} late", ", ".join(said))))


def since_said(one: LateVisit, today: date) -> str:
    """Since when it is late, when the child was seen last, and for when a visit is booked."""
    over = f"{count(one.days_over, 'day')} over, " if one.days_over else ""
    due = f"was due {short_day(one.due_on, today)}" if one.due_on else "due day not known"
    seen = f"last seen {short_day(one.child.last_seen, today)}" if one.child.last_seen else "last seen not recorded"
    booked = f"; booked for {short_day(one.booked_for, today)}" if one.booked_for else ""
    return f"{over}{due}; {seen}{booked}"


def tried_how_often(tried: int, child: Child, today: date) -> str:
    """How often it was tried to see a child since they were seen last: `2 attempts since 3 Nov`."""
    since = f" since {short_day(child.last_seen, today)}" if child.last_seen else ""
    return f"{count(tried, 'attempt')}{since or ' on record'}" if tried else f"No attempt recorded{since}"


def attempts_said(one: LateVisit, today: date) -> Iterator[str]:
    """Each attempt; that none is recorded, where that is so."""
    for each in one.attempts:
        who = f" ({each.who})" if each.who else ""
        text = f": {each.text}" if each.text else ""
        yield f"Not seen {short_day(each.on, today)}, {each.reason}{text}{who}"
    if not one.attempts:
        yield f"{NO_ATTEMPT[:1].upper()}{NO_ATTEMPT[1:]}"

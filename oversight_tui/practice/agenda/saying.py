"""What becomes of the cycle, in one sentence: who misses it and why, and how many sessions more would keep it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.agenda.limits import passes
from oversight_tui.practice.agenda.placing import Talks, all_come_in_time
from oversight_tui.practice.agenda.values import Candidate, Cycle, SessionSlot
from oversight_tui.practice.facts import Absence
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.possible_days import last_possible
from oversight_tui.words.dates import count, long_day, weekday_day

# How many sessions more are thought of; where so many do not keep the cycle, no number of them is named.
MOST_MORE = 6


def cycle_of(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    talks: Talks,
    missed: Sequence[Candidate],
    until: date,
    usual_minutes: int,
    today: date,
    away: Sequence[Absence],
) -> Cycle:
    """Whether the cycle is kept by these talks, with the sentence that says so."""
    have = f"{count(len(candidates), 'child', 'children')}, {_sessions(slots)}"
    if not missed:
        waiting = sum(not places for places in talks.values())
        kept = f"no child misses the cycle, {waiting} can wait for a later session"
        return Cycle(len(slots), True, 0, f"{have}: {kept if waiting else 'every child is reached in time'}.")
    late = [child for child in missed if child.last_day is not None and child.last_day < today]
    between = {child.child_id: day for child in missed if child not in late if (day := _between(child, slots, until))}
    left_out = {
        child.child_id: day
        for child in missed
        if child not in late and child.child_id not in between
        if (day := passes(child, talks[child.child_id], slots, until))
    }
    says = [*_of_those(late, between, left_out, today)]
    if not slots:
        says.append("the worker is away and no day of return is known")
    elif left_out and not any(slot.places(usual_minutes) for slot in slots):
        says.append("no child fits into so few minutes")
    elif left_out:
        day = last_possible(min(left_out.values()), today, away)
        more = day and _more(candidates, slots, until, usual_minutes, day)
        if day and more:
            keeps = "keeps" if more == 1 else "keep"
            whom = "it" if len(left_out) == len(missed) else "the others in time"
            says.append(f"{count(more, 'more session')} by {_day(day, today)} {keeps} {whom}")
    return Cycle(len(slots), False, len(missed), f"{have}: {'; '.join(says)}.")


def _of_those(
    late: Sequence[Candidate], between: dict[ChildId, date], left_out: dict[ChildId, date], today: date
) -> Iterator[str]:
    if late:
        yield f"{len(late)} {'is' if len(late) == 1 else 'are'} past the limit already"
    if between:
        one, day = len(between) == 1, _day(min(between.values()), today)
        when = f"by {day}" if one else f"the first by {day}"
        yield f"{len(between)} {'comes' if one else 'come'} due with no session in time, {when}"
    if left_out:
        yield f"{len(left_out)} will not be reached in time"


def _between(child: Candidate, slots: Sequence[SessionSlot], until: date) -> date | None:
    """The first limit that a child passes even where every session that takes the child talks about the child."""
    every = [place for place, slot in enumerate(slots) if slot.takes(child.child_id)]
    return passes(child, every, slots, until)


def _more(
    candidates: Sequence[Candidate], slots: Sequence[SessionSlot], until: date, usual_minutes: int, day: date
) -> int | None:
    """The fewest sessions more on a day by which nobody is left out; None where no few are enough."""
    longest = max(slots, key=lambda slot: slot.places(usual_minutes))
    extra = SessionSlot(day, longest.minutes, children=longest.children)
    for more in range(1, MOST_MORE + 1):
        with_more = sorted([*slots, *[extra] * more], key=lambda slot: slot.on)
        if all_come_in_time(candidates, with_more, until, usual_minutes):
            return more
    return None


def _sessions(slots: Sequence[SessionSlot]) -> str:
    lengths = {slot.minutes for slot in slots}
    of = f" of {next(iter(lengths))} minutes" if len(lengths) == 1 else ""
    return f"{count(len(slots), 'session')}{of}"


def _day(day: date, today: date) -> str:
    return weekday_day(day) if day.year == today.year else long_day(day)

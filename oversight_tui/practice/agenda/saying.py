"""What becomes of the cycle, in one sentence: who misses it and why, and how many sessions more would keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.agenda.limits import passes
from oversight_tui.practice.agenda.placing import Talks, all_come_in_time
from oversight_tui.practice.agenda.values import Candidate, Cycle, FallsOut, PutOff, SessionSlot
from oversight_tui.practice.facts import Absence
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.possible_days import last_possible
from oversight_tui.words.dates import count, long_day, weekday_day
from oversight_tui.words.labels import NOT_HELD

# How many sessions more are thought of; where so many do not keep the cycle, no number of them is named.
MOST_MORE = 6


class Outlook(Struct, frozen=True):
    """What is known of the time that is looked at, as `plan` is told it: `until` the session after these, or until it
    `ends` with the worker's last day. `put_off` are those taken off the first of the sessions.
    """

    today: date
    until: date
    ends: date
    usual_minutes: int
    away: tuple[Absence, ...] = ()
    last_day: date | None = None
    put_off: tuple[PutOff, ...] = ()
    fall_out: tuple[FallsOut, ...] = ()


# Children who pass a limit, with the day of it.
_Passing = dict[ChildId, date]


class _Missed(Struct, frozen=True):
    """Who misses the cycle: late already, put off by hand, due when the worker has left, due with no session in time,
    left out.
    """

    late: Sequence[Candidate]
    put_off: Sequence[PutOff]
    after_the_last_day: _Passing
    between: _Passing
    left_out: _Passing


def cycle_of(
    candidates: Sequence[Candidate],
    slots: Sequence[SessionSlot],
    talks: Talks,
    missed: Sequence[Candidate],
    outlook: Outlook,
) -> Cycle:
    """Whether the cycle is kept by these talks, with the sentence that says so."""
    have = f"{count(len(candidates), 'child', 'children')}, {_sessions(slots)}"
    if not missed:
        waiting = sum(not places for places in talks.values())
        kept = f"no child misses the cycle, {waiting} can wait for a later session"
        says = [kept if waiting else "every child is reached in time", *_falling_out(outlook)]
        return Cycle(len(slots), True, 0, f"{have}: {'; '.join(says)}.")
    those = _those_who_miss_it(missed, talks, slots, outlook)
    says = [*_of_those(those, outlook)]
    if not slots:
        gone = outlook.last_day is not None and outlook.last_day < outlook.today
        says.append("the worker has left" if gone else "the worker is away and no day of return is known")
    elif those.left_out and not any(slot.places(outlook.usual_minutes) for slot in slots):
        says.append("no child fits into so few minutes")
    elif those.left_out:
        day = last_possible(min(those.left_out.values()), outlook.today, outlook.away)
        more = day and _more(candidates, slots, outlook, day)
        if day and more:
            keeps = "keeps" if more == 1 else "keep"
            whom = "it" if len(those.left_out) == len(missed) else "the others in time"
            says.append(f"{count(more, 'more session')} by {_day(day, outlook.today)} {keeps} {whom}")
    says += _falling_out(outlook)
    return Cycle(len(slots), False, len(missed), f"{have}: {'; '.join(says)}.")


def _those_who_miss_it(
    missed: Sequence[Candidate], talks: Talks, slots: Sequence[SessionSlot], outlook: Outlook
) -> _Missed:
    put_off = {one.child.child_id: one for one in outlook.put_off if one.must}
    those = _Missed([], list(put_off.values()), {}, {}, {})
    late = [child for child in missed if child.last_day is not None and child.last_day < outlook.today]
    for child in missed:
        key = child.child_id
        if child in late or key in put_off:
            continue
        day = passes(child, talks[key], slots, outlook.until)
        every = [place for place, slot in enumerate(slots) if slot.takes(key)]
        with_every_session = passes(child, every, slots, outlook.until)
        if day is None:
            continue
        if outlook.last_day is not None and day > outlook.last_day:
            those.after_the_last_day[key] = day
        elif with_every_session and (outlook.last_day is None or with_every_session <= outlook.last_day):
            those.between[key] = with_every_session
        else:
            those.left_out[key] = day
    return those.__replace__(late=late)


def _of_those(those: _Missed, outlook: Outlook) -> Iterator[str]:
    today = outlook.today
    if those.late:
        yield f"{len(those.late)} {_is(those.late)} past the limit already"
    if those.put_off:
        to = sorted({one.to for one in those.put_off if one.to is not None})
        till = f"to {_day(to[-1], today)}" if to else "to none of these"
        yield f"{len(those.put_off)} who cannot wait {_is(those.put_off)} put off {till}"
    if those.between:
        comes = "comes" if len(those.between) == 1 else "come"
        yield f"{len(those.between)} {comes} due with no session in time, {_first_by(those.between, today)}"
    if those.after_the_last_day and outlook.last_day is not None:
        comes = "comes" if len(those.after_the_last_day) == 1 else "come"
        after = f"after the worker's last day, {_day(outlook.last_day, today)}"
        yield f"{len(those.after_the_last_day)} {comes} due {after}, {_first_by(those.after_the_last_day, today)}"
    if those.left_out:
        yield f"{len(those.left_out)} will not be reached in time"


def _falling_out(outlook: Outlook) -> Iterable[str]:
    for one in outlook.fall_out:
        day = _day(one.on, outlook.today)
        yield f"the session planned for {day} does not count, {NOT_HELD[one.why]}"


def _more(candidates: Sequence[Candidate], slots: Sequence[SessionSlot], outlook: Outlook, day: date) -> int | None:
    """The fewest sessions more on a day by which nobody is left out; None where no few are enough."""
    longest = max(slots, key=lambda slot: slot.places(outlook.usual_minutes))
    extra = SessionSlot(day, longest.minutes, children=longest.children)
    for more in range(1, MOST_MORE + 1):
        with_more = sorted([*slots, *[extra] * more], key=lambda slot: slot.on)
        if all_come_in_time(candidates, with_more, outlook.ends, outlook.usual_minutes):
            return more
    return None


def _first_by(passing: _Passing, today: date) -> str:
    day = _day(min(passing.values()), today)
    return f"by {day}" if len(passing) == 1 else f"the first by {day}"


def _is(those: Sequence[object]) -> str:
    return "is" if len(those) == 1 else "are"


def _sessions(slots: Sequence[SessionSlot]) -> str:
    lengths = {slot.minutes for slot in slots}
    of = f" of {next(iter(lengths))} minutes" if len(lengths) == 1 else ""
    return f"{count(len(slots), 'session')}{of}"


def _day(day: date, today: date) -> str:
    return weekday_day(day) if day.year == today.year else long_day(day)

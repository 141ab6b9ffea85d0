"""The brief of a morning in words, line by line, for a page, a wall and a call alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from oversight_tui.practice.board import Counts
from oversight_tui.practice.day import Appointment, Arrival, Day, DueToday, Turn, WorkerDay
from oversight_tui.words.dates import count, long_day, weekday_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for
from oversight_tui.words.times import ends_at

# A child is called by the reference, and by the name that goes with it where names are shown.
ChildNames = Mapping[str, str]


def told(day: Day, names: ChildNames, today: date) -> Iterator[tuple[int, str]]:
    """The page of a day, as it is read `today`, as (how far in, words): 0 a heading, 1 a thing."""
    yield 0, f"{', '.join(day.teams) or 'No team yet'}, {long_day(day.on)}"
    near = "today" if day.on == today else "that day"
    yield 1, f"On duty {near}: {', '.join(day.on_duty_today) or 'nobody'}"
    if day.duty:
        yield 1, f"This week: {'; '.join(map(_turn, day.duty))}"
    yield 1, f"Without a worker: {without_worker_words(day)}"
    if day.to_go_to:
        yield 1, f"Nobody goes yet: {count(len(day.to_go_to), 'booking')} of {near}"
    if day.arrivals:
        yield 1, f"To be decided: {', '.join(_arrival(one, names) for one in day.arrivals)}"
    for row in day.workers:
        yield 0, head_of(row)
        for one in row.appointments:
            yield 1, appointment_words(one, names)
        for due in row.due:
            yield 1, due_words(due, day, names)
    if day.elsewhere or day.due_elsewhere:
        yield 0, "Others"
        for one in day.elsewhere:
            yield 1, f"{appointment_words(one, names)} ({one.who})"
        for due in day.due_elsewhere:
            yield 1, f"{due_words(due, day, names)} ({due.who})"


def without_worker_words(counted: Day | Counts) -> str:
    """The three counts of children without a worker, never one."""
    return f"{counted.waiting} waiting, {counted.on_duty} on duty, {counted.held_by_manager} held by a manager"


def head_of(row: WorkerDay) -> str:
    """The worker, whether on duty, and of one who is away until when and who sees to their children."""
    said = [row.name]
    if row.on_duty:
        said.append("on duty")
    if row.away:
        said.append(f"away, back {weekday_day(row.back_on)}" if row.back_on else "away, return not known")
        said.append(f"{row.covered_by} stands in" if row.covered_by else "nobody stands in")
    elif not row.appointments and not row.due:
        said.append("nothing booked")
    return ", ".join(said)


def appointment_words(one: Appointment, names: ChildNames) -> str:
    """When, what, with or about which child, where, and that somebody has to go."""
    when = _when(one)
    what = called(one)
    text = f": {one.text}" if one.text else ""
    child = f" {_child(one.child, names)}" if one.child else ""
    place = f", {one.place}" if one.place else ""
    goes = f"; {one.stands_in} stands in" if one.stands_in else "; who goes?" if one.needs_somebody else ""
    return f"{when} {what}{child}{text}{place}{goes}"


def called(one: Appointment, name: Callable[[str], str] = str) -> str:
    """What it is: a session with whom, where it stands with who supervises, and that it was held."""
    if one.kind == "handover":
        return "Handover"
    if one.kind != "session":
        return words_for(BOOKING, one.kind)
    whom = f" with {name(one.with_worker)}" if one.with_worker else ""
    return f"Supervision{whom}{', held' if one.held else ''}"


def due_words(one: DueToday, day: Day, names: ChildNames) -> str:
    """What is due, about which child, and since when where that is not today."""
    child = f" {_child(one.child, names)}" if one.child else ""
    late = f", was due {weekday_day(one.due_on)}" if one.due_on < day.on else ""
    return f"Due: {one.text}{child}{late}"


def _when(one: Appointment) -> str:
    if one.at is None:
        return "No time:"
    return f"{one.at} to {ends_at(one.at, one.minutes)}" if one.minutes else one.at


def _child(reference: str, names: ChildNames) -> str:
    return " ".join(filter(None, (reference, names.get(reference, ""))))


def _arrival(one: Arrival, names: ChildNames) -> str:
    came = f" of {weekday_day(one.came_on)}{f' {one.at}' if one.at else ''}" if one.came_on else ""
    return (
        f"{_child(one.child, names) if one.child else 'a referral'}{came}{', for its day' if one.for_its_day else ''}"
    )


def _turn(turn: Turn) -> str:
    days = weekday_day(turn.first)
    return f"{turn.worker} {days}" if turn.first == turn.last else f"{turn.worker} {days} to {weekday_day(turn.last)}"

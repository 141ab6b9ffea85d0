"""The brief of a morning in words, line by line, for a page, a wall and a call alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import Board, Counts
from oversight_tui.practice.day import Appointment, Arrival, Day, DueToday, Turn, WorkerDay
from oversight_tui.words.dates import count, long_day, weekday_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for
from oversight_tui.words.times import ends_at


class Shown(Struct, frozen=True):
    """How people are called: a child by the reference, and by the name that goes with it in `children`. While names are
    `hidden` workers are initials, and the words that somebody typed are left out, since they may hold any name.
    """

    children: Mapping[str, str] = {}
    hidden: bool = False

    def child(self, reference: str) -> str:
        """A child."""
        return " ".join(filter(None, (reference, "" if self.hidden else self.children.get(reference, ""))))

    def worker(self, name: str | None) -> str:
        """A worker."""
        return "".join(part[0] for part in (name or "").split()).upper() if self.hidden else name or ""

    def words(self, text: str | None) -> str:
        """What somebody typed."""
        return "" if self.hidden else text or ""


def told(day: Day, shown: Shown, today: date) -> Iterator[tuple[int, str]]:
    """The page of a day, as it is read `today`, as (how far in, words): 0 a heading, 1 a thing."""
    yield 0, f"{', '.join(day.teams) or 'No team yet'}, {long_day(day.on)}"
    near = "today" if day.on == today else "that day"
    yield 1, f"On duty {near}: {', '.join(map(shown.worker, day.on_duty_today)) or 'nobody'}"
    if day.duty:
        yield 1, f"This week: {'; '.join(_turn(one, shown) for one in day.duty)}"
    yield 1, f"Without a worker: {without_worker_words(day)}"
    if day.to_go_to:
        yield 1, f"Nobody goes yet: {count(len(day.to_go_to), 'booking')} of {near}"
    if day.arrivals:
        yield 1, f"To be decided: {', '.join(_arrival(one, shown) for one in day.arrivals)}"
    for row in day.workers:
        yield 0, head_of(row, shown)
        for one in row.appointments:
            yield 1, appointment_words(one, shown)
        for due in row.due:
            yield 1, due_words(due, day, shown)
    if day.elsewhere or day.due_elsewhere:
        yield 0, "Others"
        for one in day.elsewhere:
            yield 1, f"{appointment_words(one, shown)} ({shown.worker(one.who)})"
        for due in day.due_elsewhere:
            yield 1, f"{due_words(due, day, shown)} ({shown.worker(due.who)})"


def without_worker_words(counted: Day | Counts) -> str:
    """The three counts of children without a worker, never one."""
    return f"{counted.waiting} waiting, {counted.on_duty} on duty, {counted.held_by_manager} held by a manager"


def head_of(row: WorkerDay, shown: Shown) -> str:
    """The worker, whether on duty, and of one who is away until when and who sees to their children."""
    said = [shown.worker(row.name)]
    if row.on_duty:
        said.append("on duty")
    if row.away:
        said.append(f"away, back {weekday_day(row.back_on)}" if row.back_on else "away, return not known")
        said.append(f"{shown.worker(row.covered_by)} stands in" if row.covered_by else "nobody stands in")
    elif not row.appointments and not row.due:
        said.append("nothing booked")
    return ", ".join(said)


def appointment_words(one: Appointment, shown: Shown) -> str:
    """When, what, with or about which child, where, and that somebody has to go."""
    when = _when(one)
    what = called(one, shown.worker)
    text = f": {said}" if (said := shown.words(one.text)) else ""
    if one.kind == "handover":
        text = f" {goes_to(one, shown.worker)}"
    child = f" {shown.child(one.child)}" if one.child else ""
    place = f", {said}" if (said := shown.words(one.place)) else ""
    stands_in = f"; {shown.worker(one.stands_in)} stands in" if one.stands_in else ""
    goes = f"{stands_in}{' and is elsewhere then' * one.stand_in_is_elsewhere}{'; who goes?' * one.nobody_goes}"
    return f"{when} {what}{child}{text}{place}{goes}"


def called(one: Appointment, name: Callable[[str], str] = str) -> str:
    """What it is: a session with whom, where it stands with who supervises, and that it was held."""
    if one.kind == "handover":
        return "Handover"
    if one.kind != "session":
        return words_for(BOOKING, one.kind)
    whom = f" with {name(one.with_worker)}" if one.with_worker else ""
    return f"Supervision{whom}{', held' if one.held else ''}"


def goes_to(one: Appointment, name: Callable[[str], str]) -> str:
    """Where a child goes who is handed over: a worker, or a bucket."""
    return f"to {name(one.with_worker)}" if one.with_worker else one.text


def due_words(one: DueToday, day: Day, shown: Shown) -> str:
    """What is due, about which child, and since when where that is not today."""
    child = f" {shown.child(one.child)}" if one.child else ""
    late = f", was due {weekday_day(one.due_on)}" if one.due_on < day.on else ""
    return f"{': '.join(filter(None, ('Due', shown.words(one.text))))}{child}{late}"


def _when(one: Appointment) -> str:
    if one.at is None:
        return "No time:"
    return f"{one.at} to {ends_at(one.at, one.minutes)}" if one.minutes else one.at


def _arrival(one: Arrival, shown: Shown) -> str:
    came = f" of {weekday_day(one.came_on)}{f' {one.at}' if one.at else ''}" if one.came_on else ""
    return f"{shown.child(one.child) if one.child else 'a referral'}{came}{', for its day' if one.for_its_day else ''}"


def _turn(turn: Turn, shown: Shown) -> str:
    until = "" if turn.first == turn.last else f" to {weekday_day(turn.last)}"
    return f"{shown.worker(turn.worker)} {weekday_day(turn.first)}{until}"


def as_lines(day: Day, board: Board, today: date, *, hidden: bool) -> Iterator[str]:
    """The whole of it as lines of plain text, with or without names."""
    children = {row.child.reference: row.child.name for row in (*board.children, *board.closed) if row.child.name}
    for place, (level, words) in enumerate(told(day, Shown(children, hidden), today)):
        if level == 0 and place:
            yield ""
        yield f"{'  ' * level}{words}"

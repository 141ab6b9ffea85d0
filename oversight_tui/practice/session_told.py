"""A session on paper: before it a sheet for the worker, after it one record for both. No points, no ranks, no reasons.

Both are told as lines, each with how far in it stands: 0 a heading, 1 a thing, 2 what belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import PERSONAL, OwnFile, PersonalEntry
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import SESSION, STATUS, words_for

Told = Iterator[tuple[int, str]]
NOT_RECORDED = "not recorded"
# What a worker is asked about themselves, where the agreement says nothing else.
ABOUT_YOU = ("How you are", "Your workload and your time", "What you learn, and want to learn", "Anything else")


class Agreed(Struct, frozen=True):
    """What is to be done: whose it is, and by when, None where that was not said."""

    text: str
    owner: str
    by: date | None
    child: str = ""

    def says(self, today: date | None = None) -> str:
        """In a line; of one that is late by `today` that it is."""
        late = ", which has passed" if today is not None and self.by is not None and self.by < today else ""
        about = f"{self.child}: " if self.child else ""
        return f"{about}{self.text}. {self.owner or 'Nobody named'}, by {_day(self.by)}{late}"


class Decided(Struct, frozen=True):
    """What was decided, and because of what."""

    text: str
    because: str | None


class TalkedAbout(Struct, frozen=True):
    """A child in a session, as named there: what was said under its headings, what was decided, what was agreed."""

    child: str
    said: tuple[str, ...] = ()
    decided: tuple[Decided, ...] = ()
    agreed: tuple[Agreed, ...] = ()


class OfThemselves(Struct, frozen=True):
    """What is behind the wall of a session: what was written in the worker's own file on its day, what was said about
    the worker, and what became of its record.
    """

    written: tuple[PersonalEntry, ...]
    about: tuple[Entry, ...]
    steps: tuple[PersonalEntry, ...]


class SessionRecord(Struct, frozen=True):
    """A held session as one text for both. `children` who were talked about, `not_reached` who stood on its agenda and
    were not; `own` only where the worker's own file may be read and was asked for.
    """

    worker_id: WorkerId
    worker: str
    session: Session
    children: tuple[TalkedAbout, ...]
    not_reached: tuple[str, ...] = ()
    next_on: date | None = None
    own: OfThemselves | None = None


class ChildOnSheet(Struct, frozen=True):
    """A child on the agenda, as named here."""

    child: str
    status: str | None
    last_discussed: date | None
    last_seen: date | None


class SessionSheet(Struct, frozen=True):
    """What a worker is given before a session. `headings` are those under which a child is talked about, as the
    authority calls them; `goals` is what they set themselves, from their own file, None where that was not opened.
    """

    worker_id: WorkerId
    worker: str
    on: date
    minutes: int
    children: tuple[ChildOnSheet, ...]
    actions: tuple[Agreed, ...]
    headings: tuple[str, ...]
    at: str | None = None
    planned: bool = True
    last_on: date | None = None
    last: tuple[TalkedAbout, ...] = ()
    goals: tuple[PersonalEntry, ...] | None = None


def own_part(own: OwnFile, session: Session) -> OfThemselves:
    """What of a worker's own file belongs to a session."""
    return OfThemselves(
        tuple(one for one in own.entries if one.on == session.held_on and one.kind != "record"),
        tuple(one for one in own.about if one.happened_on == session.held_on and not (one.withdrawn or one.replaced)),
        by_day(one for one in own.entries if one.session == session.id),
    )


def by_day(entries: Iterable[PersonalEntry]) -> tuple[PersonalEntry, ...]:
    """In the order of their days, of one day in that of typing."""
    return tuple(sorted(entries, key=lambda one: (one.on or date.min, one.id)))


def next_after(sessions: Iterable[Session], session: Session) -> date | None:
    """The day of the next session after one: on which it was held, or for which it is planned; None where there is
    none.
    """
    days = (one.held_on or one.planned_for for one in sessions if one.state != "cancelled" and not one.opening)
    return min((day for day in days if day and session.held_on and day > session.held_on), default=None)


def sheet_told(sheet: SessionSheet, today: date) -> Told:
    """The sheet before a session."""
    at = f" at {sheet.at}" if sheet.at else ""
    yield 0, f"Supervision on {long_day(sheet.on)}{at}"
    yield 1, f"With {sheet.worker}, {count(sheet.minutes, 'minute')}{'' if sheet.planned else ', not planned yet'}."
    yield 0, f"What was agreed last time, {long_day(sheet.last_on)}" if sheet.last_on else "What was agreed last time"
    agreed = [one for one in sheet.last if one.decided or one.agreed]
    for one in agreed:
        yield 1, one.child
        yield from _came_of_it(one)
    if not agreed:
        yield 1, "Nothing is recorded." if sheet.last_on else "No session is recorded before this one."
    yield 0, f"Open actions: {len(sheet.actions)}"
    for action in sheet.actions:
        yield 1, action.says(today)
    yield 0, f"Children on the agenda: {len(sheet.children)}"
    for child in sheet.children:
        yield 1, child.child
        yield 2, _known(child)
        yield from ((2, f"{heading}:") for heading in sheet.headings)
    yield 0, "About you"
    yield from ((1, f"{one}:") for one in ABOUT_YOU)
    if sheet.goals is not None:
        yield 0, "From your own file"
        yield from ((1, _own_line(one)) for one in sheet.goals)
        if not sheet.goals:
            yield 1, "No goal, course or concern stands in it."


def record_told(record: SessionRecord) -> Told:
    """The record after a session."""
    held = record.session
    yield 0, f"Supervision on {_day(held.held_on)}{f' at {held.at}' if held.at else ''}"
    there = dict.fromkeys(filter(None, (record.worker, *held.others, held.supervisor)))
    yield 1, f"{words_for(SESSION, held.kind).capitalize()}, present: {', '.join(there)}"
    yield 1, f"Supervisor: {held.supervisor or NOT_RECORDED}"
    yield 1, f"Length: {count(held.minutes, 'minute') if held.minutes else NOT_RECORDED}"
    if held.counts is not None:
        yield 1, f"It was cut short, and {'counts' if held.counts else 'does not count'} as supervision."
    yield 0, f"Children who were talked about: {len(record.children)}"
    for one in record.children:
        yield 1, one.child
        yield from ((2, said) for said in one.said)
        if not one.said:
            yield 2, "Talked about; nothing is written yet."
        yield from _came_of_it(one)
    if record.not_reached:
        yield 0, f"On the agenda and not reached: {len(record.not_reached)}"
        yield 1, f"{', '.join(record.not_reached)}: carried over"
    agreed = [action.__replace__(child=one.child) for one in record.children for action in one.agreed]
    yield 0, f"Actions agreed: {len(agreed)}"
    yield from ((1, action.says()) for action in sorted(agreed, key=_by_day))
    yield 0, "The next session"
    yield 1, long_day(record.next_on) if record.next_on else "None is planned."
    if record.own is not None:
        yield from _own_told(record.own)


def _own_told(own: OfThemselves) -> Told:
    yield 0, "From the worker's own file, for the two of you alone"
    yield from ((1, _own_line(one)) for one in own.written)
    yield from ((1, f"{one.kind.capitalize()} about you: {_with_because(one.text, one.because)}") for one in own.about)
    if not (own.written or own.about):
        yield 1, "Nothing was written in it on that day."
    yield 0, "This record"
    yield from ((1, f"{_day(one.on)}: {one.text}") for one in own.steps)
    if not own.steps:
        yield 1, "Not sent on yet."


def _own_line(one: PersonalEntry) -> str:
    further = (("Support", one.support_offered), ("Next step", one.next_step), ("Of supervision", one.changed_words))
    more = "".join(f" {label}: {words}" for label, words in further if words)
    again = f" Looked at again on {long_day(one.look_again_on)}." if one.look_again_on else ""
    return f"{PERSONAL[one.kind]}: {one.text}{more}{again}"


def _came_of_it(one: TalkedAbout) -> Told:
    yield from ((2, f"Decided: {_with_because(decided.text, decided.because)}") for decided in one.decided)
    yield from ((2, f"Agreed: {action.says()}") for action in one.agreed)


def _with_because(text: str, because: str | None) -> str:
    stop = "" if text.endswith((".", "!", "?")) else "."
    return f"{text}{stop} Because: {because}" if because else text


def _known(child: ChildOnSheet) -> str:
    status = words_for(STATUS, child.status, "no status")
    talked = f"last talked about {long_day(child.last_discussed)}" if child.last_discussed else "not talked about yet"
    return f"{status[:1].upper()}{status[1:]}; {talked}; last seen: {_day(child.last_seen)}"


def _day(day: date | None) -> str:
    return long_day(day) if day is not None else NOT_RECORDED


def _by_day(action: Agreed) -> tuple[bool, date]:
    return action.by is None, action.by or date.max


def as_text(title: str, told: Told) -> Sequence[str]:
    """The lines as plain text under their title: a blank line before each heading."""
    lines = [title]
    for level, words in told:
        if level == 0:
            lines += ["", words]
        else:
            lines += [f"{'  ' * level}{part}" for part in words.splitlines()]
    return lines

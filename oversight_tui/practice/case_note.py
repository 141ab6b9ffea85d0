"""What is recorded about a child, or of a supervision session, in the order in which case systems ask for it.

A talk with what was decided and agreed in it is one note: type and day, who was present, what was discussed, the view
of the child, analysis, decision and because, actions with owner and date, who wrote it and when. Everything else is a
note of its own under the heading of its kind. Plain lines; whoever calls says what may be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.records import Action, Content, Decision, Discussion, kind_named
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import SESSION, TALK, session_with, words_for

NOT_RECORDED = "not recorded"
OWN_FILE = "What was said about the worker is in their own file, and not here."


class Recorded(Struct, frozen=True):
    """One entry of a child's page and what it says."""

    entry: Entry
    says: Content


class Part(Struct, frozen=True):
    """What is pasted in one place: a child's file, by the reference, or a worker's supervision record, by the name."""

    child: str | None
    worker: str | None
    text: str

    @property
    def where(self) -> str:
        """Where it goes, in words."""
        return f"the file of child {self.child}" if self.child else f"the supervision record of {self.worker}"


class Handed(Struct, frozen=True):
    """Text to paste, part by part, and how many entries were left out of it because they are sensitive."""

    parts: tuple[Part, ...]
    left_out: int = 0

    @property
    def text(self) -> str:
        """All of it; several parts stand apart, each under where it goes."""
        if len(self.parts) == 1:
            return self.parts[0].text
        return "\n".join(f"{_rule(one)}\n{one.text}" if at else one.text for at, one in enumerate(self.parts))


def _rule(part: Part) -> str:
    return f"======== For {part.where} ========"


def note_lines(one: Recorded, together: Sequence[Recorded], present: Sequence[str]) -> Iterator[str]:
    """A note of one entry, with what was recorded `together` with it; `present` are those who were at a talk."""
    if isinstance(one.says, Discussion):
        yield from _talk(one, one.says, together, present)
        return
    yield from _plain(one.entry)
    for other in together:
        yield ""
        yield from _plain(other.entry)


def _talk(one: Recorded, talk: Discussion, together: Sequence[Recorded], present: Sequence[str]) -> Iterator[str]:
    entry = one.entry
    at = f" at {entry.happened_at}" if entry.happened_at else ""
    day = f", {long_day(entry.happened_on)}{at}" if entry.happened_on else ""
    yield f"{words_for(TALK, talk.setting)}{day}"
    yield f"Present: {', '.join(present) or NOT_RECORDED}"
    asked = "Talk asked for" if talk.asked_for else "Discussed"
    for heading, words in (
        (asked, talk.text),
        ("What changed", talk.what_changed),
        ("Worries", talk.worries),
        ("Going well", talk.going_well),
        ("The child's view", talk.childs_view or NOT_RECORDED),
        ("Analysis", talk.analysis or NOT_RECORDED),
        ("Scale of 0 to 10", ", ".join(f"{who} {number}" for who, number in entry.scales)),
    ):
        if words:
            yield f"{heading}: {words}"
    decisions = [other for other in together if isinstance(other.says, Decision)]
    for other in decisions:
        yield f"Decision: {other.entry.text}"
        yield f"Because: {other.entry.because or NOT_RECORDED}"
    if not decisions:
        yield "Decision: none in this talk"
    for other in together:
        if isinstance(other.says, Action):
            yield f"Action: {other.says.text}. Owner: {other.says.owner}. By: {long_day(other.says.due_on)}"
    yield _written(entry)
    for other in together:
        if not isinstance(other.says, Decision | Action):
            yield ""
            yield from _plain(other.entry)


def _plain(entry: Entry) -> Iterator[str]:
    at = f" at {entry.happened_at}" if entry.happened_at else ""
    day = f" {long_day(entry.happened_on)}{at}" if entry.happened_on else ""
    talk = f"{words_for(TALK, entry.setting)}," if entry.setting else ""
    yield f"{talk or kind_named(entry.record).kind.heading}{day}"
    yield entry.text
    if entry.because:
        yield f"Because: {entry.because}"
    yield _written(entry)


def _written(entry: Entry) -> str:
    typed = entry.recorded_at.astimezone()
    return f"{entry.by}, written {long_day(typed.date())} {typed:%H:%M}"


def session_lines(session: Session, worker: str, today: date) -> Iterator[str]:
    """A session as a worker's supervision record takes it: what, whom with, when, how long, and which children."""
    on = session.held_on or session.planned_for
    day = f", {long_day(on)}" if on else ""
    minutes = f", {count(session.minutes, 'minute')}" if session.minutes else ""
    kind = words_for(SESSION, session.kind).capitalize()
    yield f"{kind}: {session_with(session.kind, worker)}{day}{minutes}"
    if session.opening:
        yield "Entered as an opening date: the session was held before this record began."
        return
    if session.state == "cancelled":
        yield f"Cancelled: {session.reason or NOT_RECORDED}"
        return
    if session.state == "planned":
        passed = on is not None and on < today
        yield "Planned; whether it was held is not recorded." if passed else "Planned."
        return
    yield f"Present: {', '.join(dict.fromkeys(filter(None, (worker, *session.others, session.supervisor))))}"
    yield f"Supervisor: {session.supervisor or NOT_RECORDED}"
    yield f"Children discussed: {', '.join(session.children) or 'none listed'}"
    if session.counts is not None:
        yield f"Cut short, and {'counted' if session.counts else 'not counted'} as supervision"

"""Sessions planned and the days on which reviews fall due, for a calendar that others may see.

A child is in it in no way, not even by a reference; of reviews it says how many. A session keeps its UID for good. What
was last sent of reviews is kept with the store, so that a day on which none is due any more can be taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, ValidationError, convert, to_builtins

from db.queries.diary import DiarySession, sessions_since
from db.queries.settings import setting
from db.stored import damaged
from db.writes import set_setting
from oversight_tui.clock import now
from oversight_tui.exchange.calendar_file import CalendarEvent, calendar_file
from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import team_now
from oversight_tui.services.exporting.face import Face, face_of, note_exported
from oversight_tui.services.exporting.to_file import IN_JOURNAL, path_shown, write_file
from oversight_tui.services.identity import author
from oversight_tui.words.dates import as_at_said, count
from oversight_tui.words.labels import SESSION

if TYPE_CHECKING:
    from db.engine import Store

KEPT_AS = "calendar"
BEHIND, AHEAD = timedelta(weeks=4), timedelta(weeks=26)
REVIEWS = frozenset({"review", "conference", "worry review"})  # of what falls due, what the calendar counts
_TITLES = {"one_to_one": "Supervision", "group": "Group supervision", "observation": "Observation of practice"}


class _Day(Struct, frozen=True, array_like=True):
    """What was last sent of a day: how many reviews are due, how often that was another number before, since when."""

    due: int
    changes: int
    created: datetime
    changed: datetime


class _Sent(Struct, frozen=True):
    """What is kept with the store: a word for it that nobody can guess, and the days of reviews, by whose they are."""

    id: str
    days: dict[str, dict[str, _Day]] = {}


class CalendarWritten(Struct, frozen=True):
    """How many sessions and days of reviews are in the file, and how many of the events are cancelled."""

    sessions: int
    review_days: int
    cancelled: int

    def says(self, path: Path) -> str:
        """What was written and where, in a sentence."""
        off = f", {self.cancelled} of them cancelled" if self.cancelled else ""
        days = f"{count(self.review_days, 'day')} of reviews"
        return f"Written to {path_shown(path)}: {count(self.sessions, 'session')}, {days}{off}. {IN_JOURNAL}"


class CalendarAsked(Struct, frozen=True):
    """Which calendar: of these teams, or of one worker; with the names of workers or without."""

    teams: tuple[str, ...]
    all_teams: bool
    worker: WorkerId | None
    names: bool


def write_calendar(store: Store, path: Path, today: date, marking: str, asked: CalendarAsked) -> CalendarWritten:
    """Write it; the journal says so before the file is there. Raises NoSuchTeam and NotWritten."""
    with store.writing():
        facts, policy = team_now(store, today, asked.teams, asked.all_teams)
        board = build_board(facts, policy, today)
        sent, face = _sent(store), face_of(store, today, marking)
        sessions = [one for one in sessions_since(store, today - BEHIND) if _is_asked_for(one, board, asked)]
        of = f"worker {asked.worker}" if asked.worker is not None else ", ".join(board.teams)
        days = _days_now(_reviews_due(board, asked.worker), sent.days.get(of, {}), today)
        kept = _Sent(sent.id, {**sent.days, of: days})
        set_setting(store, KEPT_AS, to_builtins(kept), author(store))
        about: dict[str, object] = {"teams": list(board.teams), "on": today.isoformat(), "names": asked.names}
        if asked.worker is not None:
            about["worker"] = asked.worker
        note_exported(store, "calendar", about)
    events = [*_of_sessions(sessions, sent.id, names=asked.names), *_of_reviews(days, of, sent.id)]
    name = f"Supervision, {', '.join(board.teams)}" if asked.names else "Supervision"
    write_file(path, calendar_file(name, _said(face, names=asked.names), events))
    return CalendarWritten(len(sessions), len(days), sum(event.off for event in events))


def _sent(store: Store) -> _Sent:
    import secrets

    kept = setting(store, KEPT_AS)
    if kept is None:
        return _Sent(secrets.token_hex(8))
    try:
        return convert(kept, _Sent)
    except ValidationError:
        raise damaged("a calendar") from None


def _is_asked_for(one: DiarySession, board: Board, asked: CalendarAsked) -> bool:
    """Of the worker who is asked for; else of anybody on the board, or of its teams: who has left and holds nothing is
    no more on the board, and what was planned with them is still to be taken off.
    """
    if asked.worker is not None:
        return one.worker_id == asked.worker
    return board.whole_authority or board.worker_row(one.worker_id) is not None or one.team in board.teams


def _reviews_due(board: Board, worker: WorkerId | None) -> Counter[date]:
    """How many fall due on each day to come, those about children: of what was decided about a worker not the day."""
    row = board.worker_row(worker) if worker is not None else None
    ahead = falls_due(board, board.open_items, AHEAD.days)
    rows = [one for one in ahead if one.what in REVIEWS and one.child is not None]
    if worker is not None:
        rows = [one for one in rows if row is not None and one.worker == row.worker.name]
    return Counter(one.on for one in rows)


def _days_now(due: Counter[date], before: dict[str, _Day], today: date) -> dict[str, _Day]:
    """What is sent now: the days on which any is due, and those to come on which any was and none is any more."""
    moment, found = now(), {}
    to_come = {day for day in before if today < date.fromisoformat(day) <= today + AHEAD}
    for day in sorted({one.isoformat() for one in due} | to_come):
        number, last = due[date.fromisoformat(day)], before.get(day)
        if last is None:
            found[day] = _Day(number, 0, moment, moment)
        else:
            found[day] = last if last.due == number else _Day(number, last.changes + 1, last.created, moment)
    return found


def _of_sessions(sessions: list[DiarySession], store_id: str, *, names: bool) -> Iterator[CalendarEvent]:
    for one in sessions:
        title = _TITLES.get(one.kind, SESSION[one.kind])
        yield CalendarEvent(
            uid=f"session-{one.id}-{store_id}@oversight",
            sequence=one.changes,
            title=f"{title}: {one.worker}" if names else title,
            on=one.on,
            off=one.off,
            created=one.first_said,
            changed=one.last_said,
        )


def _of_reviews(days: dict[str, _Day], of: str, store_id: str) -> Iterator[CalendarEvent]:
    for text, day in days.items():
        yield CalendarEvent(
            uid=f"reviews-{text}-{_word_for(of)}-{store_id}@oversight",
            sequence=day.changes,
            title="Review due" if day.due == 1 else f"Reviews due: {day.due}",
            on=date.fromisoformat(text),
            off=day.due == 0,
            created=day.created,
            changed=day.changed,
        )


def _word_for(of: str) -> str:
    """What tells the reviews of one team or worker from those of another, and names neither."""
    from hashlib import blake2b

    return blake2b(of.encode(), digest_size=4).hexdigest()


def _said(face: Face, *, names: bool) -> str:
    by = f" Made by {face.by}." if names else ""
    said = f"{face.marking}. {as_at_said(face.as_of, face.data_as_at)}.{by} No time of day is recorded."
    return said.removeprefix(". ")

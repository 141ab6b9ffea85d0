"""The brief of a day: its board, of a day that has passed as it stood but for what was moved since; copied, printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.bookings import days_now
from oversight_tui.practice.board import Board
from oversight_tui.practice.day import day_of
from oversight_tui.practice.day_told import as_lines
from oversight_tui.practice.facts import OpenItem, OpenKind, TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import read_team
from oversight_tui.services.copying import COPIED
from oversight_tui.services.identity import author
from oversight_tui.services.openings import PRINTED
from oversight_tui.services.printing import to_paper

if TYPE_CHECKING:
    from db.engine import Store

_HAS_ITS_DAY: frozenset[OpenKind] = frozenset({"booking", "session_planned", "handover_planned"})


def load_day(store: Store, on: date, teams: Sequence[str] = (), *, all_teams: bool = False) -> Board:
    """The board, in which nothing is booked or planned for that day which is known to be for another day now. Where it
    is asked what had been recorded by a day, that alone is known.
    """
    with store.reading(often=True):
        facts, policy = read_team(store, on, teams, all_teams)
        if facts.then is not None and store.recorded_by is None:
            facts = _without_what_moved(store, facts, on)
    return build_board(facts, policy, on)


def _without_what_moved(store: Store, facts: TeamFacts, on: date) -> TeamFacts:
    def is_of_the_day(item: OpenItem) -> bool:
        return item.kind in _HAS_ITS_DAY and item.due_on == on

    days = days_now(store, [item.id for item in facts.open_items if is_of_the_day(item)])
    stays = tuple(item for item in facts.open_items if not is_of_the_day(item) or days.get(item.id, on) == on)
    return facts.__replace__(open_items=stays)


def brief_as_text(store: Store, board: Board, today: date, marking: str, *, hidden: bool) -> str:
    """The brief as plain text, with or without names; the journal says that it was copied."""
    text = _text(board, today, marking, hidden=hidden)
    _noted(store, COPIED, board, hidden=hidden)
    return text


def print_brief(store: Store, board: Board, today: date, marking: str, *, hidden: bool) -> str:
    """Print the brief; returns what to say. Raises NotPrinted. The journal says so before the printer has it."""
    text = _text(board, today, marking, hidden=hidden)
    by_hand = "`oversight brief` writes it, for you to send to a printer."
    to_paper(text, "The brief", by_hand, lambda: _noted(store, PRINTED, board, hidden=hidden))
    return "The brief is sent to the printer."


def _text(board: Board, today: date, marking: str, *, hidden: bool) -> str:
    lines = as_lines(day_of(board), board, today, hidden=hidden)
    return "".join(f"{line}\n" for line in ([marking, *lines, marking] if marking else lines))


def _noted(store: Store, what: str, board: Board, *, hidden: bool) -> None:
    note = {"list": "brief", "teams": list(board.teams), "on": board.as_of.isoformat(), "names": not hidden}
    with store.writing():
        writes.note_opened(store, what, note, author(store))

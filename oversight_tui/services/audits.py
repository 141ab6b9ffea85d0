"""Files picked for audit, and what audits of a team found over a span."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.audits import audits_of, last_audited, picks_of
from oversight_tui.practice.audits import AuditedFile, PickedFile, month_seed, picked
from oversight_tui.practice.board import Board
from oversight_tui.practice.requests import DrawAudit, PickAudit
from oversight_tui.services.board import load_board
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store


def audit_pick(store: Store, asked: DrawAudit, today: date) -> tuple[PickAudit, int]:
    """The request that picks what is drawn: the policy's number for a month unless one is said; and how many files
    that were picked before still wait.
    """
    board = load_board(store, today, asked.teams, all_teams=asked.all_teams)
    with store.reading():
        limits = policy_in_force(store).limits
        audited = last_audited(store, [row.child.id for row in board.children])
        who, is_manager = person(store, asked.auditor), is_the_manager(store, asked.auditor)
    waiting = {item.child_id for item in board.open_items if item.kind == "audit" and item.child_id is not None}
    own = frozenset(row.child.id for row in board.children if is_manager and row.child.bucket == "held_by_manager")
    own |= {row.child.id for row in board.children if who.worker is not None and row.child.worker_id == who.worker}
    number = asked.number if asked.number is not None else limits["audits_a_month"]
    seed = asked.seed if asked.seed is not None else month_seed(today)
    found = picked(board.children, audited, waiting | own, number, seed, today, limits)
    children, strata = tuple(one.child_id for one in found), tuple(one.stratum for one in found)
    return PickAudit(children, asked.auditor, asked.due_on, seed, strata), len(waiting)


def is_the_manager(store: Store, name: str) -> bool:
    """Whether the manager is meant, who holds the children that no worker holds and the manager does."""
    return match_key(person(store, name).name) == match_key(author(store))


def audits(store: Store, board: Board, first: date, last: date) -> list[AuditedFile]:
    """The audits of the files of a board's children from one day to another, oldest first."""
    with store.reading():
        return audits_of(store, [row.child.id for row in (*board.children, *board.closed)], first, last)


def waiting_picks(store: Store, board: Board) -> list[PickedFile]:
    """The files of a board's children that were picked and are still to be audited, by when."""
    waiting = {item.id for item in board.open_items if item.kind == "audit"}
    with store.reading():
        found = picks_of(store, [row.child.id for row in board.children]) if waiting else []
    return sorted((one for one in found if one.entry_id in waiting), key=lambda one: (one.due_on, one.entry_id))

"""Files picked for audit, and what audits of a team found over a span."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.audits import audits_of, last_audited
from oversight_tui.practice.audits import AuditedFile, picked
from oversight_tui.practice.board import Board
from oversight_tui.practice.requests import PickAudit
from oversight_tui.services.board import load_board
from oversight_tui.services.find import person
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store


def audit_pick(
    store: Store,
    today: date,
    due_on: date,
    *,
    auditor: str = "me",
    number: int | None = None,
    seed: int = 1,
    teams: Sequence[str] = (),
    all_teams: bool = False,
) -> PickAudit:
    """The request that picks so many files (the policy's number for a month unless said) of these teams."""
    board = load_board(store, today, teams, all_teams=all_teams)
    with store.reading():
        limits = policy_in_force(store).limits
        audited = last_audited(store, [row.child.id for row in board.children])
        who = person(store, auditor)
    waiting = {item.child_id for item in board.open_items if item.kind == "audit" and item.child_id is not None}
    number = number if number is not None else limits["audits_a_month"]
    found = picked(board.children, audited, waiting, who.worker, number, seed, today, limits)
    children, strata = tuple(one.child_id for one in found), tuple(one.stratum for one in found)
    return PickAudit(children, auditor, due_on, seed, strata)


def audits(store: Store, board: Board, first: date, last: date) -> list[AuditedFile]:
    """The audits of the files of a board's children from one day to another, oldest first."""
    with store.reading():
        return audits_of(store, [row.child.id for row in (*board.children, *board.closed)], first, last)

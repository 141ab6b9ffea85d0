"""A board narrowed to the workers one person supervises, and what is about them or their children."""

from __future__ import annotations

from oversight_tui.practice.board import Board, WorkerRow
from oversight_tui.words.text import match_key


def only_supervised_by(board: Board, name: str) -> Board:
    """The board with only whom this person supervises, and children whom nobody holds; the counts follow."""
    me = match_key(name)
    workers = tuple(row for row in board.workers if _is_mine(row, me))
    own = board.manager.row if board.manager is not None else None
    mine = {row.worker.id for row in (*workers, *((own,) if own is not None else ()))}
    children = tuple(row for row in board.children if row.child.worker_id in mine or row.child.worker_id is None)
    kept = {row.child.id for row in children}
    attention = tuple(
        row
        for row in board.attention
        if (row.child_id is None and row.worker_id is None) or row.child_id in kept or row.worker_id in mine
    )
    people = board.counts.__replace__(workers=len(workers), children=len(children), families=None)
    return board.__replace__(
        workers=workers,
        children=children,
        attention=attention,
        counts=people.of_rows(attention),
        worries=tuple(row for row in board.worries if row.child is None or row.child.id in kept),
        talks=tuple(row for row in board.talks if row.child is None or row.child.id in kept),
    )


def _is_mine(row: WorkerRow, me: str) -> bool:
    """Whether the worker's supervisor is this person; where none is named, whether they held the last session."""
    worker = row.worker
    named = [one for one in (worker.supervisor, worker.second_supervisor) if one]
    if not named:
        return worker.last_held_by is not None and match_key(worker.last_held_by) == me
    return me in map(match_key, named)

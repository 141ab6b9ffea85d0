"""The week as a few lines to send: what it brought, what is late, what comes next. Counts are the board's own.

No word of it was typed by anybody: of a line of the morning list stands what it is and how late, never its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import AttentionKind, AttentionRow, Board
from oversight_tui.practice.ids import ChildId, WorkerId

DAYS = 7
# With names: workers by name, children by reference and the name used here. References: of children only these, and no
# worker. Counts: nobody.
Shows = Literal["names", "references", "counts"]
# What of these is about a worker and no child has its place in the worker's own file: whose it is, is not sent.
_BEHIND_THE_WALL: frozenset[AttentionKind] = frozenset(
    {"own_file", "action", "decision_without_because", "review", "escalation", "consultation"}
)


class Happening(Struct, frozen=True):
    """One thing that happened: the kind of its entry, and whom it was about. `session_child` is a child in the list of
    a session.
    """

    kind: str
    child_id: ChildId | None
    worker_id: WorkerId | None


class Week(Struct, frozen=True):
    """What a week brought, as numbers. `children_discussed` counts each child once, however often."""

    first: date
    last: date
    sessions_held: int
    sessions_cancelled: int
    children_discussed: int
    decisions: int
    actions_agreed: int
    actions_done: int
    worries_raised: int
    worries_closed: int
    children_allocated: int


class Digest(Struct, frozen=True):
    """A board with its week: rows of the morning list that are late or were never done, and what falls due next."""

    board: Board
    week: Week
    late: Sequence[AttentionRow]
    ahead: Sequence[AheadRow]


def digest_of(board: Board, happened: Iterable[Happening]) -> Digest:
    """The digest of a board; of what happened counts what was about its children and workers."""
    late = [row for row in board.attention if row.state in ("overdue", "never")]
    return Digest(board, _week(board, happened), late, falls_due(board, board.open_items, DAYS))


def first_day_of(board_day: date) -> date:
    """The first of the seven days that end with the board's."""
    return board_day - timedelta(days=DAYS - 1)


def _week(board: Board, happened: Iterable[Happening]) -> Week:
    here = [one for one in happened if _is_here(board, one)]
    counts = Counter(one.kind for one in here)

    def children(kinds: Collection[str]) -> int:
        return len({one.child_id for one in here if one.kind in kinds and one.child_id is not None})

    return Week(
        first=first_day_of(board.as_of),
        last=board.as_of,
        sessions_held=counts["session_held"],
        sessions_cancelled=counts["session_cancelled"],
        children_discussed=children({"discussion", "session_child"}),
        decisions=counts["decision"],
        actions_agreed=counts["action"],
        actions_done=counts["action_outcome"],
        worries_raised=counts["worry"],
        worries_closed=counts["worry_close"],
        children_allocated=children({"allocation"}),
    )


def _is_here(board: Board, one: Happening) -> bool:
    """Of what was about no child the sessions: all else about a worker is behind the wall, the number of it too."""
    if one.child_id is None and one.kind not in ("session_held", "session_cancelled"):
        return False
    if board.whole_authority:
        return True
    if one.child_id is not None:
        return board.child_row(one.child_id) is not None
    return board.worker_row(one.worker_id) is not None


def about(board: Board, row: AttentionRow, shows: Shows) -> str:
    """Whom a line is about, as far as that is sent; empty where it is not."""
    if shows == "counts":
        return ""
    if shows == "references":
        return row.child or ""
    worker = row.worker if row.child is not None or row.kind not in _BEHIND_THE_WALL else None
    child = board.child_row(row.child_id)
    name = child.child.name if child is not None else None
    return " ".join(filter(None, (row.child, f"({name})" if name else None, worker)))


def about_ahead(row: AheadRow, shows: Shows) -> str:
    """The same of what falls due; of what is about a worker and behind the wall nobody is named."""
    if shows == "counts":
        return ""
    if shows == "references" or (row.child is None and row.what in _BEHIND_THE_WALL):
        return row.child or ""
    return " ".join(filter(None, (row.child, row.worker)))


def by_day(rows: Iterable[AheadRow]) -> Iterator[tuple[date, list[AheadRow]]]:
    """What falls due, day by day."""
    days: dict[date, list[AheadRow]] = {}
    for row in rows:
        days.setdefault(row.on, []).append(row)
    yield from sorted(days.items())

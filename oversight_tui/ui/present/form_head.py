"""What stands at the head of a form: why whom it is about is on the list, and what there was last time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oversight_tui.practice.board import AttentionRow, Board, ChildRow, WorkerRow
from oversight_tui.ui.present.names import Names, without_names
from oversight_tui.words.dates import count, last_seen, short_day
from oversight_tui.words.labels import KIND, RISK, SETTING, STATUS, words_for

Told = tuple[tuple[str, str], ...]
MOST_REASONS = 2


def told_of_child(row: ChildRow, board: Board, names: Names) -> Told:
    """Of a child: why, how they stand, when they were last discussed and seen."""
    child, clock, today = row.child, row.discussion, board.as_of
    setting = f" in {words_for(SETTING, child.last_discussed_setting)}" if child.last_discussed_setting else ""
    talked = f"discussed {short_day(clock.last, today)}{setting}" if clock.last else "never discussed"
    last = f"{talked}; seen {last_seen(child.last_seen, child.last_seen_source, today)}"
    return (*_why(board.attention_to_child(child.id), board, names), ("Stands", _stands(row)), ("Last", last))


def told_of_worker(row: WorkerRow, board: Board, names: Names) -> Told:
    """Of a worker: why, their children, when they were last supervised and when they will be."""
    today, worker = board.as_of, row.worker
    rows = [one for one in board.attention_to_child(None) if one.worker_id == worker.id]
    clock = row.supervision
    last = f"supervised {short_day(clock.last, today)}" if clock.last else "never supervised"
    planned = f"; next {short_day(worker.next_planned, today)}" if worker.next_planned else "; no session planned"
    return (*_why(rows, board, names), ("Holds", count(row.children, "child", "children")), ("Last", last + planned))


def _why(rows: Iterable[AttentionRow], board: Board, names: Names) -> Iterator[tuple[str, str]]:
    found = [f"{words_for(KIND, one.kind)}: {one.reason}" for one in list(rows)[:MOST_REASONS]]
    if found:
        yield "Why", without_names("; ".join(found), names, board)


def _stands(row: ChildRow) -> str:
    child = row.child
    said = [words_for(STATUS, child.status, "status not recorded"), f"risk {words_for(RISK, child.risk, 'not rated')}"]
    if row.worries_open:
        said.append(count(row.worries_open, "open worry", "open worries"))
    if row.actions_overdue:
        said.append(f"{count(row.actions_overdue, 'action')} late")
    return ", ".join(said)

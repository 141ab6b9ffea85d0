"""The children whom one line of the morning list stands for, by who holds them."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage


def children_of(row: AttentionRow, board: Board, names: Names) -> Iterator[Passage]:
    """A line for each worker with their children, those of nobody last; none where the row is about one."""
    held: dict[str, list[str]] = {}
    for child_id in row.children:
        child = board.child_row(child_id)
        if child is not None:
            held.setdefault(child.worker or "", []).append(names.child(child.child))
    for worker, children in sorted(held.items(), key=lambda one: (not one[0], one[0].casefold())):
        yield Passage(f"{names.worker(worker) if worker else 'No worker'}: {', '.join(sorted(children))}", hang=2)

"""Hints on wording, for a child who may read it; one that was dismissed is not said again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.language import Hint
    from oversight_tui.ui.store.worker import StoreWorker


class Hints:
    """What might be said otherwise. `own` are the authority's own words; `board` gives the newest board."""

    def __init__(self, worker: StoreWorker, own: Mapping[str, str], board: Callable[[], Board | None]) -> None:
        self._worker = worker
        self.own = own
        self._board = board
        self.dismissed: frozenset[str] = frozenset()

    def of(self, text: str) -> tuple[Hint, ...]:
        """The hints for what was typed."""
        from oversight_tui.practice.language import hints

        board = self._board()
        workers = [row.worker.name for row in board.workers] if board is not None else []
        return hints(text, workers=workers, own=self.own, dismissed=self.dismissed)

    def dismiss(self, word: str) -> None:
        """No more hints about this word."""
        self.dismissed |= {word}
        self._worker.typed.dismiss_hint(word)

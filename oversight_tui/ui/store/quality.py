"""Decisions as a list, audits, and why children were not seen, read in the store's thread for the board."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.message import Message

    from db.engine import Store
    from oversight_tui.practice.audits import AuditedFile
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.decided import Decided
    from oversight_tui.practice.ids import WorkerId
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreQuality:
    """Reads what a manager looks at the quality of work by."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope

    def open_decisions(self, board: Board) -> None:
        """Read every decision about the children of a board, for the list that opens."""

        def read() -> Message:
            from oversight_tui.ui.quality_messages import DecisionsLoaded

            return DecisionsLoaded(self._decisions(board))

        self._thread.ask(read)

    def read_decisions(self, board: Board, answer_to: MessagePump) -> None:
        """Read them again for the list that is open."""

        def read() -> Message:
            from oversight_tui.ui.quality_messages import DecisionsRead

            return DecisionsRead(self._decisions(board))

        self._thread.ask(read, answer_to)

    def copy_decisions(self, shown: Sequence[Decided], kinds: Mapping[str, str], command: str) -> None:
        """Make plain text of decisions; `command` prints the same. The journal says what was handed out."""

        def make() -> Message:
            from oversight_tui.services.decided import decisions_as_text
            from oversight_tui.ui.quality_messages import ListCopied

            return ListCopied(decisions_as_text(self._store, shown, len(shown), kinds), command)

        self._thread.ask(make)

    def open_audits(self, board: Board) -> None:
        """Read every audit of the files of a board's children, for the list that opens."""

        def read() -> Message:
            from oversight_tui.ui.quality_messages import AuditsLoaded

            return AuditsLoaded(board, self._audits(board))

        self._thread.ask(read)

    def read_audits(self, board: Board, answer_to: MessagePump) -> None:
        """Read them again for the list that is open."""

        def read() -> Message:
            from oversight_tui.ui.quality_messages import AuditsRead

            return AuditsRead(self._audits(board))

        self._thread.ask(read, answer_to)

    def open_visits(self, board: Board, worker_id: WorkerId | None) -> None:
        """Read the visits that are late, with every attempt, for the list that opens."""

        def read() -> Message:
            from oversight_tui.services.visits import visits_late
            from oversight_tui.ui.quality_messages import VisitsLoaded

            row = board.worker_row(worker_id)
            return VisitsLoaded(visits_late(self._store, board), row.worker if row is not None else None)

        self._thread.ask(read)

    def read_visits(self, board: Board, answer_to: MessagePump) -> None:
        """Read them again for the list that is open."""

        def read() -> Message:
            from oversight_tui.services.visits import visits_late
            from oversight_tui.ui.quality_messages import VisitsRead

            return VisitsRead(visits_late(self._store, board))

        self._thread.ask(read, answer_to)

    def _audits(self, board: Board) -> tuple[AuditedFile, ...]:
        from oversight_tui.services.audits import audits

        return tuple(audits(self._store, board, date.min, board.as_of))

    def _decisions(self, board: Board) -> tuple[Decided, ...]:
        from oversight_tui.practice.decided import Narrowed
        from oversight_tui.services.decided import decisions

        return decisions(self._store, board, Narrowed())

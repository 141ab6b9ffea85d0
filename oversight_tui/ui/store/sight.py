"""Line of sight, read in the store's thread: the numbers, the rows behind one, months that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.message import Message

    from db.engine import Store
    from oversight_tui.practice.ids import WorkerId
    from oversight_tui.practice.sight.values import Figure, Sight
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreSight:
    """Over the teams of the board."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope

    def open(self) -> None:
        """Read it for the screen that opens."""

        def read() -> Message:
            from oversight_tui.ui.sight_messages import SightLoaded

            return SightLoaded(*self._read())

        self._thread.ask(read)

    def read(self, answer_to: MessagePump) -> None:
        """Read it again for the screen that is open."""

        def read() -> Message:
            from oversight_tui.ui.sight_messages import SightRead

            return SightRead(*self._read())

        self._thread.ask(read, answer_to)

    def open_rows(self, figure: Figure, what: str) -> None:
        """Read the rows that a number counts, for the list that opens; `what` says what they are."""

        def read() -> Message:
            from oversight_tui.services.sight import rows_of
            from oversight_tui.ui.sight_messages import FigureOpened

            return FigureOpened(what, rows_of(self._store, figure, self._scope.today()))

        self._thread.ask(read)

    def read_rows(self, figure: Figure, answer_to: MessagePump) -> None:
        """Read them again for the list that is open."""

        def read() -> Message:
            from oversight_tui.services.sight import rows_of
            from oversight_tui.ui.sight_messages import FigureRead

            return FigureRead(rows_of(self._store, figure, self._scope.today()))

        self._thread.ask(read, answer_to)

    def read_effect(self, answer_to: MessagePump) -> None:
        """Read what came of it in the last thirteen weeks."""

        def read() -> Message:
            from oversight_tui.practice.span import A_QUARTER, span_back
            from oversight_tui.services.sight.effect import load_effect
            from oversight_tui.ui.sight_messages import EffectRead

            scope, today = self._scope, self._scope.today()
            span = span_back(None, None, today, A_QUARTER)
            return EffectRead(load_effect(self._store, span, today, scope.teams, all_teams=scope.all_teams))

        self._thread.ask(read, answer_to)

    def work_out_months(self, answer_to: MessagePump) -> None:
        """Work out the months that are missing."""

    def _read(self) -> tuple[Sight, Mapping[WorkerId, str]]:
        from oversight_tui.practice.sight.rows import WorkerFigureRow
        from oversight_tui.practice.sight.values import Figure
        from oversight_tui.services.sight import load_sight, rows_of

        scope, today = self._scope, self._scope.today()
        sight = load_sight(self._store, today, scope.teams, all_teams=scope.all_teams)
        late = tuple(one.worker for team in sight.teams for one in team.late)
        rows = rows_of(self._store, Figure("supervised_overdue", late), today)
        return sight, {row.worker: row.name for row in rows if isinstance(row, WorkerFigureRow)}

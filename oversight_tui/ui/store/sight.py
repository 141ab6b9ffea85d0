"""Line of sight, read in the store's thread: the numbers, the rows behind one, months that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from textual.message import Message

    from db.engine import Store
    from oversight_tui.practice.ids import TeamId, WorkerId
    from oversight_tui.practice.sight.values import Figure, Sight
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreSight:
    """Over the teams of the board."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._months = _MissingMonths(store, thread, scope)

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

    def work_out_months(self, teams: Collection[TeamId], answer_to: MessagePump) -> None:
        """Work out the months of these teams that are missing, one at a time: what is asked meanwhile goes between."""
        self._months.answer_to = answer_to
        if not self._months.under_way:
            self._months.begin(teams)

    def _read(self) -> tuple[Sight, Mapping[WorkerId, str]]:
        from oversight_tui.practice.sight.rows import WorkerFigureRow
        from oversight_tui.practice.sight.values import Figure
        from oversight_tui.services.sight import load_sight, rows_of

        scope, today = self._scope, self._scope.today()
        sight = load_sight(self._store, today, scope.teams, all_teams=scope.all_teams)
        late = tuple(one.worker for team in sight.teams for one in team.late)
        rows = rows_of(self._store, Figure("supervised_overdue", late), today)
        return sight, {row.worker: row.name for row in rows if isinstance(row, WorkerFigureRow)}


class _OneIsThere(Exception):
    """A month was worked out and kept; the next one is asked for anew."""


class _MissingMonths:
    """Works months out, and tells the screen after each. One that cannot be kept is worked out with all the others in
    one go: asked for anew it would be missing again.
    """

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._teams: Collection[TeamId] = ()
        self._of = 0
        self._left = 0
        self._one_by_one = True
        self.under_way = False
        self.answer_to: MessagePump | None = None

    def begin(self, teams: Collection[TeamId]) -> None:
        """Begin with the newest."""
        self._teams, self._of, self._left = teams, 0, 0
        self.under_way = True
        self._thread.ask(self._work, self.answer_to)

    def _work(self) -> Message:
        from oversight_tui.services.sight import months_of, work_out_months
        from oversight_tui.ui.sight_messages import MonthsGoOn

        today = self._scope.today()
        self.under_way = False  # whatever happens here: it can be begun again
        try:
            work_out_months(self._store, self._teams, today, self._told)
        except _OneIsThere:
            self.under_way = True
            self._thread.ask(self._work, self.answer_to)
            return MonthsGoOn(self._of - self._left, self._of, months_of(self._store, self._teams, today))
        return MonthsGoOn(self._of, self._of, months_of(self._store, self._teams, today))

    def _told(self, done: int, of: int) -> None:
        if not done:
            self._one_by_one = not self._of or of <= self._left
            self._left, self._of = of, max(self._of, of)
        elif self._one_by_one and done < of:
            self._left = of - done
            raise _OneIsThere

"""The sessions of the next eight weeks, who is away, the days on which nobody works; and all else that falls due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.weeks import DayPlan, PlannedSession, away_from, days_ahead
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.planned import CancelForm, MoveForm, ScheduleForm
from oversight_tui.ui.list_actions import CALENDAR
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import weekday_day
from oversight_tui.words.labels import SESSION, words_for

WEEKS = 8


class CalendarScreen(ListingScreen):
    """A line a session; and, not counted, one for each bank holiday and for whoever goes or is away, until when. The
    detail says who is away that day.

    The view of everything shows besides what falls due: visits, reviews, assessments, birthdays, actions, limits.
    """

    place = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CALENDAR))

    def __init__(self, board: Board, about: About) -> None:
        columns = (Column(12), Column(24), Column(24), Column())
        nothing = "No session is planned. {calendar_schedule} lays down a schedule."
        super().__init__(f"The next {WEEKS} weeks, sessions:", columns, nothing)
        self.board, self.about, self._all = board, about, False

    def show_board(self, board: Board) -> None:
        """A newer board came while the calendar is open."""
        self.board = board
        self.show()

    def lines(self) -> Sequence[Line]:
        """The sessions in the order of their days."""
        names, found = self.program.names, []
        due = falls_due(self.board, self.board.open_items, WEEKS * 7) if self._all else ()
        days = days_ahead(self.board, WEEKS, {row.on for row in due})
        away = away_from(self.board, days)
        for day in days:
            shown = Cell(weekday_day(day.on), "quiet" if day.on < self.board.as_of else "plain")
            for one in day.sessions:
                gone = Cell("but away" if one.while_away else "", "alarm")
                kind = Cell(words_for(SESSION, one.kind), "quiet")
                found.append(Line(key_of(one.entry_id), (shown, Cell(names.worker(one.worker), "strong"), kind, gone)))
            found += _besides(day, shown, names, away.get(day.on, ()))
            for number, row in enumerate(one for one in due if one.on == day.on and one.what != "session"):
                who = Cell(" ".join(filter(None, (row.child, names.short_worker(row.worker)))))
                what = Cell(row.called.capitalize(), "strong")
                found.append(Line(f"due:{day.on}:{number}", (shown, who, what, Cell(names.text(row.text), "quiet"))))
        return found

    def detail(self, key: str) -> Sequence[Passage]:
        """Who is away on that day, and how the worker's clock stands."""
        names = self.program.names
        on = key.split(":")[1] if key.startswith("due:") else ""
        for day in days_ahead(self.board, WEEKS, {date.fromisoformat(on)} if on else ()):
            if (
                str(day.on) == on
                or f"holiday:{day.on}" == key
                or key.startswith(f"away:{day.on}:")
                or any(key_of(one.entry_id) == key for one in day.sessions)
            ):
                away = ", ".join(names.worker(one) for one in day.away)
                said = next((line.cells for line in self.lines() if line.key == key and on), ())
                told = [Passage(" ".join(cell.text for cell in said[1:]))] if said else []
                return (Passage(weekday_day(day.on), "strong"), *told, Passage(f"Away: {away or 'nobody'}", "quiet"))
        return ()

    def _session(self, key: str) -> PlannedSession | None:
        days = days_ahead(self.board, WEEKS)
        return next((one for day in days for one in day.sessions if key_of(one.entry_id) == key), None)

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """Only a session can be moved or cancelled; a schedule is laid down for a worker."""
        one = self._session(key)
        if action_id in ("calendar_move", "calendar_cancel") and one is None:
            return "This row is no session."
        if action_id == "calendar_schedule" and one is None and self.about.worker_id is None:
            return "No worker is meant. Choose a session of theirs here, or their row on the board."
        return ""

    def handlers(self) -> Handlers:
        """What is done about a session."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "calendar_move": self._move,
            "calendar_cancel": self._cancel,
            "calendar_all": self._show_all_or_sessions,
            "calendar_schedule": self._schedule,
        }

    def _move(self) -> None:
        one = self._here()
        self.program.open(MoveForm(one.entry_id, self._shown(one)))

    def _cancel(self) -> None:
        one = self._here()
        self.program.open(CancelForm(one.entry_id, self._shown(one)))

    def _show_all_or_sessions(self) -> None:
        self._all = not self._all
        self.heading = f"The next {WEEKS} weeks, {'all that falls due' if self._all else 'sessions'}:"
        self.show()

    def _schedule(self) -> None:
        one = self._session(self.row_key)
        worker_id = one.worker_id if one is not None else self.about.worker_id
        name = one.worker if one is not None else self.about.worker
        if worker_id is not None:
            self.program.open(ScheduleForm(worker_id, self.program.names.worker(name)))

    def _here(self) -> PlannedSession:
        one = self._session(self.row_key)
        assert one is not None
        return one

    def _shown(self, one: PlannedSession) -> str:
        return f"the {words_for(SESSION, one.kind)} session with {self.program.names.worker(one.worker)}"


def _besides(day: DayPlan, shown: Cell, names: Names, away: Sequence[tuple[str, date | None]]) -> Iterator[Line]:
    """What is no session and counts as none: who goes away on a day, until when, and a bank holiday."""
    for number, (name, until) in enumerate(away):
        back = f"away to {weekday_day(until)}" if until else "away, return not known"
        cells = (shown, Cell(names.worker(name)), Cell(back, "warn"), Cell(""))
        yield Line(f"away:{day.on}:{number}", cells, counted=False)
    if day.holiday:
        cells = (shown, Cell("Bank holiday", "quiet"), Cell(""), Cell(""))
        yield Line(f"holiday:{day.on}", cells, counted=False)

"""The next eight weeks as weeks: the sessions in their days, who is away across them, bank holidays; and all else that
falls due.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject
from oversight_tui.practice.weeks import DayPlan, PlannedSession, days_ahead
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.planned import CancelForm, MoveForm, PlanOnDayForm, ScheduleForm
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.list_actions import CALENDAR
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.calendar import day_in_full, due_key, grid_weeks, held_key
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, leaving
from oversight_tui.ui.screens.listing import undo_handlers
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.week_grid import WeekGrid
from oversight_tui.words.labels import SESSION, words_for

WEEKS = 8


class CalendarScreen(ActingScreen):
    """A grid of days, and the day under the cursor in full.

    The view of everything shows besides what falls due: visits, reviews, assessments, birthdays, actions, limits.
    """

    CSS_PATH = "calendar.tcss"
    AUTO_FOCUS = "#weeks"
    place = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CALENDAR))

    def __init__(self, board: Board, about: About) -> None:
        super().__init__()
        self.board = board
        self.about = about
        self._all = False
        self._days: tuple[DayPlan, ...] = ()
        self._due: tuple[AheadRow, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, weeks, the day in full, keys."""
        glyphs = self.program.names.glyphs
        yield MarkingLine()
        yield TextLine(id="title")
        with Vertical(id="halves"):
            yield WeekGrid(rule=glyphs.rule, dot=glyphs.dot, id="weeks")
            yield TextBlock(id="day")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it, with the cursor on the next session."""
        self._grid.when_highlighted = self._show_day
        self.show()
        self._grid.select(str(self.board.as_of))
        self._step(1)
        self.clear_flash()

    def show_board(self, board: Board) -> None:
        """A newer board came while the calendar is open."""
        self.board = board
        self.show()

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self.show()

    def show(self) -> None:
        """Show the weeks as they are now."""
        due = falls_due(self.board, self.board.open_items, WEEKS * 7) if self._all else ()
        self._due = tuple(one for one in due if one.what != "session")
        self._days = days_ahead(self.board, WEEKS, {row.on for row in self._due})
        self._grid.show(tuple(grid_weeks(self.board, self._days, self._due, self.program.names)))
        number = sum(len(day.sessions) for day in self._days) + len(self._due)
        title = f" The next {WEEKS} weeks, {'all that falls due' if self._all else 'sessions'}: {number}"
        self.query_one("#title", TextLine).show((Part(title, "bold"),))

    @property
    def _grid(self) -> WeekGrid:
        return self.query_one("#weeks", WeekGrid)

    def _show_day(self) -> None:
        day = self._day_here
        if day is not None:
            found = day_in_full(self.board, day, self._due_of(day.on), self._grid.item, self.program.names)
            self.query_one("#day", TextBlock).show(found)

    # --- What is under the cursor -----------------------------------------------------------------

    @property
    def _day_here(self) -> DayPlan | None:
        """The day that what is chosen is of: one of a weekend stands on the Friday before it."""
        for day in self._days:
            sessions = (*(key_of(one.entry_id) for one in day.sessions), *map(held_key, day.held))
            things = (*sessions, *self._due_keys(day.on))
            if self._grid.item in things if self._grid.item else str(day.on) == self._grid.day:
                return day
        return None

    def _due_of(self, on: date) -> Sequence[AheadRow]:
        return [row for row in self._due if row.on == on]

    def _due_keys(self, on: date) -> list[str]:
        return [due_key(row, number) for number, row in enumerate(self._due_of(on))]

    @property
    def _session(self) -> PlannedSession | None:
        here = self._grid.item
        return next((one for day in self._days for one in day.sessions if key_of(one.entry_id) == here), None)

    def _whom(self) -> Subject | None:
        """Whom what is chosen is about."""
        if (one := self._session) is not None:
            return AboutWorker(one.worker_id)
        day = self._day_here
        for held in day.held if day is not None else ():
            if held_key(held) == self._grid.item:
                return AboutWorker(held.worker_id)
        due = dict(zip(self._due_keys(day.on), self._due_of(day.on), strict=True)) if day is not None else {}
        row = due.get(self._grid.item)
        if row is None:
            return None
        everybody, children = self.board.everybody, (*self.board.children, *self.board.closed)
        if row.child is not None:
            return next((AboutChild(one.child.id) for one in children if one.child.reference == row.child), None)
        return next((AboutWorker(one.worker.id) for one in everybody if one.worker.name == row.worker), None)

    # --- Keys -------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read. One that does nothing here says so."""
        self.program.clear_flash()
        say_elsewhere(self, event)

    def on_week_grid_opened(self) -> None:
        """Enter, or a second click."""
        self.action_do("list_open")

    def reason(self, action_id: ActionId) -> str:
        """Only a session can be moved or cancelled; a schedule is laid down for a worker."""
        one = self._session
        if action_id in ("calendar_move", "calendar_cancel") and one is None:
            return "This is no session. Choose one with the arrows, or with n."
        if action_id == "calendar_schedule" and one is None and self.about.worker_id is None:
            return "No worker is meant. Choose a session of theirs here, or their row on the board."
        return ""

    def handlers(self) -> Handlers:
        """What is done about a session."""
        return {
            **super().handlers(),
            **leaving(self),
            **undo_handlers(self.program),
            "list_open": lambda: open_page_of(self._whom(), self.program),
            "calendar_next": lambda: self._say_where_none(self._step(1), "later"),
            "calendar_previous": lambda: self._say_where_none(self._step(-1), "earlier"),
            "session_planned": self._plan,
            "calendar_move": self._move,
            "calendar_cancel": self._cancel,
            "calendar_all": self._show_all_or_sessions,
            "calendar_schedule": self._schedule,
        }

    def _step(self, by: int) -> bool:
        sessions = {key_of(one.entry_id) for day in self._days for one in day.sessions}
        return self._grid.step(by, sessions.__contains__)

    def _say_where_none(self, found: bool, where: str) -> None:
        if not found:
            self.program.flash(f"No {where} session is planned in these weeks.")

    def _plan(self) -> None:
        """On the day one stands on, with whom the session there is, or the row of the board one came from."""
        day, one = self._day_here, self._session
        worker = one.worker if one is not None else self._due_of_the_row()
        team = [(row.worker.name, row.worker.id) for row in self.board.everybody]
        on = max(day.on if day is not None else self.board.as_of, self.board.as_of)
        self.program.open(PlanOnDayForm(on, worker, team))

    def _due_of_the_row(self) -> str:
        """Whom the row of the board is about, but for one who was supervised today."""
        row = self.board.worker_row(self.about.worker_id)
        held_today = row is not None and row.supervision.last == self.board.as_of
        return "" if held_today else self.about.worker or ""

    def _move(self) -> None:
        one = self._here()
        self.program.open(MoveForm(one.entry_id, self._shown(one), one.on, one.at))

    def _cancel(self) -> None:
        one = self._here()
        self.program.open(CancelForm(one.entry_id, self._shown(one)))

    def _show_all_or_sessions(self) -> None:
        self._all = not self._all
        self.show()

    def _schedule(self) -> None:
        one = self._session
        worker_id = one.worker_id if one is not None else self.about.worker_id
        name = one.worker if one is not None else self.about.worker
        if worker_id is not None:
            self.program.open(ScheduleForm(worker_id, self.program.names.worker(name)))

    def _here(self) -> PlannedSession:
        one = self._session
        assert one is not None
        return one

    def _shown(self, one: PlannedSession) -> str:
        return f"the {words_for(SESSION, one.kind)} session with {self.program.names.worker(one.worker)}"

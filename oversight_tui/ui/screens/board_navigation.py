"""The keys of the board that lead to another screen: pages, sessions, lists, the calendar."""

from __future__ import annotations

from collections.abc import Callable

from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.selection import Selection


class BoardNavigation:
    """Opens a screen, or asks the store for what it shows; the keys typed meanwhile wait for it."""

    def __init__(self, program: Program, selection: Callable[[], Selection]) -> None:
        self._program = program
        self._selection = selection

    def handlers(self) -> Handlers:
        """What does each action that leads away from the board."""
        return {
            "open_page": self.open_page,
            "import_lists": self.bring_in_lists,
            "tour": self.take_the_tour,
            "opening_dates": self.enter_opening_dates,
            "all_actions": self.list_actions,
            "calendar": self.show_calendar,
            "day": self.show_day,
            "print_today": self.print_today,
            "look_back": self.look_back,
            "hold_session": lambda: self._read_of_worker(self._program.worker.pages.open_session),
            "brief": lambda: self._read_of_worker(self._program.worker.pages.read_brief),
            "own_file": lambda: self._read_of_worker(self._program.worker.pages.read_personal),
            "changes": lambda: self._read(self._program.worker.read_changes),
            "journal": lambda: self._read(self._program.worker.pages.read_journal),
            "regularity": lambda: self._read(self._program.worker.pages.read_regularity),
            "decisions": self.list_decisions,
            "audits": self.list_audits,
            "visit_reasons": self.list_late_visits,
            "sight": lambda: self._read(self._program.worker.sight.open),
            "retention": lambda: self._read(self._program.worker.pages.read_retention),
            "own_notes": lambda: self._program.read_notes(self._selection().about_row),
            "settings": self.open_settings,
            "theme": self.choose_theme,
            "back_up": self._program.worker.daily_backup.make_now,
            "whose_board": self._program.worker.read_whose,
        }

    def open_page(self) -> None:
        """The page of the child or worker; from the row about missing dates the screen to enter them, and from that of
        a worker's own file the entry in it.
        """
        selection = self._selection()
        self._program.key_queue.hold()
        if selection.entry.waits_as == "own_file" and selection.worker_id is not None:
            self._program.worker.pages.read_personal(selection.worker_id, selection.entry.id)
            return
        if selection.child_id is not None:
            self._program.worker.pages.open_child(selection.child_id)
        elif selection.worker_id is not None:
            self._program.worker.pages.open_worker(selection.worker_id)
        else:
            self.enter_opening_dates()

    def enter_opening_dates(self) -> None:
        """When each was last supervised or discussed."""
        from oversight_tui.ui.screens.opening import OpeningScreen

        board = self._selection().board
        if board is not None:
            self._program.open(OpeningScreen(board))

    def bring_in_lists(self) -> None:
        """Annex A, rosters and absences; the board is read again afterwards."""
        from oversight_tui.ui.import_desk import desk_of
        from oversight_tui.ui.screens.importing import ImportScreen

        self._program.open(ImportScreen(desk_of(self._program)), lambda _: self._program.worker.reload())

    def take_the_tour(self) -> None:
        """Begin it, or take it up again: nobody's real records are practised on."""
        if self._program.made_up:
            self._program.tour.go_on()
        else:
            self._program.flash("The tour goes over the made-up team: `oversight demo --tour` opens it.")

    def list_actions(self) -> None:
        """All open actions."""
        from oversight_tui.ui.screens.open_actions import ActionsScreen

        board = self._selection().board
        if board is not None:
            self._program.open(ActionsScreen(board))

    def list_decisions(self) -> None:
        """What was decided about the children of the board."""
        board = self._selection().board
        if board is not None:
            self._read(lambda: self._program.worker.quality.open_decisions(board))

    def list_audits(self) -> None:
        """Files that wait to be audited, and what was found."""
        board = self._selection().board
        if board is not None:
            self._read(lambda: self._program.worker.quality.open_audits(board))

    def list_late_visits(self) -> None:
        """Why visits are late; from the row of a worker theirs alone."""
        selection = self._selection()
        board, whom = selection.board, selection.whom
        if board is not None:
            worker_id = whom.worker_id if whom.child_id is None else None
            self._read(lambda: self._program.worker.quality.open_visits(board, worker_id))

    def show_calendar(self) -> None:
        """The sessions of the next weeks."""
        from oversight_tui.ui.screens.calendar import CalendarScreen

        selection = self._selection()
        if selection.board is not None:
            self._program.open(CalendarScreen(selection.board, selection.about_worker))

    def show_day(self) -> None:
        """The brief of today."""
        from oversight_tui.ui.screens.day import DayScreen

        board = self._selection().board
        if board is not None:
            self._program.open(DayScreen(board))

    def look_back(self) -> None:
        """The board as at a past day, which is asked for."""
        from oversight_tui.ui.dialogs.look_back import LookBackForm

        program = self._program
        # Keys wait for the other board: one typed meanwhile would act on a row of another day.
        program.open(LookBackForm(lambda day: program.worker.look_back(day, program.key_queue.hold())))

    def print_today(self) -> None:
        """The morning list, on paper."""
        from oversight_tui.ui.dialogs.printing import ask_before_printing

        board = self._selection().board
        if board is not None:
            ask_before_printing(self._program, len(board.attention), self._print)

    def _print(self) -> None:
        self._program.flash("Printing.")
        self._program.worker.pages.print_today(self._program.marking)

    def open_settings(self) -> None:
        """Everything that can be set."""
        from oversight_tui.ui.screens.settings import SettingsScreen

        self._program.open(SettingsScreen())

    def choose_theme(self) -> None:
        """The colours of the screen."""
        from oversight_tui.ui.screens.theme import ThemeScreen

        self._program.open(ThemeScreen())

    def _read(self, ask: Callable[[], None]) -> None:
        self._program.key_queue.hold()
        ask()

    def _read_of_worker(self, ask: Callable[[WorkerId], None]) -> None:
        worker_id = self._selection().worker_id
        if worker_id is not None:
            self._program.key_queue.hold()
            ask(worker_id)

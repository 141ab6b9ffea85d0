"""What opens on the first morning: the ways to begin on an empty board, or what was chosen before there was a store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.ui.after_leaving import TOUR, AfterLeaving, FirstStep, ListsTaken

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram
    from oversight_tui.ui.screens.welcome import Way

_PLAIN = "This store is not encrypted: use made-up data only."


class FirstSteps:
    """Opens each step once; `leave` ends the program with what is to be opened instead."""

    def __init__(
        self, program: AnsweredProgram, first: FirstStep | None, leave: Callable[[AfterLeaving], None]
    ) -> None:
        self._program = program
        self._first = first
        self._leave = leave

    def show(self) -> None:
        """On an empty board: the step that was chosen already, or the ways to begin."""
        if len(self._program.open_screens) > 1:
            return
        chosen = self._first
        self._first = None
        if chosen is not None:
            self._take(chosen)
        else:
            self._welcome()

    def takes_up_the_tour(self) -> bool:
        """Whether the tour is to begin now; True once."""
        chosen = self._first == TOUR
        if chosen:
            self._first = None
        return chosen

    def _welcome(self) -> None:
        from oversight_tui.ui.marking import marking_parts
        from oversight_tui.ui.screens.welcome import WelcomeScreen

        foot = "There is no team in this store yet."
        if not (self._program.worker.encrypted or self._program.worker.on_a_server):
            foot = f"{foot} {_PLAIN}"
        screen = WelcomeScreen(marking_parts(self._program), foot, reads_again=True)
        self._program.open(screen, self._taken)

    def _taken(self, way: Way | None) -> None:
        if way is None:
            self._program.worker.reload()
        else:
            self._take(way)

    def _take(self, way: Way) -> None:
        match way:
            case "made-up team" | "tour":
                self._leave(way)
            case "import":
                self._bring_in(None)
            case ListsTaken():
                self._bring_in(way)
            case "by hand":
                from oversight_tui.ui.screens.by_hand import ByHandScreen

                self._program.open(ByHandScreen(), self._back)

    def _bring_in(self, taken: ListsTaken | None) -> None:
        from oversight_tui.ui.import_desk import desk_of
        from oversight_tui.ui.screens.importing import ImportScreen

        self._program.open(ImportScreen(desk_of(self._program, taken)), self._back)

    def _back(self, _: None) -> None:
        self._program.worker.reload()

"""Finding anything from whatever screen is open: opens the palette over it, and does what is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from oversight_tui.practice.hits import Hit
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, Subject
from oversight_tui.ui.dialogs.about import NOBODY

if TYPE_CHECKING:
    from oversight_tui.practice.board import Board
    from oversight_tui.ui.present.offered import Choice
    from oversight_tui.ui.program import Program
    from oversight_tui.ui.screens.acting import ActingScreen
    from oversight_tui.ui.screens.palette import Search

_LATELY = 5  # choices of the palette that stand in it again


class Finder:
    """Remembers what was chosen and looked for last, as long as the program runs; `board` gives whom one can name."""

    def __init__(self, program: Program, board: Callable[[], Board | None]) -> None:
        self._program = program
        self._board = board
        self._lately: tuple[Choice, ...] = ()
        self._last: Search | None = None

    def open(self, over: Screen[Any]) -> None:
        """The palette, with what this screen can do; over itself it closes, and over a form it does not open."""
        from oversight_tui.ui.screens.acting import ActingScreen
        from oversight_tui.ui.screens.palette import PaletteScreen

        if isinstance(over, PaletteScreen):
            over.dismiss(None)
        elif isinstance(over, ActingScreen):
            self._open(over, self._last)

    def go_on(self, over: Screen[Any]) -> None:
        """What was found was read and left: the same search again, at the same row."""
        from oversight_tui.ui.screens.acting import ActingScreen

        if self._last is not None and isinstance(over, ActingScreen):
            self._open(over, self._last.__replace__(go_on=True))

    def _open(self, screen: ActingScreen, last: Search | None) -> None:
        from oversight_tui.ui.screens.acting import cannot_now
        from oversight_tui.ui.screens.palette import PaletteScreen

        actions = self._program.keymap.of(screen.place)
        # While names are hidden what was typed is not shown again: it may be one.
        last = None if self._program.names.hidden else last
        palette = PaletteScreen(self._board(), actions, cannot_now(screen), self._lately, last)

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                self._last = palette.search if isinstance(choice, Hit) else None
                self._do(choice, screen)

        self._program.open(palette, chosen)

    def _do(self, choice: Choice, screen: ActingScreen) -> None:
        if not isinstance(choice, Hit):
            self._lately = (choice, *(one for one in self._lately if one != choice))[:_LATELY]
        match choice:
            case Hit():
                self._open_hit(choice)
            case AboutChild() | AboutWorker():
                if not _is_page_of(screen, choice):
                    self._open_page(choice)
            case _:
                screen.action_do(choice)

    def _open_hit(self, hit: Hit) -> None:
        """Where something was said, at the entry itself: on a page, in an own file, or among the notes to oneself."""
        if hit.read_in == "own_file" and isinstance(hit.about, AboutWorker):
            self._program.key_queue.hold()
            self._program.worker.pages.read_personal(hit.about.id, hit.shown_at, found=True)
        elif hit.about is not None:
            self._open_page(hit.about, hit.shown_at)
        else:
            self._program.read_notes(NOBODY, hit.shown_at)

    def _open_page(self, whom: Subject, at: EntryId | None = None) -> None:
        pages = self._program.worker.pages
        self._program.key_queue.hold()
        if isinstance(whom, AboutChild):
            pages.open_child(whom.id, at)
        else:
            pages.open_worker(whom.id, at)


def _is_page_of(screen: ActingScreen, whom: Subject) -> bool:
    """Whether it is their page already from which they were looked for."""
    from oversight_tui.ui.screens.page import PageScreen

    return isinstance(screen, PageScreen) and screen.page.about == whom

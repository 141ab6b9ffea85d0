"""What the program does with the answers of the store: the board and what was recorded here, the rest when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import EntryId
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.marking import mark_anew
from oversight_tui.ui.messages import (
    BoardLoaded,
    BoardUnread,
    Done,
    Noticed,
    Refused,
    ShutOut,
    StoreAnswer,
    StoreAway,
    UndoAsked,
)

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram
    from oversight_tui.ui.draft_key import DraftKey
    from oversight_tui.ui.first_steps import FirstSteps
    from oversight_tui.ui.page_answers import PageAnswers


class Answers:
    """Shows or says each answer, and asks what the row it will be about has to be remembered for."""

    def __init__(self, program: AnsweredProgram, first_steps: FirstSteps, *, ask_whose: bool) -> None:
        self._program = program
        self._first_steps = first_steps
        self._ask_whose = ask_whose  # once, where the store holds several teams and none was named
        self._about = NOBODY
        self.recorded = False  # whether anything was since the start
        self._offered: DraftKey | None = None  # its form opens with the next board, which says whom its entry is about
        self._of_pages: PageAnswers | None = None

    def take(self, answer: StoreAnswer) -> None:
        """Do what the answer asks for."""
        program = self._program
        match answer:
            case BoardLoaded():
                if program.worker.is_newest(answer.generation):
                    self._show_board(answer.board)
                    program.worker.board_is_shown()
            case Done():
                self.recorded = True
                program.flash(f"{answer.says} {program.way_back(answer.way_back)}".strip())
                program.tour.recorded(answer.kinds)
                if answer.undone:
                    self._offer_words_again(answer.undone)
            case UndoAsked():
                self._ask_before_undoing(answer)
            case Noticed():
                program.flash(answer.says)
            case StoreAway():
                mark_anew(program.open_screens)
                program.board_screen.top.follow_size()
                if answer.says:
                    program.flash(answer.says)
                else:
                    self._pages().server_is_back()
            case ShutOut():
                self._shut_out(answer.says)
            case Refused():
                self._refused(answer)
            case _:
                self._pages().take(answer, self._about)

    def _refused(self, answer: Refused) -> None:
        """Say why something was not done; where it was the board that was to be read, its panes say so too."""
        program = self._program
        program.key_queue.let_go()
        program.flash(answer.says)
        board = program.board_screen
        if isinstance(answer, BoardUnread) and board.board is None:
            board.top.say_unread()
            again = program.keymap.shown("reload")
            board.panes.say_unread(
                f"The store could not be read: what stands here is not known. {again} reads it again."
            )

    def _shut_out(self, says: str) -> None:
        """Cover everything as long as the server lets the login in no more; nothing is said when it does again."""
        program = self._program
        if not says:
            program.unlocked()
        elif not program.screen_lock.locked:
            program.screen_lock.shut_out_since(says, program.open)

    def correct(self, entry_id: EntryId, about: About, *, in_own_file: bool = False) -> None:
        """Ask for the words of an entry; the form opens when they come."""
        self._program.key_queue.hold()
        self._about = about
        self._program.worker.pages.read_words(entry_id, in_own_file=in_own_file)

    def read_notes(self, about: About, at: EntryId | None = None) -> None:
        """Ask for the notes to self, to look at one where it is named; a new one will be about this row."""
        self._program.key_queue.hold()
        self._about = about
        self._program.worker.pages.read_notes(at)

    def _ask_before_undoing(self, answer: UndoAsked) -> None:
        """Ask; a yes takes back what was asked about, and nothing that was recorded since."""
        from oversight_tui.ui.dialogs.undo import ask_before_undoing

        program = self._program

        def take_back() -> None:
            program.worker.undo(words=not program.names.hidden, agreed_to=answer.newest)
            program.on_top.read_again()

        ask_before_undoing(program, answer, take_back)

    def _offer_words_again(self, undone: tuple[EntryId, ...]) -> None:
        """What was typed in a form and is taken back stands in that form again."""
        self._offered = self._program.drafts.offer_again(undone)
        if self._offered is not None:
            self._program.key_queue.hold()

    def _open_offered(self) -> None:
        key = self._offered
        self._offered = None
        if key is not None:
            self._program.key_queue.let_go()
            self._program.board_screen.forms.go_on_with(key)

    def _pages(self) -> PageAnswers:
        if self._of_pages is None:
            from oversight_tui.ui.page_answers import PageAnswers

            self._of_pages = PageAnswers(self._program)
        return self._of_pages

    def _show_board(self, board: Board) -> None:
        """Show the newest board; on the very first morning say what to do instead."""
        for screen in self._program.open_screens:  # a list over the board too, also under a form that is closing
            screen.show_board(board)
        self._open_offered()
        if not board.workers and not board.children and not board.teams:
            self._first_steps.show()
        elif self._first_steps.takes_up_the_tour():
            self._program.tour.go_on()
        elif len(board.teams) > 1 and self._ask_whose and len(self._program.open_screens) == 1:
            self._ask_whose = False
            self._program.worker.beginnings.ask_whose_unsaid()

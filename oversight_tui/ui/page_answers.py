"""What opens, or is shown anew, when the store has answered: pages, lists, sessions, forms over an entry, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui import page_messages as answered
from oversight_tui.ui import quality_answers
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.answered_program import AnsweredProgram
    from oversight_tui.ui.dialogs.about import About
    from oversight_tui.ui.messages import StoreAnswer


class PageAnswers:
    """Imports each screen when it is to be opened."""

    def __init__(self, program: AnsweredProgram) -> None:
        self._program = program

    def take(self, answer: StoreAnswer, about: About) -> None:
        """Do what the answer asks for; `about` is the row it was asked about."""
        match answer:
            case answered.PageLoaded():
                self._show_page(answer)
            case answered.ChangesLoaded():
                self._show_changes(answer)
            case answered.DraftsLoaded():
                self._offer_drafts(answer)
            case answered.DraftKept():
                self._say_kept(answer)
            case answered.KindsLoaded():
                self._program.kinds, self._program.audit_questions = answer.kinds, answer.audit_questions
                self._program.hints.dismissed = answer.dismissed
            case answered.Copied():
                from oversight_tui.ui.handing_out import hand_out

                hand_out(self._program, answer)
            case answered.StillLocked():
                self._program.still_locked(answer.says)
            case answered.Unlocked():
                self._program.unlocked()
            case _:
                self._open_what_was_read(answer, about)

    def _open_what_was_read(self, answer: StoreAnswer, about: About) -> None:
        match answer:
            case answered.WordsLoaded():
                self._correct(answer, about)
            case answered.SessionLoaded():
                self._hold_session(answer)
            case answered.BriefLoaded():
                self._show_brief(answer)
            case answered.PersonalLoaded():
                self._show_own_file(answer)
            case answered.SessionToldLoaded():
                self._show_session_told(answer)
            case answered.WhoseLoaded():
                self._ask_whose(answer)
            case answered.JournalLoaded():
                self._show_journal(answer)
            case answered.NotesLoaded():
                self._show_notes(answer, about)
            case answered.RegularityLoaded():
                self._show_regularity(answer)
            case answered.RetentionLoaded():
                self._show_retention(answer)
            case _ if not quality_answers.take(self._program, answer):
                self._open_sight(answer)

    # --- Pages ------------------------------------------------------------------------------------

    def _show_page(self, answer: answered.PageLoaded) -> None:
        """Open a page, show it anew where it is open, also under a form, or put the story beside the board."""
        if answer.beside_board:
            if isinstance(answer.page, ChildPage):
                self._program.board_screen.show_story(answer.page)
            return
        shown = next((one for one in reversed(self._program.open_screens) if one.show_page(answer.page)), None)
        if shown is not None and answer.at is None:
            return
        from oversight_tui.ui.screens.page import PageScreen
        from oversight_tui.ui.screens.page_body import PageBody

        if shown is None:
            searched = answer.at is not None and answer.found
            self._program.open(PageScreen(answer.page, answer.at), self._left if searched else None)
        elif answer.at is not None and isinstance(shown, PageScreen):
            shown.query_one(PageBody).look_at(key_of(answer.at))
            self._program.key_queue.let_go()

    def _show_brief(self, answer: answered.BriefLoaded) -> None:
        from oversight_tui.ui.screens.brief import BriefScreen

        self._program.open(BriefScreen(answer.brief))

    def _show_own_file(self, answer: answered.PersonalLoaded) -> None:
        from oversight_tui.ui.screens.personal import PersonalScreen

        top = self._program.on_top
        if isinstance(top, PersonalScreen) and top.worker_id == answer.worker_id:
            top.take(answer.own)
            top.show()
        else:
            own_file = PersonalScreen(answer.worker_id, answer.worker, answer.own, answer.at)
            self._program.open(own_file, self._left if answer.found else None)

    def _show_session_told(self, answer: answered.SessionToldLoaded) -> None:
        from oversight_tui.ui.screens.session_told import SessionToldScreen

        self._program.open(SessionToldScreen(answer.record), self._left)

    def _hold_session(self, answer: answered.SessionLoaded) -> None:
        from oversight_tui.ui.screens.session import SessionScreen

        def left(_: object) -> None:
            self._program.worker.pages.leave_session(answer.session.worker.worker.id)
            self._program.on_top.read_again()

        self._program.open(SessionScreen(answer.session), left)

    def _ask_whose(self, answer: answered.WhoseLoaded) -> None:
        """Ask who sits here and whose teams these are."""
        from oversight_tui.ui.screens.whose import WhoseScreen

        if not isinstance(self._program.open_screens[-1], WhoseScreen):
            self._program.open(WhoseScreen(answer.whose, answer.choices))

    # --- Lists ------------------------------------------------------------------------------------

    def _show_changes(self, answer: answered.ChangesLoaded) -> None:
        """Show what has changed, or say how much."""
        if answer.asked:
            from oversight_tui.ui.screens.changes import ChangesScreen

            self._program.open(ChangesScreen(answer.changes))
        else:
            self._program.board_screen.show_new(len(answer.changes))

    def _show_journal(self, answer: answered.JournalLoaded) -> None:
        """Show the journal, or its older rows."""
        from oversight_tui.ui.screens.journal import JournalScreen

        top = self._program.on_top
        if answer.more and isinstance(top, JournalScreen):
            top.add(answer.rows)
        elif not answer.more:
            self._program.open(JournalScreen(answer.rows))

    def _show_notes(self, answer: answered.NotesLoaded, about: About) -> None:
        from oversight_tui.ui.screens.notes import NotesScreen

        self._program.open(NotesScreen(answer.notes, about, answer.at), self._left if answer.at is not None else None)

    def _left(self, _: None) -> None:
        """A page was left that was opened at what was found there: back to what was found."""
        self._program.finder.go_on(self._program.on_top)

    def _show_regularity(self, answer: answered.RegularityLoaded) -> None:
        from oversight_tui.ui.screens.regularity import RegularityScreen

        self._program.open(RegularityScreen(answer.workers))

    def _show_retention(self, answer: answered.RetentionLoaded) -> None:
        """Show what is due to be erased, or the list as it is now."""
        from oversight_tui.ui.screens.retention import RetentionScreen

        top = self._program.on_top
        if isinstance(top, RetentionScreen):
            top.show_rows(answer.rows, answer.stays)
        else:
            self._program.open(RetentionScreen(answer.rows, answer.stays))

    def _open_sight(self, answer: StoreAnswer) -> None:
        """Line of sight, and the rows that a number of it counts."""
        from oversight_tui.ui.sight_messages import FigureOpened, SightLoaded

        if isinstance(answer, SightLoaded):
            from oversight_tui.ui.screens.sight import SightScreen

            self._program.open(SightScreen(answer))
        elif isinstance(answer, FigureOpened):
            from oversight_tui.ui.present.sight.opened import FigureRows
            from oversight_tui.ui.screens.sight_rows import SightRowsScreen

            self._program.open(SightRowsScreen(answer.what, FigureRows(answer.rows)))

    # --- Entries and drafts -----------------------------------------------------------------------

    def _correct(self, answer: answered.WordsLoaded, about: About) -> None:
        from oversight_tui.ui.dialogs.correct import CorrectForm, about_words

        found = about if about.subject is not None else about_words(answer.words)
        self._program.open(CorrectForm(answer.words, found), self._corrected)

    def _corrected(self, says: str | None) -> None:
        if says is not None:
            self._program.on_top.read_again()

    def _offer_drafts(self, answer: answered.DraftsLoaded) -> None:
        """Offer what was being typed."""
        drafts = self._program.drafts
        drafts.add(answer.drafts)
        if drafts:
            go_on = self._program.keymap.shown("go_on")
            kept = count(len(drafts), "draft")
            self._program.flash(f"{kept} kept from before. {go_on} goes on with the newest.")

    def server_is_back(self) -> None:
        """What says in a form that it could not be reached goes."""
        from oversight_tui.ui.dialogs.form import Form

        for screen in self._program.open_screens:
            if isinstance(screen, Form):
                screen.saver.server_is_back()

    def _say_kept(self, answer: answered.DraftKept) -> None:
        """Say what could not be kept, in its form where that is still open."""
        if not self._program.drafts.note_kept(answer.key, kept=answer.problem is None):
            return
        from oversight_tui.ui.dialogs.form import Form

        says = f"{answer.problem} What you have typed is here until the program ends." if answer.problem else ""
        top = self._program.on_top
        if isinstance(top, Form) and top.draft_key == answer.key:
            top.draft.say_unkept(says)
        elif says:
            self._program.flash(says)

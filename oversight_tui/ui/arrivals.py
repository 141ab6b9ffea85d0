"""Screens that open when what was asked of the store arrives: forms over an entry, lists, sessions, own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.locking import Locking
from oversight_tui.ui.messages import (
    BriefLoaded,
    ChangesLoaded,
    Copied,
    JournalLoaded,
    NotesLoaded,
    PersonalLoaded,
    RetentionLoaded,
    SessionLoaded,
    WordsLoaded,
)
from oversight_tui.ui.present.names import Names
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.screens.board import BoardScreen
    from oversight_tui.ui.store_worker import StoreWorker


class Arrivals(Locking):
    """Asks, and opens what comes; the keys typed meanwhile wait for it."""

    worker: StoreWorker
    names: Names
    keymap: Keymap
    marking: str

    def __init__(self, lock_minutes: int) -> None:
        super().__init__(lock_minutes)
        self._about = NOBODY

    @property
    def _board_screen(self) -> BoardScreen:
        raise NotImplementedError

    def correct(self, entry_id: str, about: About) -> None:
        """Ask for the words of an entry; the form opens when they come."""
        self.hold_keys()
        self._about = about
        self.worker.read_words(entry_id)

    def copy(self, entry_id: str) -> None:
        """Copy an entry as plain text, unless names are hidden."""
        if self.names.hidden:
            self.flash(f"Names are hidden. {self.keymap.shown('hide_names')} shows them, then copy.")
        else:
            self.worker.copy(entry_id)

    def read_notes(self, about: About) -> None:
        """Ask for the notes to self; a new one will be about this row."""
        self.hold_keys()
        self._about = about
        self.worker.read_notes()

    def _corrected(self, says: str | None) -> None:
        again = getattr(self.on_top, "read_again", None)
        if says is not None and again is not None:
            again()

    def on_words_loaded(self, event: WordsLoaded) -> None:
        """Open the form that corrects an entry."""
        from oversight_tui.ui.dialogs.correct import CorrectForm

        self.open(CorrectForm(event.words, self._about), self._corrected)

    def on_copied(self, event: Copied) -> None:
        """Hand the text to the terminal's clipboard."""
        self.copy_to_clipboard(f"{self.marking}\n{event.text}" if self.marking else event.text)
        self.flash(
            f"Copied as plain text, {count(len(event.text.splitlines()), 'line')}. Paste it into the case system."
        )

    def on_changes_loaded(self, event: ChangesLoaded) -> None:
        """Show what has changed, or say how much."""
        if event.asked:
            from oversight_tui.ui.screens.lists import ChangesScreen

            self.open(ChangesScreen(event.changes))
        else:
            self._board_screen.show_new(len(event.changes))

    def on_journal_loaded(self, event: JournalLoaded) -> None:
        """Show the journal, or its older rows."""
        from oversight_tui.ui.screens.lists import JournalScreen

        top = self.on_top
        if event.more and isinstance(top, JournalScreen):
            top.add(event.rows)
        elif not event.more:
            self.open(JournalScreen(event.rows))

    def on_session_loaded(self, event: SessionLoaded) -> None:
        """Hold a session."""
        from oversight_tui.ui.screens.session import SessionScreen

        self.open(SessionScreen(event.session))

    def on_brief_loaded(self, event: BriefLoaded) -> None:
        """Show what is open, for whoever stands in."""
        from oversight_tui.ui.screens.brief import BriefScreen

        self.open(BriefScreen(event.brief))

    def on_personal_loaded(self, event: PersonalLoaded) -> None:
        """Show a worker's own file."""
        from oversight_tui.ui.screens.personal import PersonalScreen

        self.open(PersonalScreen(event.worker_id, event.worker, event.entries))

    def on_notes_loaded(self, event: NotesLoaded) -> None:
        """Show the manager's notes to self."""
        from oversight_tui.ui.screens.lists import NotesScreen

        self.open(NotesScreen(event.notes, self._about))

    def on_retention_loaded(self, event: RetentionLoaded) -> None:
        """Show what is due to be erased, or the list as it is now."""
        from oversight_tui.ui.screens.retention import RetentionScreen

        top = self.on_top
        if isinstance(top, RetentionScreen):
            top.show_rows(event.rows)
        else:
            self.open(RetentionScreen(event.rows))

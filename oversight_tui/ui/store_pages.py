"""The pages and lists that are read for the screen: of a child, a worker, an entry; with the openings they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.ui.messages import (
    BriefLoaded,
    Copied,
    JournalLoaded,
    NotesLoaded,
    PageLoaded,
    PersonalLoaded,
    RetentionLoaded,
    SessionLoaded,
    WordsLoaded,
)
from oversight_tui.ui.store_thread import StoreThread

if TYPE_CHECKING:
    from db.engine import Store


class StorePages(StoreThread):
    """Reads pages in the store's thread; `today` is the day the rules go by, the teams are those that are shown."""

    today: Callable[[], date]
    _teams: tuple[str, ...]
    _all_teams: bool

    def open_child(self, child_id: str) -> None:
        """Open a child's page; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.openings import open_child

            return PageLoaded(open_child(self._store, child_id, self.today()), beside_board=False)

        self._do(read)

    def open_worker(self, worker_id: str) -> None:
        """Open a worker's page; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.openings import open_worker

            return PageLoaded(open_worker(self._store, worker_id, self.today()), beside_board=False)

        self._do(read)

    def open_session(self, worker_id: str) -> None:
        """Open today's session with a worker; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.openings import open_session

            return SessionLoaded(open_session(self._store, worker_id, self.today()))

        self._do(read)

    def read_child(self, child_id: str, *, beside_board: bool = False, answer_to: MessagePump | None = None) -> None:
        """Read a child's page for the preview beside a list, or again where it is open."""

        def read() -> Message:
            from oversight_tui.services.files import child_page

            return PageLoaded(child_page(self._store, child_id, self.today()), beside_board=beside_board)

        self._do(read, answer_to)

    def read_session(self, worker_id: str, answer_to: MessagePump) -> None:
        """Read today's session with a worker again."""

        def read() -> Message:
            from oversight_tui.services.agenda import session_in_hand

            return SessionLoaded(session_in_hand(self._store, int(worker_id), self.today()))

        self._do(read, answer_to)

    def read_worker(self, worker_id: str) -> None:
        """Read a worker's page again."""

        def read() -> Message:
            from oversight_tui.services.files import worker_page

            return PageLoaded(worker_page(self._store, worker_id, self.today()), beside_board=False)

        self._do(read)

    def read_brief(self, worker_id: str) -> None:
        """Read what is open with a worker, for whoever stands in."""

        def read() -> Message:
            from oversight_tui.services.brief import brief_for

            teams, everybody = self._teams, self._all_teams
            return BriefLoaded(brief_for(self._store, int(worker_id), self.today(), teams, all_teams=everybody))

        self._do(read)

    def read_personal(self, worker_id: str) -> None:
        """Read a worker's own file; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.find import name_of_worker
            from oversight_tui.services.personal import personal_file

            name = name_of_worker(self._store, int(worker_id))
            return PersonalLoaded(worker_id, name, personal_file(self._store, int(worker_id)))

        self._do(read)

    def open_entry(self, entry_id: str) -> None:
        """Open a sensitive entry: the journal says so, and its page comes with the words."""

        def read() -> Message:
            from oversight_tui.services import entries, files

            number = entries.note_opened(self._store, entry_id)
            child, worker = entries.page_of_entry(self._store, entry_id)
            if child is not None:
                page = files.child_page(self._store, child, self.today(), opened={number})
                return PageLoaded(page, beside_board=False)
            return PageLoaded(
                files.worker_page(self._store, worker or "", self.today(), opened={number}), beside_board=False
            )

        self._do(read)

    def read_words(self, entry_id: str) -> None:
        """Read the words of an entry, to be put right."""

        def read() -> Message:
            from oversight_tui.services.entries import entry_words

            return WordsLoaded(entry_words(self._store, entry_id))

        self._do(read)

    def copy(self, entry_id: str) -> None:
        """Make plain text of an entry."""

        def make() -> Message:
            from oversight_tui.services.entries import plain_text

            return Copied(plain_text(self._store, entry_id, self.today()))

        self._do(make)

    def read_journal(self, before: int | None = None) -> None:
        """Read the journal, or its rows before those that are shown."""

        def read() -> Message:
            from oversight_tui.services.journal import newest

            return JournalLoaded(newest(self._store, before), more=before is not None)

        self._do(read)

    def read_notes(self) -> None:
        """Read the manager's notes to self."""

        def read() -> Message:
            from oversight_tui.services.notes import notes

            return NotesLoaded(notes(self._store))

        self._do(read)

    def read_retention(self) -> None:
        """Read what has been kept for long enough."""
        self._do(lambda: _retention(self._store, self.today()))


def _retention(store: Store, today: date) -> Message:
    from oversight_tui.services.retention import kept_rows

    return RetentionLoaded(kept_rows(store, today))

"""The pages and lists that are read for the screen: of a child, a worker, an entry; with the openings they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, WorkerId
from oversight_tui.ui.messages import Done

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.session_pages import HeldHow
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StorePages:
    """Reads pages in the store's thread."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope

    def open_child(self, child_id: ChildId, at: EntryId | None = None, *, found: bool = True) -> None:
        """Open a child's page, at an entry of it where one is named, which the finder `found` unless it is said that a
        list leads there; the journal says so.
        """

        def read() -> Message:
            from oversight_tui.services.openings import open_child
            from oversight_tui.ui.page_messages import PageLoaded

            page = open_child(self._store, child_id, self._scope.today())
            return PageLoaded(page, beside_board=False, at=at, found=found)

        self._thread.ask(read)

    def open_worker(self, worker_id: WorkerId, at: EntryId | None = None) -> None:
        """Open a worker's page, at an entry or session of it where one is named; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.openings import open_worker
            from oversight_tui.ui.page_messages import PageLoaded

            return PageLoaded(open_worker(self._store, worker_id, self._scope.today()), beside_board=False, at=at)

        self._thread.ask(read)

    def read_room(self, children: Sequence[ChildId], answer_to: MessagePump) -> None:
        """Who has room for these children."""

        def read() -> Message:
            from oversight_tui.services.room import who_has_room
            from oversight_tui.ui.page_messages import RoomRead

            scope = self._scope
            found = who_has_room(self._store, children, scope.today(), scope.teams, all_teams=scope.all_teams)
            return RoomRead(found)

        self._thread.ask(read, answer_to)

    def open_session(self, worker_id: WorkerId) -> None:
        """Open today's session with a worker, unless another program has it open; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.in_hand import let_go, take_in_hand
            from oversight_tui.services.openings import open_session
            from oversight_tui.ui.page_messages import SessionLoaded

            take_in_hand(self._store, worker_id)
            try:
                return SessionLoaded(open_session(self._store, worker_id, self._scope.today()))
            except BaseException:
                let_go(self._store, worker_id)
                raise

        self._thread.ask(read)

    def leave_session(self, worker_id: WorkerId) -> None:
        """The session with a worker was closed: another program may open it."""

        def leave() -> None:
            from oversight_tui.services.in_hand import let_go

            let_go(self._store, worker_id)

        self._thread.ask(leave)

    def read_child(
        self, child_id: ChildId, *, beside_board: bool = False, answer_to: MessagePump | None = None
    ) -> None:
        """Read a child's page for the preview beside a list, or again where it is open."""

        def read() -> Message:
            from oversight_tui.services.pages_then import child_then
            from oversight_tui.ui.page_messages import PageLoaded

            return PageLoaded(child_then(self._store, child_id, self._scope.today()), beside_board=beside_board)

        self._thread.ask(read, answer_to)

    def read_session(self, worker_id: WorkerId, how: HeldHow, answer_to: MessagePump) -> None:
        """Read the session with a worker again, as the manager wants it."""

        def read() -> Message:
            from oversight_tui.services.agenda import session_in_hand
            from oversight_tui.ui.page_messages import SessionLoaded

            return SessionLoaded(session_in_hand(self._store, worker_id, self._scope.today(), how))

        self._thread.ask(read, answer_to)

    def read_worker(self, worker_id: WorkerId) -> None:
        """Read a worker's page again."""

        def read() -> Message:
            from oversight_tui.services.pages_then import worker_then
            from oversight_tui.ui.page_messages import PageLoaded

            return PageLoaded(worker_then(self._store, worker_id, self._scope.today()), beside_board=False)

        self._thread.ask(read)

    def read_brief(self, worker_id: WorkerId) -> None:
        """Read what is open with a worker, for whoever stands in."""

        def read() -> Message:
            from oversight_tui.services.brief import brief_for
            from oversight_tui.ui.page_messages import BriefLoaded

            scope = self._scope
            brief = brief_for(self._store, worker_id, scope.today(), scope.teams, all_teams=scope.all_teams)
            return BriefLoaded(brief)

        self._thread.ask(read)

    def read_day(self, on: date, answer_to: MessagePump) -> None:
        """Read the board of another day, for its brief."""

        def read() -> Message:
            from oversight_tui.services.day import load_day
            from oversight_tui.ui.page_messages import DayLoaded

            scope = self._scope
            return DayLoaded(load_day(self._store, on, scope.teams, all_teams=scope.all_teams))

        self._thread.ask(read, answer_to)

    def copy_brief(self, board: Board, marking: str, *, hidden: bool) -> None:
        """Make plain text of the brief of a board's day."""

        def make() -> Message:
            from oversight_tui.services.day import brief_as_text
            from oversight_tui.ui.quality_messages import ListCopied

            text = brief_as_text(self._store, board, self._scope.today(), marking, hidden=hidden)
            command = f"oversight brief --on {board.as_of}{' --without-names' if hidden else ''}"
            return ListCopied(text, command)

        self._thread.ask(make)

    def print_brief(self, board: Board, marking: str, *, hidden: bool) -> None:
        """Send the brief of a board's day to the printer."""

        def send() -> Message:
            from oversight_tui.services.day import print_brief

            return Done(print_brief(self._store, board, self._scope.today(), marking, hidden=hidden))

        self._thread.ask(send)

    def read_personal(self, worker_id: WorkerId, at: EntryId | None = None, *, found: bool = False) -> None:
        """Read a worker's own file, to look at an entry where one is named, which was `found`; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.find import name_of_worker
            from oversight_tui.services.personal import personal_file
            from oversight_tui.ui.page_messages import PersonalLoaded

            name = name_of_worker(self._store, worker_id)
            own = personal_file(self._store, worker_id, self._scope.today())
            return PersonalLoaded(worker_id, name, own, at, found)

        self._thread.ask(read)

    def read_session_told(self, session: EntryId, headings: Mapping[str, str]) -> None:
        """Read the record of a session as one text; the journal says so."""

        def read() -> Message:
            from oversight_tui.services.session_told import session_record
            from oversight_tui.ui.page_messages import SessionToldLoaded

            return SessionToldLoaded(session_record(self._store, session, self._scope.today(), headings))

        self._thread.ask(read)

    def open_entry(self, entry_id: EntryId) -> None:
        """Open a sensitive entry: the journal says so, and its page comes with the words."""

        def read() -> Message:
            from oversight_tui.services import entries, pages_then
            from oversight_tui.ui.page_messages import PageLoaded

            number = entries.note_opened(self._store, entry_id)
            about, today = entries.page_of_entry(self._store, entry_id), self._scope.today()
            if isinstance(about, AboutChild):
                return PageLoaded(
                    pages_then.child_then(self._store, about.id, today, opened={number}), beside_board=False
                )
            return PageLoaded(pages_then.worker_then(self._store, about.id, today, opened={number}), beside_board=False)

        self._thread.ask(read)

    def read_words(self, entry_id: EntryId, *, in_own_file: bool) -> None:
        """Read the words of an entry, to be put right; those of a worker's own file only where that is open."""

        def read() -> Message:
            from oversight_tui.services.entries import entry_words
            from oversight_tui.ui.page_messages import WordsLoaded

            return WordsLoaded(entry_words(self._store, entry_id, in_own_file=in_own_file))

        self._thread.ask(read)

    def copy(self, entry_id: EntryId) -> None:
        """Make plain text of an entry."""

        def make() -> Message:
            from oversight_tui.services.copying import plain_text, waiting_in
            from oversight_tui.ui.page_messages import Copied

            today = self._scope.today()
            text = plain_text(self._store, entry_id, today)
            return Copied(entry_id, text, waiting_in(self._store, entry_id, today))

        self._thread.ask(make)

    def print_today(self, marking: str) -> None:
        """Send the morning list to the printer."""

        def send() -> Message:
            from oversight_tui.services.printing import print_morning

            scope = self._scope
            return Done(print_morning(self._store, scope.today(), scope.teams, marking, all_teams=scope.all_teams))

        self._thread.ask(send)

    def read_journal(self, before: int | None = None) -> None:
        """Read the journal, or its rows before those that are shown."""

        def read() -> Message:
            from oversight_tui.services.journal import newest
            from oversight_tui.ui.page_messages import JournalLoaded

            return JournalLoaded(newest(self._store, before), more=before is not None)

        self._thread.ask(read)

    def read_notes(self, at: EntryId | None = None) -> None:
        """Read the manager's notes to self, to look at one of them where it is named."""

        def read() -> Message:
            from oversight_tui.services.notes import notes
            from oversight_tui.ui.page_messages import NotesLoaded

            return NotesLoaded(notes(self._store), at)

        self._thread.ask(read)

    def read_regularity(self) -> None:
        """Read how regularly each worker was supervised in the last twelve months."""

        def read() -> Message:
            from oversight_tui.practice.span import span_back
            from oversight_tui.services.regularity import team_regularity
            from oversight_tui.ui.page_messages import RegularityLoaded

            scope, today = self._scope, self._scope.today()
            span = span_back(None, None, today)
            return RegularityLoaded(team_regularity(self._store, span, today, scope.teams, all_teams=scope.all_teams))

        self._thread.ask(read)

    def read_retention(self) -> None:
        """Read what has been kept for long enough."""

        def read() -> Message:
            from oversight_tui.services.retention import kept_rows, still_held_by
            from oversight_tui.ui.page_messages import RetentionLoaded

            return RetentionLoaded(kept_rows(self._store, self._scope.today()), still_held_by(self._store))

        self._thread.ask(read)

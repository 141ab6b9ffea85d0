"""The only part of the screen that calls services: one thread, in the order asked, answering with messages.

Nothing waits for it: a key is never slower because the store is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.practice.board import Board
from oversight_tui.services.board import load_board
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.messages import (
    BoardLoaded,
    BriefLoaded,
    ChangesLoaded,
    Copied,
    Done,
    DraftKept,
    DraftsLoaded,
    JournalLoaded,
    KindsLoaded,
    NotesLoaded,
    PageLoaded,
    PersonalLoaded,
    Refused,
    SessionLoaded,
    WhoseLoaded,
    WordsLoaded,
)

if TYPE_CHECKING:
    from db.engine import Store

Answer = Callable[[Message], object]


class StoreWorker:
    """Reads and records in a thread of its own. `answer_to` gets the messages."""

    def __init__(
        self, store: Store, today: Callable[[], date], teams: tuple[str, ...], all_teams: bool, answer_to: MessagePump
    ) -> None:
        self.today = today
        self._store, self._teams, self._all_teams = store, teams, all_teams
        self._answer_to = answer_to
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._closed = False
        self._generation = 0
        self._seen_version: int | None = None
        self._seen_day = today()

    def take_first(self, board: Future[Board]) -> None:
        """Hand over the board that was being read while the screen was still being made."""
        self._generation += 1
        generation = self._generation

        def hand_over(ready: Future[Board]) -> None:
            problem = ready.exception()
            if problem is None:
                self._say(BoardLoaded(ready.result(), generation))
            else:
                self._say(Refused(_plainly(problem)))

        board.add_done_callback(hand_over)

    def reload(self) -> None:
        """Read the board again; an answer that a newer one has overtaken is dropped by its generation."""
        self._generation += 1
        generation = self._generation
        self._do(lambda: BoardLoaded(self._board(), generation))

    def is_newest(self, generation: int) -> bool:
        """Whether no newer board was asked for since."""
        return generation == self._generation

    def look_for_changes(self) -> None:
        """Read the board again where somebody else has written, or the day has turned."""

        def look() -> Message | None:
            version, day = self._store.data_version(), self.today()
            changed = (self._seen_version is not None and version != self._seen_version) or day != self._seen_day
            self._seen_version, self._seen_day = version, day
            if not changed:
                return None
            self._generation += 1
            self.read_changes(asked=False)
            return BoardLoaded(self._board(), self._generation)

        self._do(look)

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

    def read_whose(self) -> None:
        """Read who the manager is, and which teams there are."""

        def read() -> Message:
            from oversight_tui.services.identity import team_choices, whose

            return WhoseLoaded(whose(self._store), team_choices(self._store, self.today()))

        self._do(read)

    def choose(self, name: str | None, teams: Sequence[str]) -> None:
        """Remember who the manager is and which teams are theirs, and show them."""

        def remember() -> Message:
            from oversight_tui.services.identity import choose

            mine = choose(self._store, name, teams)
            self._teams, self._all_teams = (), False
            shown = ", ".join(mine.teams) or "the whole authority"
            return Done(f"Remembered: {mine.name}, {shown}.")

        self._record(remember)

    def opening_date(self, on: date, *, worker_id: str | None = None, child_id: str | None = None) -> None:
        """Record when a worker was last supervised, or a child last discussed, before this record began."""

        def enter() -> Message:
            from oversight_tui.practice.requests import OpeningDate
            from oversight_tui.services import record

            request = OpeningDate(on, worker_id=worker_id, child_id=child_id)
            return Done(record.opening(self._store, request, self.today()).says, "undo")

        self._record(enter)

    def record(self, what: str, *given: object, answer_to: MessagePump | None = None) -> None:
        """Record something by the name of its function in `services.record`; the answer goes to who asked."""

        def enter() -> Message:
            from oversight_tui.services import record

            recorded = getattr(record, what)(self._store, *given, self.today())
            several = recorded if isinstance(recorded, list) else [recorded]
            hints = dict.fromkeys(one.hint for one in several if one.hint)
            says = " ".join(filter(None, (*(one.says for one in several), *hints)))
            return Done(says, {"undo": "redo"}.get(what, "undo"))

        self._do(enter, answer_to)
        self.reload()

    def keep_draft(self, form: str, typed: Mapping[str, str] | None) -> None:
        """Keep what stands in a form, or forget it."""

        def keep() -> Message | None:
            from oversight_tui.services import drafts

            try:
                drafts.keep(self._store, form, typed)
            except SAID_PLAINLY as problem:
                if typed is None:
                    raise
                return DraftKept(form, str(problem))
            return DraftKept(form, None)

        self._do(keep)

    def dismiss_hint(self, word: str) -> None:
        """Remember that no more is to be said about this word."""

        def remember() -> None:
            from oversight_tui.services.wording import dismiss

            dismiss(self._store, word)

        self._do(remember)

    def read_drafts(self) -> None:
        """Read what was being typed when the program was last left, and the kinds of decision there are."""

        def read() -> Message:
            from oversight_tui.services import drafts

            return DraftsLoaded(drafts.kept(self._store))

        def kinds() -> Message:
            from oversight_tui.services.policy import policy_in_force
            from oversight_tui.services.wording import dismissed

            with self._store.reading():
                return KindsLoaded(policy_in_force(self._store).decision_kinds, dismissed(self._store))

        self._do(read)
        self._do(kinds)

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

    def read_changes(self, *, asked: bool = True) -> None:
        """Read what has changed since the manager last looked."""

        def read() -> Message:
            from oversight_tui.services.changes import changes

            return ChangesLoaded(changes(self._store, self._teams, all_teams=self._all_teams), asked=asked)

        self._do(read)

    def mark_seen(self) -> None:
        """Everything recorded until now was seen."""

        def mark() -> Message:
            from oversight_tui.services.changes import mark_seen

            mark_seen(self._store)
            self.read_changes(asked=False)
            return Done("Seen. What is recorded from now on by others or an import will be new.")

        self._do(mark)

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

    def wait(self) -> None:
        """Wait until everything asked so far is answered."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Let everything that was asked for be recorded, and take no more: what is asked later is not answered."""
        self._closed = True
        self._thread.shutdown(wait=True)

    def _board(self) -> Board:
        return load_board(self._store, self.today(), self._teams, all_teams=self._all_teams)

    def _record(self, work: Callable[[], Message]) -> None:
        self._do(work)
        self.reload()

    def _do(self, work: Callable[[], Message | None], answer_to: MessagePump | None = None) -> None:
        if self._closed:
            return  # a timer of a screen that is being left

        def run() -> None:
            try:
                answer = work()
            except Exception as problem:  # the screen says it; a thread that ended without a word would hide it
                answer = Refused(_plainly(problem))
            if answer is not None:
                (answer_to or self._answer_to).post_message(answer)

        self._thread.submit(run)

    def _say(self, message: Message) -> None:
        self._answer_to.post_message(message)


def _plainly(problem: BaseException) -> str:
    """The sentence of a problem that has one. Of any other only its kind: its text may hold what was typed."""
    if isinstance(problem, SAID_PLAINLY):
        return str(problem)
    return f"Something went wrong ({type(problem).__name__}). Nothing was saved; press r to read the store again."

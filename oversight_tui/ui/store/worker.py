"""The only part of the screen that calls services: what it asks of the store, and with which messages that answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.then import Then
from oversight_tui.services.board import load_board
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.messages import AskedFirst, BoardLoaded, BoardUnread, Done, Noticed, Refused, UndoAsked
from oversight_tui.ui.store.backup import DailyBackup
from oversight_tui.ui.store.beginnings import StoreBeginnings
from oversight_tui.ui.store.exports import StoreExports
from oversight_tui.ui.store.lists import StoreLists
from oversight_tui.ui.store.others import Others
from oversight_tui.ui.store.outlook import StoreOutlook
from oversight_tui.ui.store.pages import StorePages
from oversight_tui.ui.store.quality import StoreQuality
from oversight_tui.ui.store.scope import LookingBack, Scope
from oversight_tui.ui.store.search import StoreSearch
from oversight_tui.ui.store.settings import StoreSettings
from oversight_tui.ui.store.sight import StoreSight
from oversight_tui.ui.store.thread import StoreThread
from oversight_tui.ui.store.typed import StoreTyped
from oversight_tui.ui.store.watched_folder import WatchedFolder

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.config import Config
    from oversight_tui.practice.requests import Recorded, Request
    from oversight_tui.ui.draft_key import DraftKey
    from oversight_tui.ui.keymap import Keymap


NOTHING_IS_RECORDED = "You are looking at a day that has passed. Nothing was recorded; go back to today first."


class StoreWorker:
    """Reads and records in a thread of its own. `answer_to` gets the messages; `pages` reads pages and lists, `quality`
    decisions, audits and attempts to see children, `search` finds what was said, `sight` reads line of sight and
    `outlook` where a team goes, `settings` is what is set, `lists` brings lists in, `exports` sends files out, `typed`
    keeps what is being typed. `store_name` is that of the file, or of server and database.
    """

    def __init__(self, store: Store, scope: Scope, answer_to: MessagePump, keymap: Keymap, config: Config) -> None:
        self._store = store
        self.store_name, self.on_a_server = store.name, store.on_a_server
        self.scope = scope
        self.thread = StoreThread(store, answer_to, keymap)
        self.pages = StorePages(store, self.thread, scope)
        self.quality = StoreQuality(store, self.thread, scope)
        self.search = StoreSearch(store, self.thread, scope)
        self.sight = StoreSight(store, self.thread, scope)
        self.outlook = StoreOutlook(store, self.thread, scope)
        self.settings = StoreSettings(store, self.thread, scope, config.path)
        self.typed = StoreTyped(store, self.thread)
        self.beginnings = StoreBeginnings(store, self.thread, scope)
        self.exports = StoreExports(store, self.thread, scope)
        self.lists = StoreLists(store, self.thread, scope.today)
        self.watched_folder = WatchedFolder(store, self.thread, self.lists, scope.today, config)
        self.daily_backup = DailyBackup(store, self.thread, config.backups)
        self._generation = 0
        self._shown: Callable[[], None] | None = None
        self._others = Others(store, self.thread, scope)
        self._opened = datetime.now(UTC)
        if store.recorded_by is not None:  # it was opened so
            scope.looking_back = LookingBack(min(scope.now(), store.recorded_by), store.recorded_by)

    @property
    def encrypted(self) -> bool:
        """Whether the store has a passphrase, and so can be locked."""
        return self._store.encrypted

    @property
    def doubted(self) -> bool:
        """Whether the store is not what was seen of it, or was changed past the program."""
        return bool(self._store.outside.doubts or self._store.repaired)

    @property
    def moved(self) -> bool:
        """Whether the store was carried elsewhere, so that nothing is recorded here."""
        return self._store.moved is not None

    @property
    def away(self) -> bool:
        """Whether the server that keeps the store could not be reached when it was asked last."""
        return self._others.away

    def today(self) -> date:
        """The day the rules go by."""
        return self.scope.today()

    def look_back(self, day: date | None, shown: Callable[[], None]) -> None:
        """Look at the board as at the end of a past day; None for today again. `shown` is told when it is there."""
        self.scope.looking_back = LookingBack(day) if day is not None else None
        self._shown = shown
        self.thread.ask(self._forget_by_when)
        self.reload()

    def board_is_shown(self) -> None:
        """The newest board is there."""
        shown, self._shown = self._shown, None
        if shown is not None:
            shown()

    def _forget_by_when(self) -> None:
        self._store.recorded_by = None

    def take_first(self, board: Future[Board]) -> None:
        """Hand over the board that was being read while the screen was still being made."""
        self._generation += 1
        generation = self._generation

        def hand_over(ready: Future[Board]) -> None:
            problem = ready.exception()
            if problem is None:
                self.thread.say(BoardLoaded(ready.result(), generation))
                if self._store.remarks:
                    self.thread.say(Noticed(" ".join(self._store.remarks)))
            else:
                self.thread.say(BoardUnread(self.thread.sentence_for(problem)))

        board.add_done_callback(hand_over)

    def reload(self) -> None:
        """Read the board again; an answer that a newer one has overtaken is dropped by its generation."""
        self._generation += 1
        generation = self._generation
        if self.scope.looking_back is not None:
            self.thread.ask(self._say_that_it_takes_long)

        def read() -> Message:
            try:
                return BoardLoaded(self._board(), generation)
            except SAID_PLAINLY as problem:
                return BoardUnread(str(problem))

        self.thread.ask(read)

    def _say_that_it_takes_long(self) -> Message | None:
        from oversight_tui.services.then import takes_long

        said = takes_long(self._store, self.today(), self.scope.teams, all_teams=self.scope.all_teams)
        return Noticed(said) if said else None

    def is_newest(self, generation: int) -> bool:
        """Whether no newer board was asked for since."""
        return generation == self._generation

    def look_for_changes(self) -> None:
        """Read the board again where somebody else has written, or the day has turned."""

        def look() -> Message | None:
            if not self._others.have_written():
                return None
            self._generation += 1
            self.read_changes(asked=False)
            return BoardLoaded(self._board(), self._generation)

        self.thread.ask(look)

    def read_whose(self) -> None:
        """Read who the manager is, and which teams there are."""

        def read() -> Message:
            from oversight_tui.services.identity import team_choices, whose
            from oversight_tui.ui.page_messages import WhoseLoaded

            return WhoseLoaded(whose(self._store), team_choices(self._store, self.today()))

        self.thread.ask(read)

    def choose(self, name: str | None, teams: Sequence[str]) -> None:
        """Remember who the manager is and which teams are theirs, and show them."""

        def remember() -> Message:
            from oversight_tui.services.identity import choose

            mine = choose(self._store, name, teams, self.today())
            self.scope.follow_the_manager()
            shown = ", ".join(mine.teams) or "the whole authority"
            return Done(f"Remembered: {mine.name}, {shown}.")

        self._record(remember)

    @property
    def newest(self) -> EntryId | None:
        """The entry up to which what is shown was read, None where nothing was read yet."""
        return self._others.newest

    def record(
        self,
        request: Request,
        answer_to: MessagePump | None = None,
        *,
        draft: DraftKey | None = None,
        seen: EntryId | None = None,
    ) -> None:
        """Record what is asked, and forget the draft it was typed into with it; the answer goes to who asked. `seen` is
        the entry up to which was read what the form was opened upon: what others recorded upon it since is asked about.
        """

        def enter() -> Message:
            from oversight_tui.services import record

            if self.scope.looking_back is not None:
                return Refused(NOTHING_IS_RECORDED)
            form = draft.text if draft is not None else None
            try:
                known = record.Seen(seen, self._others.own)
                return _done(record.record(self._store, request, self.today(), draft=form, seen=known))
            except record.AsksFirst as problem:
                return AskedFirst(problem.question, problem.agreed, problem.known)

        self.thread.ask(enter, answer_to)
        self.reload()

    def undo(self, *, words: bool, agreed_to: EntryId | None = None) -> None:
        """Take back what was recorded last; what is more than one entry, or of before the program was opened, is asked
        about first, and goes where its newest entry is the one that was `agreed_to`.
        """

        def take_back() -> Message:
            from oversight_tui.practice.requests import Undo
            from oversight_tui.services import record

            try:
                asked = Undo(self._opened, agreed_to=agreed_to, words=words)
                known = record.Seen(None, self._others.own)
                return _done(record.record(self._store, asked, self.today(), seen=known))
            except record.UndoAsks as problem:
                return UndoAsked(problem.question, problem.newest)

        self._record(take_back)

    def redo(self, *, words: bool) -> None:
        """Bring back what was taken back last."""
        from oversight_tui.practice.requests import Redo

        self.record(Redo(words))

    def read_what_was_left(self) -> None:
        """Say what broken-off work had left when the store was opened, and what became of it."""

        def look() -> Message | None:
            from oversight_tui.services.leftovers import settled
            from oversight_tui.services.passing_folder import forget_abandoned_folders

            forget_abandoned_folders()
            says = " ".join(settled(self._store))
            return Noticed(says) if says else None

        self.thread.ask(look)

    def read_changes(self, *, asked: bool = True) -> None:
        """Read what has changed since the manager last looked."""

        def read() -> Message:
            from oversight_tui.services.changes import changes
            from oversight_tui.ui.page_messages import ChangesLoaded

            return ChangesLoaded(changes(self._store, self.scope.teams, all_teams=self.scope.all_teams), asked=asked)

        self.thread.ask(read)

    def mark_seen(self) -> None:
        """Everything recorded until now was seen."""

        def mark() -> Message:
            from oversight_tui.services.changes import mark_seen

            mark_seen(self._store)
            self.read_changes(asked=False)
            return Done("All is marked as seen; it stands in the journal. What is recorded from now on will be new.")

        self.thread.ask(mark)

    def unlock(self, typed: str) -> None:
        """Take the passphrase or the recovery phrase; it is answered also while everything else waits."""

        def unlock() -> Message:
            from oversight_tui.services import passphrase
            from oversight_tui.ui.page_messages import StillLocked, Unlocked

            try:
                passphrase.unlock(self._store, typed)
            except Exception as problem:  # whatever it is, the screen stays locked and says why
                return StillLocked(self.thread.sentence_for(problem).replace(self._store.engine.place, self.store_name))
            return Unlocked()

        self.thread.ask_at_once(unlock)

    def lock(self) -> None:
        """Drop the key when what was asked before is answered; what is asked from now on waits for `go_on`."""
        self.thread.lock()

    def go_on(self) -> None:
        """Answer what was asked while the store was locked."""
        self._others.begin_anew()
        self.thread.unlock()

    def close(self) -> None:
        """Let everything that was asked for be recorded, and today's backup be made."""
        self.daily_backup.finish()
        self.thread.close()

    def _board(self) -> Board:
        with self._store.reading(often=True):
            self._others.are_read()
            board = load_board(self._store, self.today(), self.scope.teams, all_teams=self.scope.all_teams)
        looks_back = self.scope.looking_back is not None and board.then is None
        return board.__replace__(then=Then()) if looks_back else board

    def _record(self, work: Callable[[], Message]) -> None:
        self.thread.ask(lambda: work() if self.scope.looking_back is None else Refused(NOTHING_IS_RECORDED))
        self.reload()


def _done(recorded: Sequence[Recorded]) -> Done:
    """The answer to what was recorded: what it says, and how it is taken back where it can be."""
    undone = tuple(entry for one in recorded for entry in one.undone)
    can_be_undone = all(one.id is not None and not one.cannot_be_undone for one in recorded)
    return Done(
        _said_of(recorded),
        "redo" if undone else "undo" if can_be_undone else "",
        tuple(EntryId(one.id) for one in recorded if one.id is not None),
        undone,
        tuple(one.kind for one in recorded),
    )


def _said_of(recorded: Sequence[Recorded]) -> str:
    """What was recorded in one line: a sentence that says all of it where there is one, then each remark once."""
    hints = dict.fromkeys(one.hint for one in recorded if one.hint)
    together = recorded[0].together if recorded else None
    if together is not None:
        return together
    return " ".join(filter(None, (*(one.says for one in recorded), *hints)))

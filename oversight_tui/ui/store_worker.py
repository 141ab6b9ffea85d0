"""The only part of the screen that calls services: what it asks of the store, and with which messages that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.practice.board import Board
from oversight_tui.services.board import load_board
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.daily_backup import DailyBackup
from oversight_tui.ui.messages import (
    BoardLoaded,
    ChangesLoaded,
    Done,
    DraftKept,
    DraftsLoaded,
    KindsLoaded,
    Refused,
    StillLocked,
    Unlocked,
    WhoseLoaded,
)
from oversight_tui.ui.store_pages import StorePages
from oversight_tui.ui.store_thread import plainly

if TYPE_CHECKING:
    from db.engine import Store

Answer = Callable[[Message], object]


class StoreWorker(StorePages):
    """Reads and records in a thread of its own. `answer_to` gets the messages."""

    def __init__(
        self, store: Store, today: Callable[[], date], teams: tuple[str, ...], all_teams: bool, answer_to: MessagePump
    ) -> None:
        super().__init__(store, answer_to)
        self.today = today
        self._teams, self._all_teams = teams, all_teams
        self._generation = 0
        self._seen_version: int | None = None
        self._seen_day = today()
        self.daily_backup = DailyBackup(store, self._do, self._say)

    def take_first(self, board: Future[Board]) -> None:
        """Hand over the board that was being read while the screen was still being made."""
        self._generation += 1
        generation = self._generation

        def hand_over(ready: Future[Board]) -> None:
            problem = ready.exception()
            if problem is None:
                self._say(BoardLoaded(ready.result(), generation))
            else:
                self._say(Refused(plainly(problem)))

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

    def unlock(self, typed: str) -> None:
        """Take the passphrase or the recovery phrase; it is answered also while everything else waits."""

        def unlock() -> Message:
            from oversight_tui.services import passphrase

            try:
                passphrase.unlock(self._store, typed)
            except Exception as problem:  # whatever it is, the screen stays locked and says why
                return StillLocked(plainly(problem).replace(str(self._store.path), self.store_name))
            return Unlocked()

        self._ask(unlock)

    def go_on(self) -> None:
        """Answer what was asked while the store was locked."""
        self._seen_version = None  # the new connection counts from a number of its own
        super().go_on()

    def close(self) -> None:
        """Let everything that was asked for be recorded, and a backup end."""
        self.daily_backup.wait()
        super().close()

    def _board(self) -> Board:
        return load_board(self._store, self.today(), self._teams, all_teams=self._all_teams)

    def _record(self, work: Callable[[], Message]) -> None:
        self._do(work)
        self.reload()

"""Lists brought in from the screen, read and compared in a thread: with a store, or before there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.ui.after_leaving import ListsTaken

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.ids import EntryId
    from oversight_tui.services.importing.questions import Choice, ImportQuestion
    from oversight_tui.services.importing.sitting import ImportSitting
    from oversight_tui.ui.store.answering import Question


class Answering(Protocol):
    """Whatever answers in a thread of its own."""

    def ask(self, question: Question, answer_to: MessagePump) -> None:
        """Put a question; its answer goes to `answer_to`."""


class StoreLists:
    """One import at a time; the answers go to the screen that asked. Where there is no store nothing is written."""

    def __init__(self, store: Store | None, thread: Answering, today: Callable[[], date]) -> None:
        self._store = store
        self._thread = thread
        self.today = today
        self._sitting: ImportSitting | None = None
        self.folder: Path | None = None  # in which the files were that were read last
        self.newest: Path | None = None  # the list that waits in the watched folder

    @property
    def has_store(self) -> bool:
        """Whether there is a store for them to go into."""
        return self._store is not None

    def taken(self, paths: tuple[Path, ...]) -> ListsTaken:
        """These files with all that was answered, for the store that is yet to be made."""
        return ListsTaken(paths, self._here())

    def read_files(self, paths: Sequence[Path], answer_to: MessagePump, *, again: bool) -> None:
        """Begin an import with these files: anew, or `again` with what was answered before."""
        self.folder = paths[0].parent
        self.newest = None if self.newest in paths else self.newest

        def read() -> Message:
            from oversight_tui.config import load_config
            from oversight_tui.services.importing.sitting import ImportSitting
            from oversight_tui.ui.import_messages import FilesRead

            if not again or self._sitting is None:
                self._sitting = ImportSitting(self._store, self.today(), load_config())
            found = self._sitting.read(paths, _Teller(answer_to))
            return FilesRead(
                needs_day=found.needs_day, guess=found.guess, is_in_name=found.is_in_name, newest=found.newest
            )

        self._thread.ask(read, answer_to)

    def plan_import(self, day: date | None, answer_to: MessagePump) -> None:
        """Work out what the files would change, as they show it on this day."""

        def plan() -> Message:
            sitting = self._here()
            sitting.shows(day)
            return _next(sitting, answer_to)

        self._thread.ask(plan, answer_to)

    def answer_import(self, question: ImportQuestion, choice: Choice, answer_to: MessagePump) -> None:
        """Answer a question of it; the next one comes, or what would change."""

        def answer() -> Message:
            sitting = self._here()
            sitting.answer(question, choice)
            return _next(sitting, answer_to)

        self._thread.ask(answer, answer_to)

    def go_back_in_import(self, answer_to: MessagePump) -> None:
        """Back to the question that was answered last, or to what comes before all questions."""

        def go_back() -> Message:
            from oversight_tui.ui.import_messages import ImportUnasked

            sitting = self._here()
            return _next(sitting, answer_to) if sitting.forget_answer() else ImportUnasked()

        self._thread.ask(go_back, answer_to)

    def write_import(self, answer_to: MessagePump) -> None:
        """Write it, whole or not at all."""

        def write() -> Message:
            from oversight_tui.ui.import_messages import ImportWritten

            return ImportWritten(self._here().write(_Teller(answer_to)))

        self._thread.ask(write, answer_to)

    def write_taken(self, lists: ListsTaken, answer_to: MessagePump) -> None:
        """Write what was taken before there was a store; whatever is to be asked all the same is asked."""

        def write() -> Message:
            from oversight_tui.ui.import_messages import ImportTold, ImportWritten

            assert self._store is not None, "lists are taken for a store"
            self._sitting = sitting = lists.sitting
            sitting.goes_into(self._store)
            found = _next(sitting, answer_to)
            if isinstance(found, ImportTold) and found.has_changes:
                return ImportWritten(sitting.write(_Teller(answer_to)))
            return found

        self.folder = lists.paths[0].parent
        self._thread.ask(write, answer_to)

    def take_back_import(self, newest: EntryId, answer_to: MessagePump, *, agreed: bool) -> None:
        """Take the import back whose newest entry this is; it is asked about as long as that is not agreed to."""

        def take_back() -> Message:
            from oversight_tui.services.importing import take_back
            from oversight_tui.services.record import UndoAsks
            from oversight_tui.ui.import_messages import ImportTakenBack
            from oversight_tui.ui.messages import UndoAsked

            assert self._store is not None, "what is taken back was written"
            try:
                return ImportTakenBack(take_back(self._store, newest, self.today(), agreed=agreed))
            except UndoAsks as problem:
                return UndoAsked(problem.question, problem.newest)

        self._thread.ask(take_back, answer_to)

    def _here(self) -> ImportSitting:
        assert self._sitting is not None, "files are read before anything else is asked of them"
        return self._sitting


class _Teller:
    """Tells a screen how far it has come."""

    def __init__(self, answer_to: MessagePump) -> None:
        self._answer_to = answer_to

    def __call__(self, share: float, says: str) -> None:
        from oversight_tui.ui.import_messages import ImportGoesOn

        self._answer_to.post_message(ImportGoesOn(share, says))


def _next(sitting: ImportSitting, answer_to: MessagePump) -> Message:
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.ui.import_messages import ImportAsks, ImportTold

    found = sitting.next(_Teller(answer_to))
    if isinstance(found, ImportQuestion):
        return ImportAsks(found)
    return ImportTold(found, has_changes=sitting.has_changes)

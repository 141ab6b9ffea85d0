"""What a first morning asks of the store: a team typed by hand, or lists brought in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store
    from oversight_tui.practice.by_hand import TypedTeam
    from oversight_tui.practice.ids import EntryId
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.services.importing.sitting import ImportSitting
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreBeginnings:
    """Brings a team into the store, in the store's thread; the answer goes to the screen that asked."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._sitting: ImportSitting | None = None
        self.folder: Path | None = None  # in which the files were that were read last

    def start_by_hand(self, typed: TypedTeam, answer_to: MessagePump) -> None:
        """Record a team as it was typed."""

        def record() -> Message:
            from oversight_tui.services.by_hand import start_by_hand
            from oversight_tui.ui.messages import Done

            says = start_by_hand(self._store, typed, self._scope.today())
            self._scope.follow_the_manager()
            return Done(says)

        self._thread.ask(record, answer_to)

    def ask_whose_unsaid(self) -> None:
        """Ask who the manager is, and which teams are theirs, where nobody has said so yet."""

        def read() -> Message | None:
            from oversight_tui.services.identity import team_choices, whose
            from oversight_tui.ui.page_messages import WhoseLoaded

            known = whose(self._store)
            return None if known.confirmed else WhoseLoaded(known, team_choices(self._store, self._scope.today()))

        self._thread.ask(read)

    def read_files(self, paths: Sequence[Path], answer_to: MessagePump, *, again: bool) -> None:
        """Begin an import with these files: anew, or `again` with what was answered before."""
        self.folder = paths[0].parent

        def read() -> Message:
            from oversight_tui.config import load_config
            from oversight_tui.services.importing.sitting import ImportSitting
            from oversight_tui.ui.import_messages import FilesRead

            if not again or self._sitting is None:
                self._sitting = ImportSitting(self._store, self._scope.today(), load_config())
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

    def answer_import(self, question: ImportQuestion, answer_to: MessagePump, *, yes: bool) -> None:
        """Answer a question of it; the next one comes, or what would change."""

        def answer() -> Message:
            sitting = self._here()
            sitting.answer(question, yes=yes)
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

    def take_back_import(self, newest: EntryId, answer_to: MessagePump, *, agreed: bool) -> None:
        """Take the import back whose newest entry this is; it is asked about as long as that is not agreed to."""

        def take_back() -> Message:
            from oversight_tui.services.importing import take_back
            from oversight_tui.services.record import UndoAsks
            from oversight_tui.ui.import_messages import ImportTakenBack
            from oversight_tui.ui.messages import UndoAsked

            try:
                return ImportTakenBack(take_back(self._store, newest, self._scope.today(), agreed=agreed))
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

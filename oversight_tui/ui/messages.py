"""What the store worker tells the screen."""

from __future__ import annotations

from collections.abc import Mapping

from textual.message import Message

from oversight_tui.practice.board import Board
from oversight_tui.practice.brief import Brief
from oversight_tui.practice.pages import (
    Change,
    ChildPage,
    EntryWords,
    JournalLine,
    OwnNote,
    TeamSummary,
    Whose,
    WorkerPage,
)
from oversight_tui.practice.personal import PersonalEntry
from oversight_tui.practice.retention import KeptRow
from oversight_tui.practice.session_pages import SessionInHand


class BoardLoaded(Message):
    """A board was read. `generation` tells an older answer from a newer one."""

    def __init__(self, board: Board, generation: int) -> None:
        super().__init__()
        self.board, self.generation = board, generation


class PageLoaded(Message):
    """A page was read; `beside_board` where it is for the story beside the board."""

    def __init__(self, page: ChildPage | WorkerPage, *, beside_board: bool) -> None:
        super().__init__()
        self.page, self.beside_board = page, beside_board


class BriefLoaded(Message):
    """What is open with a worker or a team was read."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief


class WhoseLoaded(Message):
    """Who the manager is, and the teams there are to choose from."""

    def __init__(self, whose: Whose, teams: tuple[TeamSummary, ...]) -> None:
        super().__init__()
        self.whose, self.teams = whose, teams


class Done(Message):
    """Something was recorded; `says` is the sentence for the flash line.

    `way_back` is the action that takes it back, or brings it back: `undo`, `redo`, or nothing.
    """

    def __init__(self, says: str, way_back: str = "") -> None:
        super().__init__()
        self.says, self.way_back = says, way_back


class Unlocked(Message):
    """The store can be used again."""


class StillLocked(Message):
    """What was typed does not unlock the store; `says` is what to do about it."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says


class Noticed(Message):
    """Something to know that nobody has asked for; `says` is the sentence."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says


class Refused(Message):
    """Something could not be done; `says` is what to do about it."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says


class DraftsLoaded(Message):
    """What was being typed when the program was last left, by form, the newest last."""

    def __init__(self, drafts: dict[str, dict[str, str]]) -> None:
        super().__init__()
        self.drafts = drafts


class DraftKept(Message):
    """What stands in a form was kept beside the records; or `problem` says why not, and what to do."""

    def __init__(self, form: str, problem: str | None) -> None:
        super().__init__()
        self.form, self.problem = form, problem


class KindsLoaded(Message):
    """The kinds of decision there are (key and words), and the words whose hints were dismissed."""

    def __init__(self, kinds: Mapping[str, str], dismissed: frozenset[str]) -> None:
        super().__init__()
        self.kinds, self.dismissed = kinds, dismissed


class WordsLoaded(Message):
    """The words of an entry, for correcting them."""

    def __init__(self, words: EntryWords) -> None:
        super().__init__()
        self.words = words


class Copied(Message):
    """An entry as plain text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class ChangesLoaded(Message):
    """What has changed since the manager last looked; only counted where not `asked`."""

    def __init__(self, changes: tuple[Change, ...], *, asked: bool) -> None:
        super().__init__()
        self.changes, self.asked = changes, asked


class JournalLoaded(Message):
    """Rows of the journal, newest first; `more` where they go on from rows that are shown."""

    def __init__(self, rows: tuple[JournalLine, ...], *, more: bool) -> None:
        super().__init__()
        self.rows, self.more = rows, more


class NotesLoaded(Message):
    """The manager's notes to self."""

    def __init__(self, notes: tuple[OwnNote, ...]) -> None:
        super().__init__()
        self.notes = notes


class RetentionLoaded(Message):
    """What has been kept for long enough, what is held, and what is kept for longer."""

    def __init__(self, rows: tuple[KeptRow, ...]) -> None:
        super().__init__()
        self.rows = rows


class SessionLoaded(Message):
    """Today's session with a worker."""

    def __init__(self, session: SessionInHand) -> None:
        super().__init__()
        self.session = session


class PersonalLoaded(Message):
    """A worker's own file."""

    def __init__(self, worker_id: str, worker: str, entries: tuple[PersonalEntry, ...]) -> None:
        super().__init__()
        self.worker_id, self.worker, self.entries = worker_id, worker, entries

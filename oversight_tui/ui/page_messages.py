"""What the store worker tells the screen once the first frame stands: pages, lists, drafts, and the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.brief import Brief
    from oversight_tui.practice.gaps import WorkerRegularity
    from oversight_tui.practice.hits import Hits
    from oversight_tui.practice.outgoing import SendOut
    from oversight_tui.practice.pages import (
        Change,
        ChildPage,
        EntryWords,
        JournalLine,
        OwnNote,
        TeamChoices,
        Whose,
        WorkerPage,
    )
    from oversight_tui.practice.personal import OwnFile
    from oversight_tui.practice.retention import KeptRow
    from oversight_tui.practice.room import Room
    from oversight_tui.practice.session_pages import SessionInHand
    from oversight_tui.practice.session_told import SessionRecord
    from oversight_tui.ui.draft_key import DraftKey


class Unlocked(StoreAnswer):
    """The store can be used again."""


@dataclass(eq=False, repr=False)
class StillLocked(StoreAnswer):
    """What was typed does not unlock the store; `says` is what to do about it."""

    says: str


@dataclass(eq=False, repr=False)
class PageLoaded(StoreAnswer):
    """A page was read; `beside_board` where it is for the story beside the board, `at` the entry it is opened at, which
    the finder `found` unless a list led there.
    """

    page: ChildPage | WorkerPage
    _: KW_ONLY
    beside_board: bool
    at: EntryId | None = None
    found: bool = True


@dataclass(eq=False, repr=False)
class RoomRead(StoreAnswer):
    """Who has room for the children of a form that asked."""

    room: tuple[Room, ...]


@dataclass(eq=False, repr=False)
class SearchLoaded(StoreAnswer):
    """What was said and typed was searched; `number` is that of the question."""

    number: int
    found: Hits


@dataclass(eq=False, repr=False)
class DayLoaded(StoreAnswer):
    """The board of another day was read."""

    board: Board


@dataclass(eq=False, repr=False)
class BriefLoaded(StoreAnswer):
    """What is open with a worker or a team was read."""

    brief: Brief


@dataclass(eq=False, repr=False)
class SessionToldLoaded(StoreAnswer):
    """The record of a session was read, without anything of the worker's own file."""

    record: SessionRecord


@dataclass(eq=False, repr=False)
class WhoseLoaded(StoreAnswer):
    """Who the manager is, and the teams there are to choose from."""

    whose: Whose
    choices: TeamChoices


@dataclass(eq=False, repr=False)
class DraftsLoaded(StoreAnswer):
    """What was being typed when the program was last left, by form, the newest last."""

    drafts: Mapping[DraftKey, Mapping[str, str]]


@dataclass(eq=False, repr=False)
class DraftKept(StoreAnswer):
    """What stands in a form was kept beside the records; or `problem` says why not, and what to do."""

    key: DraftKey
    problem: str | None


@dataclass(eq=False, repr=False)
class KindsLoaded(StoreAnswer):
    """The kinds of decision there are (key and words), and the words whose hints were dismissed."""

    kinds: Mapping[str, str]
    audit_questions: Mapping[str, str]
    dismissed: frozenset[str]


@dataclass(eq=False, repr=False)
class WordsLoaded(StoreAnswer):
    """The words of an entry, for correcting them."""

    words: EntryWords


@dataclass(eq=False, repr=False)
class Copied(StoreAnswer):
    """An entry as plain text; `waiting` are the talks of a session that wait to be put on the children's files."""

    entry: EntryId
    text: str
    waiting: tuple[EntryId, ...] = ()


@dataclass(eq=False, repr=False)
class ChangesLoaded(StoreAnswer):
    """What has changed since the manager last looked; only counted where not `asked`."""

    changes: tuple[Change, ...]
    _: KW_ONLY
    asked: bool


@dataclass(eq=False, repr=False)
class JournalLoaded(StoreAnswer):
    """Rows of the journal, newest first; `more` where they go on from rows that are shown."""

    rows: tuple[JournalLine, ...]
    _: KW_ONLY
    more: bool


@dataclass(eq=False, repr=False)
class NotesLoaded(StoreAnswer):
    """The manager's notes to self; `at` is the one to be looked at."""

    notes: tuple[OwnNote, ...]
    at: EntryId | None = None


@dataclass(eq=False, repr=False)
class RegularityLoaded(StoreAnswer):
    """How regularly each worker was supervised in the last twelve months."""

    workers: tuple[WorkerRegularity, ...]


@dataclass(eq=False, repr=False)
class RetentionLoaded(StoreAnswer):
    """What has been kept for long enough, what is held, and what is kept for longer; and where what is erased stays."""

    rows: tuple[KeptRow, ...]
    stays: str


@dataclass(eq=False, repr=False)
class SessionLoaded(StoreAnswer):
    """Today's session with a worker."""

    session: SessionInHand


@dataclass(eq=False, repr=False)
class PersonalLoaded(StoreAnswer):
    """A worker's own file, with the entry that is looked at; `found` says that the finder found it."""

    worker_id: WorkerId
    worker: str
    own: OwnFile
    at: EntryId | None = None
    found: bool = False


@dataclass(eq=False, repr=False)
class InTheWay(StoreAnswer):
    """Nothing was written: a file is there already, under this `path` as it is shown, where that `asked` for one."""

    path: str
    asked: SendOut

"""Which lists there are, and the rows of each for a board: of its children and workers, or of the whole authority."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from db import stored
from db.queries.lists import listed
from oversight_tui.practice.board import Board
from oversight_tui.practice.lists import of_board, of_records
from oversight_tui.practice.lists.base import Column, Listing, columns_of
from oversight_tui.services.changes import changes
from oversight_tui.services.journal import rows as journal_rows
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

_AboutChild: TypeAlias = (
    of_records.AllocationListed
    | of_records.StatusListed
    | of_records.RiskListed
    | of_records.DiscussionListed
    | of_records.DecisionListed
    | of_records.ActionListed
    | of_records.WorryListed
    | of_records.EscalationListed
    | of_records.ConsultationListed
)
_OfWorker: TypeAlias = of_records.SessionListed | of_records.AbsenceListed


class NoSuchList(PlainProblem):
    """A list was named that there is none of; the text names those there are."""


class _OneList(Struct, frozen=True):
    """What a list holds, in a sentence, the type of its rows, and where they come from."""

    says: str
    row: type[Struct]
    rows: Callable[[Store, Board], Iterable[Struct]]


def names() -> tuple[str, ...]:
    """The name of each list, in their order."""
    return tuple(_LISTS)


def columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of each list, by its name."""
    return {name: columns_of(one.row) for name, one in _LISTS.items()}


def refuse_unknown(asked: Iterable[str]) -> None:
    """Raise NoSuchList for a name that no list has."""
    for name in asked:
        if name not in _LISTS:
            raise NoSuchList(f"There is no list '{one_line(name)[:40]}'. There are {', '.join(_LISTS)}.")


def lists_of(store: Store, board: Board, asked: Iterable[str] = ()) -> Iterator[Listing]:
    """The lists that are asked for, in their order; all of them where none is. Their rows are read while they are gone
    through, inside the transaction that stands.
    """
    wanted = frozenset(asked)
    for name, one in _LISTS.items():
        if not wanted or name in wanted:
            yield Listing(name, one.says, one.row, one.rows(store, board))


def _of_children(kind: type[_AboutChild]) -> Callable[[Store, Board], Iterator[Struct]]:
    """The rows about children of the board; about any child where it is of the whole authority."""

    def rows(store: Store, board: Board) -> Iterator[Struct]:
        everyone = board.whole_authority
        return (row for row in listed(store, kind) if everyone or board.child_row(row.child_id) is not None)

    return rows


def _of_workers(kind: type[_OfWorker]) -> Callable[[Store, Board], Iterator[Struct]]:
    """The rows of workers of the board; of any worker where it is of the whole authority."""

    def rows(store: Store, board: Board) -> Iterator[Struct]:
        everyone = board.whole_authority
        return (row for row in listed(store, kind) if everyone or board.worker_row(row.worker_id) is not None)

    return rows


def _session_children(store: Store, board: Board) -> Iterator[of_records.SessionChildListed]:
    """Children of the board in sessions of its workers."""
    for row in listed(store, of_records.SessionChildListed):
        here = board.worker_row(row.worker_id) is not None and board.child_row(row.child_id) is not None
        if here or board.whole_authority:
            yield row


def _imports(store: Store, board: Board) -> Iterator[of_records.ImportListed]:
    return listed(store, of_records.ImportListed)


def _changes(store: Store, board: Board) -> Iterator[of_records.ChangeListed]:
    for one in changes(store, board.teams, all_teams=board.whole_authority):
        yield of_records.ChangeListed(
            *(one.entry, one.what, one.child_id, one.child, one.worker, one.text, one.by, one.at)
        )


def _journal(store: Store, board: Board) -> Iterator[of_records.JournalListed]:
    for row in journal_rows(store):
        yield of_records.JournalListed(row.seq, stored.moment(row.at), row.who, row.what, row.entry_id, row.hash)


_WORDS = "where it is sensitive its words are left out (words_left_out)"
_LISTS: Mapping[str, _OneList] = MappingProxyType(
    {
        "attention": _OneList(
            "the morning list; rank 1 first", of_board.AttentionListed, lambda store, board: of_board.attention(board)
        ),
        "attention_because": _OneList(
            "why each line of the morning list is there: its factors, whose points add up to its score",
            of_board.BecauseListed,
            lambda store, board: of_board.because(board),
        ),
        "workers": _OneList(
            "everybody of the team, the manager last, and where their supervision stands",
            of_board.WorkerListed,
            lambda store, board: of_board.workers(board),
        ),
        "children": _OneList(
            "every child of the caseloads and where the clock of discussions stands; closed ones with something open",
            of_board.ChildListed,
            lambda store, board: of_board.children(board),
        ),
        "allocations": _OneList(
            "who holds and held each child",
            of_records.AllocationListed,
            _of_children(of_records.AllocationListed),
        ),
        "statuses": _OneList(
            "episodes of each child's status, as lists and people gave them",
            of_records.StatusListed,
            _of_children(of_records.StatusListed),
        ),
        "risk_ratings": _OneList(
            f"ratings of risk, each with its reason; {_WORDS}",
            of_records.RiskListed,
            _of_children(of_records.RiskListed),
        ),
        "sessions": _OneList(
            "supervision planned, held and cancelled, by worker",
            of_records.SessionListed,
            _of_workers(of_records.SessionListed),
        ),
        "session_children": _OneList(
            "which children each held session was about", of_records.SessionChildListed, _session_children
        ),
        "discussions": _OneList(
            f"what was said about children in supervision and on the day; {_WORDS}",
            of_records.DiscussionListed,
            _of_children(of_records.DiscussionListed),
        ),
        "decisions": _OneList(
            f"what was decided about children, and because of what; {_WORDS}",
            of_records.DecisionListed,
            _of_children(of_records.DecisionListed),
        ),
        "actions": _OneList(
            f"what is to be done for children, open, done and dropped; {_WORDS}",
            of_records.ActionListed,
            _of_children(of_records.ActionListed),
        ),
        "worries": _OneList(
            f"worries about children, open and closed; {_WORDS}",
            of_records.WorryListed,
            _of_children(of_records.WorryListed),
        ),
        "escalations": _OneList(
            f"matters about children taken further, and their answers; {_WORDS}",
            of_records.EscalationListed,
            _of_children(of_records.EscalationListed),
        ),
        "consultations": _OneList(
            f"what others were asked about children, what they said, and what it changed; {_WORDS}",
            of_records.ConsultationListed,
            _of_children(of_records.ConsultationListed),
        ),
        "absences": _OneList(
            "who was and is away, by category of the reason; what was said of it is left out",
            of_records.AbsenceListed,
            _of_workers(of_records.AbsenceListed),
        ),
        "calendar": _OneList(
            "sessions, who is away and bank holidays, for eight weeks",
            of_board.DiaryListed,
            lambda store, board: of_board.diary(board),
        ),
        "ahead": _OneList(
            "what falls due within a year, day by day", of_board.AheadListed, lambda store, board: of_board.ahead(board)
        ),
        "imports": _OneList("the lists that were imported, of every team", of_records.ImportListed, _imports),
        "changes": _OneList(
            "what others and imports have recorded since you last looked", of_records.ChangeListed, _changes
        ),
        "journal": _OneList(
            "who did what and when, of the whole store; without workers' own files and what is sensitive",
            of_records.JournalListed,
            _journal,
        ),
    }
)

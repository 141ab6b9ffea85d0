"""What a selected row is about, and what the detail beside it says."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from oversight_tui.practice.board import AttentionKind, AttentionRow, Board, ChildRow, TalkRow, WorkerRow, WorryRow
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.ui.present import detail
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import id_of, key_of
from oversight_tui.ui.present.rows import attention_key, ids_in_attention_key, sentence
from oversight_tui.ui.widgets.text_block import Passage


class Whom(Struct, frozen=True):
    """A child and a worker, each None where a row is about none; of a row about a child its worker, where known."""

    child_id: ChildId | None = None
    worker_id: WorkerId | None = None


NO_ONE = Whom()


class SelectedEntry(Struct, frozen=True):
    """The entry that a row is: its id, the kind of open thing it waits as, its words. No id where it is none, nor where
    it waits for an answer without being one: a child who is in no list, or waits for a worker.
    """

    id: EntryId | None
    waits_as: str
    text: str


NO_ENTRY = SelectedEntry(None, "", "")
_ANSWERED: frozenset[AttentionKind] = frozenset({"not_in_latest_list", "unallocated"})
_TALKS = {"open": "discussion_open", "held": "discussion_not_on_file", "not_on_file": "discussion_not_on_file"}


def _of_child(child: Child | None) -> Whom:
    return Whom(child.id, child.worker_id) if child else NO_ONE


class SelectedRow(Struct, frozen=True):
    """A row: the id of its pane and its key there. `holder` is the worker whose caseload is shown."""

    pane: str
    key: str
    holder: WorkerId | None

    def about(self, board: Board) -> Whom:
        """Whom the row is about."""
        match self.pane:
            case "team":
                worker = self._worker(board)
                return Whom(worker_id=worker.worker.id) if worker is not None else NO_ONE
            case "caseload":
                return next((Whom(row.child.id, self.holder) for row in self._children(board)), NO_ONE)
            case "worries":
                return next((_of_child(row.child) for row in self._worries(board)), NO_ONE)
            case "talks":
                return next((_of_child(row.child) for row in self._talks(board)), NO_ONE)
            case _:
                return next((Whom(row.child_id, row.worker_id) for row in self._attention(board)), NO_ONE)

    def entry(self, board: Board) -> SelectedEntry:
        """The entry that the row is."""
        match self.pane:
            case "worries":
                worries = (row.item for row in self._worries(board))
                return next((SelectedEntry(one.id, "worry", one.shown) for one in worries), NO_ENTRY)
            case "talks":
                talks = self._talks(board)
                return next((SelectedEntry(one.id, _TALKS[one.state], one.text) for one in talks), NO_ENTRY)
            case "today":
                found = (one for one in self._attention(board) if one.id is not None or one.kind in _ANSWERED)
                return next((SelectedEntry(one.id, one.kind, one.summary) for one in found), NO_ENTRY)
            case _:
                return NO_ENTRY

    def is_late_visit(self, board: Board) -> bool:
        """Whether it is the line of a child whose visit is late."""
        return self.pane == "today" and any(one.kind == "visit" for one in self._attention(board))

    def detail(self, board: Board, names: Names, *, points: detail.Points) -> tuple[Passage, ...]:
        """What stands in the detail; nothing for a row that the board no longer has."""
        match self.pane:
            case "team":
                worker = self._worker(board)
                return detail.worker_detail(worker, board, names, points=points) if worker is not None else ()
            case "caseload":
                children = self._children(board)
                return next((detail.child_detail(row, board, names, points=points) for row in children), ())
            case "worries":
                worries = self._worries(board)
                return next((detail.worry_detail(row, board, names, points=points) for row in worries), ())
            case "talks":
                return next((detail.talk_detail(row, board, names, points=points) for row in self._talks(board)), ())
            case _:
                found = self._attention(board)
                return next((detail.attention_detail(row, board, names, points=points) for row in found), ())

    def sentence(self, board: Board, names: Names) -> str:
        """What is said of the row where there is no room for the detail: why it is on the list, else who it is."""
        if self.pane == "today":
            return next((sentence(row, names) for row in self._attention(board)), "")
        said = [passage.text for passage in self.detail(board, names, points="hidden")]
        return ". ".join(said[:3])

    def _worker(self, board: Board) -> WorkerRow | None:
        return worker_with_key(board, self.key)

    def _children(self, board: Board) -> Iterator[ChildRow]:
        found = board.child_row(ChildId(id_of(self.key)))
        return iter(() if found is None else (found,))

    def _worries(self, board: Board) -> Iterator[WorryRow]:
        return (row for row in board.worries if key_of(row.item.id) == self.key)

    def _talks(self, board: Board) -> Iterator[TalkRow]:
        return (row for row in board.talks if key_of(row.id) == self.key)

    def _attention(self, board: Board) -> Iterator[AttentionRow]:
        entry, child = ids_in_attention_key(self.key)
        about = board.attention_to_child(child) if entry is None else board.attention_to_entry(entry)
        return (row for row in about if attention_key(row) == self.key)


def worker_with_key(board: Board, key: str | None) -> WorkerRow | None:
    """The worker or manager whose row in the team has this key."""
    return board.worker_row(WorkerId(id_of(key))) if key is not None else None

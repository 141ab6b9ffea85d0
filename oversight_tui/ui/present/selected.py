"""What a selected row is about, and what the detail beside it says."""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Child
from oversight_tui.ui.present import detail
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.widgets.text_block import Passage


class SelectedEntry(Struct, frozen=True):
    """The entry that a row is: its id, the kind of open thing it waits as, its words. No id where it is none."""

    id: str | None
    waits_as: str
    text: str


NO_ENTRY = SelectedEntry(None, "", "")
_TALKS = {"open": "discussion_open", "held": "discussion_not_on_file", "not_on_file": "discussion_not_on_file"}


def _of_child(child: Child | None) -> tuple[str | None, str | None]:
    return (child.id, child.worker_id) if child else (None, None)


class SelectedRow(Struct, frozen=True):
    """A row: the id of its pane and its key there. `holder` is the worker whose caseload is shown."""

    pane: str
    key: str
    holder: str | None

    def about(self, board: Board) -> tuple[str | None, str | None]:
        """(child id, worker id), each None where the row is about none."""
        nobody = (None, None)
        match self.pane:
            case "team":
                return None, self.key
            case "caseload":
                return self.key, self.holder
            case "worries":
                worries = (one for one in board.worries if one.item.id == self.key)
                return next((_of_child(one.child) for one in worries), nobody)
            case "talks":
                talks = (one for one in board.talks if one.id == self.key)
                return next((_of_child(one.child) for one in talks), nobody)
            case _:
                found = (one for one in board.attention if attention_key(one) == self.key)
                return next(((one.child_id, one.worker_id) for one in found), nobody)

    def entry(self, board: Board) -> SelectedEntry:
        """The entry that the row is."""
        match self.pane:
            case "worries":
                worries = (one.item for one in board.worries if one.item.id == self.key)
                return next((SelectedEntry(one.id, "worry", one.text) for one in worries), NO_ENTRY)
            case "talks":
                talks = (one for one in board.talks if one.id == self.key)
                return next((SelectedEntry(one.id, _TALKS[one.state], one.text) for one in talks), NO_ENTRY)
            case "today":
                found = (one for one in board.attention if attention_key(one) == self.key and one.id is not None)
                return next((SelectedEntry(one.id, one.kind, one.summary) for one in found), NO_ENTRY)
            case _:
                return NO_ENTRY

    def detail(self, board: Board, names: Names, *, tall: bool) -> tuple[Passage, ...]:
        """What stands in the detail; nothing for a row that the board no longer has."""
        match self.pane:
            case "team":
                worker = board.worker_row(self.key)
                return detail.worker_detail(worker, board, names, tall=tall) if worker is not None else ()
            case "caseload":
                children = (row for row in board.children if row.child.id == self.key)
                return next((detail.child_detail(row, board, names, tall=tall) for row in children), ())
            case "worries":
                worries = (row for row in board.worries if row.item.id == self.key)
                return next((detail.worry_detail(row, board, names, tall=tall) for row in worries), ())
            case "talks":
                talks = (row for row in board.talks if row.id == self.key)
                return next((detail.talk_detail(row, board, names, tall=tall) for row in talks), ())
            case _:
                found = (row for row in board.attention if attention_key(row) == self.key)
                return next((detail.attention_detail(row, board, names, tall=tall) for row in found), ())

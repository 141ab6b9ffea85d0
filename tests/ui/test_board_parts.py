"""The parts of the board that know no widget: whom the selected row is about, and who is marked."""

from __future__ import annotations

from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.about import NOBODY
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.present.selected import SelectedRow, Whom
from oversight_tui.ui.selection import Selection, situation_of
from tests.made_once import MONDAY

NAMES = Names(UNICODE)


def selected(board: Board | None, pane: str, key: str, holder: WorkerId | None = None) -> Selection:
    return Selection(board, SelectedRow(pane, key, holder), NAMES)


def test_a_row_of_the_team_is_about_its_worker_and_of_the_caseload_about_the_child(team: Store) -> None:
    board = load_board(team, MONDAY)
    child = next(row for row in board.children if row.child.worker_id is not None)
    worker_id = child.child.worker_id
    assert worker_id is not None
    in_team = selected(board, "team", key_of(worker_id))
    in_caseload = selected(board, "caseload", key_of(child.child.id), worker_id)
    assert in_team.whom == Whom(None, worker_id)
    assert in_team.about_row.child_id is None
    assert in_caseload.whom == Whom(child.child.id, worker_id)
    assert in_caseload.about_row.reference == child.child.reference
    assert in_caseload.about_worker == in_team.about_worker


def test_a_row_of_the_morning_list_is_the_entry_it_waits_for(team: Store) -> None:
    board = load_board(team, MONDAY)
    row = next(one for one in board.attention if one.id is not None and one.child_id is not None)
    selection = selected(board, "today", attention_key(row))
    assert (selection.entry.id, selection.entry.waits_as) == (row.id, row.kind)
    assert selection.about_row.text == row.summary
    assert row.id is not None
    assert selection.about_entry(row.id).text == row.summary
    situation = situation_of(selection, Marks(), drafts=0, encrypted=False, narrowed=False)
    assert (situation.child_id, situation.entry_id) == (row.child_id, row.id)


def test_with_no_board_yet_nothing_is_selected() -> None:
    selection = selected(None, "today", "anything")
    assert selection.about_row == selection.about_worker == selection.about_entry(EntryId(1)) == NOBODY
    assert selection.worker is None
    assert not situation_of(selection, Marks(), drafts=0, encrypted=False, narrowed=False).dates_missing


def test_a_child_is_marked_once_whoever_holds_them(team: Store) -> None:
    board = load_board(team, MONDAY)
    child = board.children[0].child
    about = selected(board, "caseload", key_of(child.id), None).about_row
    marks = Marks()
    marks.change(about)
    assert marks.holds(Whom(child.id, WorkerId(999)))
    assert [one.child_id for one in marks] == [child.id]
    marks.change(about)
    assert not marks

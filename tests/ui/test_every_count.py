"""Every number on the board is the number of rows it opens, whatever the team."""

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_tui.practice.attention.unallocated import has_no_worker, holder_in_doubt
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.ui.present import rows, team
from oversight_tui.ui.present.narrowing import Counted, opened_by
from oversight_tui.ui.present.row_keys import id_of
from oversight_tui.ui.present.today import today_rows
from oversight_tui.ui.screens.board_moves import VIEWS
from oversight_tui.ui.widgets.rows import Line
from tests.practice.test_laws import DAY, TODAY, teams
from tests.ui.test_board_parts import NAMES

SUPERVISED = [column.title for column in team.TEAM].index("supervised")


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """A team's morning on which some decisions were made already."""
    facts: TeamFacts = draw(teams())
    about: list[Subject] = [
        *(AboutChild(one.id) for one in facts.children),
        *(AboutWorker(one.id) for one in facts.workers),
    ]
    decided = frozenset(one for one in about if draw(st.booleans()))
    return build_board(facts.__replace__(decided_today=decided), DEFAULT, TODAY)


@settings(max_examples=60)
@given(boards())
def test_no_two_rows_of_the_list_are_known_by_one_key(board: Board) -> None:
    keys = [line.key for line in today_rows(board, NAMES, "O")]
    assert len(set(keys)) == len(keys) == len(board.attention)


@settings(max_examples=60)
@given(boards())
def test_next_goes_through_all_that_the_top_line_counts_and_says_what_it_passes_over(board: Board) -> None:
    to_see_to = rows.rows_to_see_to(board)
    cannot_wait = [row for row in board.attention if row.tier == "urgent" or row.state in ("overdue", "never")]
    assert len(to_see_to) + len(rows.passed_over(board)) == len(cannot_wait)


@settings(max_examples=60)
@given(boards())
def test_never_stands_beside_as_many_workers_and_children_as_the_top_line_counts(board: Board) -> None:
    supervised = [line.cells[SUPERVISED].text.strip() for line in team.team_rows(board, NAMES)]
    held = [line for one in (None, *(row.worker.id for row in board.workers)) for line in _caseload(board, one)]
    never = supervised.count("never") + [line.cells[4].text for line in held].count("never")
    assert never == board.counts.never


def _caseload(board: Board, worker_id: WorkerId | None) -> tuple[Line, ...]:
    return rows.caseload_rows(board, worker_id, NAMES)


@settings(max_examples=60)
@given(boards())
def test_each_view_shows_as_many_rows_as_its_number_says(board: Board) -> None:
    for view in VIEWS:
        assert getattr(board.counts, view) == sum(rows.in_view(row, view) for row in board.attention)
    for row in board.workers:
        assert row.children == len(_caseload(board, row.worker.id)) == row.coverage.children
    in_doubt = holder_in_doubt(board.open_items)  # of whom nobody says yet that they have no worker
    known = [row for row in board.children_with(None) if has_no_worker(row.child, in_doubt)]
    assert board.counts.unallocated == len(known) <= len(_caseload(board, None))
    assert sum(row.worries_open for row in board.children) <= len(rows.worry_rows(board, NAMES))


@settings(max_examples=40)
@given(boards())
def test_each_number_in_the_row_of_a_worker_is_that_of_the_rows_it_opens(board: Board) -> None:
    for line in team.team_rows(board, NAMES):
        worker_id = WorkerId(id_of(line.key))
        of = {
            "today": today_rows(board, NAMES, "O"),
            "worries": rows.worry_rows(board, NAMES),
            "caseload": _caseload(board, worker_id),
        }
        for cell in line.cells:
            if cell.opens:
                narrowing = opened_by(cast(Counted, cell.opens), worker_id)
                wanted = narrowing.keys(board)
                shown = [one for one in of[narrowing.pane] if one.key in wanted]
                assert int(cell.text.split()[-1]) == len(shown) > 0


def test_workers_who_began_long_ago_have_no_date_until_their_opening_dates_are_entered() -> None:
    began = Worker(WorkerId(1), "Amira Khan", starts=TODAY - 400 * DAY, seen_by=TODAY)
    new = Worker(WorkerId(2), "Bo Lund", starts=TODAY, seen_by=TODAY)
    board = build_board(TeamFacts(("North",), None, (began, new), ()), DEFAULT, TODAY)
    assert [line.cells[SUPERVISED].text.strip() for line in team.team_rows(board, NAMES)] == ["not known", "not yet"]
    assert (board.counts.never, [row.kind for row in board.attention]) == (0, ["opening_dates"])

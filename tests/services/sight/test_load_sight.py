"""Line of sight read from a store: every number against the board of the same day, and the rows that each one opens."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.sight.figures import DISCUSSED, SUPERVISED
from oversight_tui.practice.sight.rows import EntryFigureRow
from oversight_tui.practice.sight.values import IN_TIME, TeamSight
from oversight_tui.services.board import load_board
from oversight_tui.services.sight import load_sight, rows_of
from tests.made_once import MONDAY
from tests.practice.sight.counted import counted_as
from tests.ui.conftest import laden_team

__all__ = ["laden_team"]
# The day on which something of everything was recorded, three weeks on, and a day that had passed by then.
DAYS = (MONDAY, MONDAY + timedelta(weeks=3), MONDAY - timedelta(days=60))


@pytest.fixture
def laden(laden_team: Path, tmp_path: Path) -> Iterator[Store]:
    store = open_store(shutil.copy(laden_team, tmp_path / "team.oversight"))
    yield store
    store.close()


@pytest.fixture(params=DAYS, ids=str)
def day(request: pytest.FixtureRequest) -> date:
    asked: date = request.param
    return asked


def test_a_team_with_something_of_everything_counts_what_its_board_shows(laden: Store, day: date) -> None:
    board, sight = load_board(laden, day), load_sight(laden, day)
    assert (sight.data_as_at, len(sight.supervisors) > 0) == (board.data_as_at, True)
    team = next(one for one in sight.teams if one.team is not None)
    states = Counter(counted_as(row.supervision, day) for row in board.workers)
    assert {state: team.count(key) for state, key in SUPERVISED.items()} == {one: states[one] for one in SUPERVISED}
    discussed = Counter(counted_as(row.discussion, day) for row in board.children)
    counted = Counter({state: sum(one.count(key) for one in sight.teams) for state, key in DISCUSSED.items()})
    assert counted == discussed
    assert sum(len(one.waiting) for one in sight.teams) == board.counts.unallocated
    assert _open(sight.teams) == {
        "worries": len(board.worries),
        "worries late": sum(row.state == "overdue" for row in board.worries),
        "actions late": sum(row.state == "overdue" and not row.item.behind_the_wall for row in board.actions),
        "escalations": _rows_about_children(board, "escalation"),
        "not on file": _rows_about_children(board, "discussion_not_on_file"),
        "visits late": sum(row.kind == "visit" and row.state == "overdue" for row in board.attention),
    }


def _open(teams: tuple[TeamSight, ...]) -> dict[str, int]:
    return {
        "worries": sum(one.count("worries_open") for one in teams),
        "worries late": sum(one.count("worries_review_late") for one in teams),
        "actions late": len({entry for one in teams for entry in one.figures["actions_late"].entries}),
        "escalations": sum(one.count("escalations_unanswered") for one in teams),
        "not on file": sum(one.count("not_on_file") for one in teams),
        "visits late": sum(one.count("visits_late") for one in teams),
    }


def _rows_about_children(board: Board, kind: str) -> int:
    return sum(row.kind == kind and row.child_id is not None for row in board.attention)


def test_each_number_opens_its_rows_and_no_word_of_anybody(laden: Store, day: date) -> None:
    typed = {item.text for item in load_board(laden, day).open_items if len(item.text) > 3}
    for team in load_sight(laden, day).teams:
        for figure in team.figures.values():
            rows = rows_of(laden, figure, day)
            assert len(rows) == figure.count, figure.key
            assert not {row.says for row in rows} & typed
            assert all(row.says for row in rows)
            assert all(row.reference for row in rows if isinstance(row, EntryFigureRow))
        for key, share in team.shares.items():
            assert share.in_time == sum(team.count(one) for one in IN_TIME[key])

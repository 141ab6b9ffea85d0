"""One number of the policy is changed from the screen: what it would do is what it does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.policy import PolicyProblem
from oversight_tui.practice.policy_changes import OfSetting
from oversight_tui.services.board import load_board
from oversight_tui.services.policy import change_policy, policy_in_force
from oversight_tui.services.what_if import what_if
from tests.made_once import MONDAY

CHANGES = (
    OfSetting("child", "low_limit", "2 months"),
    OfSetting("child", "medium_limit", "6 weeks"),
    OfSetting("supervision", "limit", "3 weeks"),
    OfSetting("limits", "visit_in_need_days", "5"),
    OfSetting("urgent", "unallocated", "no"),
)


def late(board: Board) -> tuple[int, int]:
    return (
        sum(row.discussion.state in ("overdue", "never") for row in board.children),
        sum(row.supervision.state in ("overdue", "never") for row in board.workers),
    )


@pytest.fixture
def store(made_up_team: Path, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(shutil.copy(made_up_team, tmp_path / "team.oversight"))
    yield opened
    opened.close()


def test_what_a_change_would_do_is_what_it_does(store: Store) -> None:
    for change in CHANGES:
        before = load_board(store, MONDAY, all_teams=True)
        effect = what_if(store, change, MONDAY, all_teams=True)
        assert load_board(store, MONDAY, all_teams=True) == before  # nothing was changed yet
        change_policy(store, change, MONDAY)
        after = load_board(store, MONDAY, all_teams=True)
        children, workers = (then - now for now, then in zip(late(before), late(after), strict=True))
        assert effect.late_children.more - effect.late_children.fewer == children
        assert effect.rows.more - effect.rows.fewer == len(after.attention) - len(before.attention)
        assert effect.urgent.more - effect.urgent.fewer == after.counts.urgent - before.counts.urgent
        assert workers <= effect.late_workers.more
    assert policy_in_force(store).urgent["unallocated"] is False


def test_what_is_kept_is_looked_at_where_its_figures_change(store: Store) -> None:
    later = MONDAY.replace(year=2040)
    effect = what_if(store, OfSetting("retention", "own_notes_months", "900"), later, all_teams=True)
    assert effect.erased.fewer > 0
    assert effect.erased.more == 0


def test_a_change_that_cannot_be_changes_nothing(store: Store) -> None:
    for call in (what_if, change_policy):
        with pytest.raises(PolicyProblem, match="in time up to 3 weeks and overdue after 1 week"):
            call(store, OfSetting("supervision", "limit", "1 week"), MONDAY)
    same = change_policy(store, OfSetting("supervision", "limit", "1 month"), MONDAY)
    assert same.id is None
    assert "Nothing was changed" in same.says

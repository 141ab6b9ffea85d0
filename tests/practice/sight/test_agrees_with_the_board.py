"""Every number of line of sight is the number of rows the team's own board has, over random authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from oversight_tui.practice.attention.unallocated import without_worker
from oversight_tui.practice.board import AttentionKind, Board
from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.facts import Child, TeamFacts
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.sight.figures import DISCUSSED, SUPERVISED, team_sights
from oversight_tui.practice.sight.values import Figure, FigureKey, TeamSight
from oversight_tui.practice.sight.waiting import WAITING
from tests.practice.sight.authorities import DAY, IDS, NORTH, TEAMS, authority, belongs, facts_of
from tests.practice.sight.counted import counted_as
from tests.practice.test_laws import TODAY

AUTHORITIES = [pytest.param(authority(seed), id=f"authority {seed}") for seed in range(4)]
EACH = [pytest.param(authority(seed), team, id=f"{team} of {seed}") for seed in range(4) for team in TEAMS]
of_each_team = pytest.mark.parametrize(("facts", "team"), EACH)


def sight_of(team: str | None, facts: TeamFacts) -> TeamSight:
    return next(one for one in team_sights(facts, DEFAULT, TODAY, IDS) if one.team == team)


@of_each_team
def test_workers_and_children_stand_in_the_states_of_the_panes(facts: TeamFacts, team: str) -> None:
    sight, board = sight_of(team, facts), build_board(facts_of(team, facts), DEFAULT, TODAY)
    workers = [row for row in board.workers if row.worker.team == team and not row.worker.has_left(TODAY)]
    children = [row for row in board.children if belongs(row.child, team, facts)]
    assert sight.count("workers") == len(workers)
    assert sight.count("away") == sum(row.absence is not None for row in workers)
    assert sight.count("children") == len(children)
    for state, key in SUPERVISED.items():
        those = {row.worker.id for row in workers if counted_as(row.supervision, TODAY) == state}
        assert set(sight.figures[key].workers) == those
    for state, key in DISCUSSED.items():
        assert set(sight.figures[key].children) == {
            row.child.id for row in children if counted_as(row.discussion, TODAY) == state
        }
    nobodys = [row for row in without_worker(board.children, board.open_items) if belongs(row.child, team, facts)]
    for bucket, key in WAITING.items():
        assert sight.count(key) == sum((row.child.bucket or "unallocated") == bucket for row in nobodys)
    assert len(sight.waiting) == len(nobodys) == sight.count("unallocated")
    whole = build_board(facts, DEFAULT, TODAY)
    held = {row.worker.id: row.children for row in whole.workers}
    assert {load.worker: load.children for load in sight.loads} == {
        row.worker.id: held[row.worker.id] for row in workers
    }


@of_each_team
def test_what_is_open_is_what_the_board_lists(facts: TeamFacts, team: str) -> None:
    sight, board = sight_of(team, facts), build_board(facts_of(team, facts), DEFAULT, TODAY)
    own = {child.id for child in facts.children if belongs(child, team, facts)}
    homes = {worker.id: worker.team for worker in facts.workers}
    worries = [row for row in board.worries if row.item.child_id in own]
    assert sight.count("worries_open") == len(worries) == sum(one.open for one in sight.worries)
    assert sight.count("worries_review_late") == sum(row.state == "overdue" for row in worries)
    actions = [
        row for row in board.actions if row.item.child_id in own or (row.late_for and homes[row.late_for] == team)
    ]
    assert set(sight.figures["actions_late"].entries) == {row.item.id for row in actions if row.state == "overdue"}
    assert sight.count("actions_carried") == sum(row.item.carried_over > 0 for row in actions)
    without = {item.id for item in board.open_items if board.lacks_reason(item.id) and item.child_id in own}
    assert set(sight.figures["decisions_without_because"].entries) == without
    assert sight.count("not_on_file") == listed(board, "discussion_not_on_file", own)
    assert sight.count("escalations_unanswered") == listed(board, "escalation", own)


def listed(board: Board, kind: AttentionKind, own: set[ChildId]) -> int:
    return sum(row.kind == kind and row.child_id in own for row in board.attention)


@of_each_team
def test_a_visit_is_late_where_the_list_has_a_late_visit(facts: TeamFacts, team: str) -> None:
    sight, board = sight_of(team, facts), build_board(facts_of(team, facts), DEFAULT, TODAY)
    own = {child.id for child in facts.children if belongs(child, team, facts)}
    late = {row.child_id for row in board.attention if row.kind == "visit" and row.state == "overdue"}
    assert set(sight.figures["visits_late"].children) == late & own
    of: tuple[FigureKey, ...] = ("visits_in_time", "visits_late", "visits_not_known")
    assert Counter(one for key in of for one in sight.figures[key].children) == Counter(own)


@of_each_team
def test_a_team_has_the_same_figures_whoever_asks(facts: TeamFacts, team: str) -> None:
    among_all, alone = sight_of(team, facts), sight_of(team, facts_of(team, facts))
    # What its workers hold elsewhere is asked for besides where one team is shown.
    assert alone.__replace__(loads=among_all.loads, figures=_unbanded(alone)) == among_all.__replace__(
        figures=_unbanded(among_all)
    )


def _unbanded(sight: TeamSight) -> Mapping[FigureKey, Figure]:
    """The figures but for the bands, each in one order."""
    return {
        key: one.__replace__(entries=tuple(sorted(one.entries)))
        for key, one in sight.figures.items()
        if key not in ("spare", "full", "over", "far_over")
    }


@pytest.mark.parametrize("facts", AUTHORITIES)
def test_nobody_is_lost_and_nobody_is_counted_twice(facts: TeamFacts) -> None:
    sights = team_sights(facts, DEFAULT, TODAY, IDS)
    left = {worker.id for worker in facts.workers if worker.has_left(TODAY)}
    assert sorted(one for sight in sights for one in sight.figures["workers"].workers) == sorted(
        worker.id for worker in facts.workers if worker.id not in left
    )
    assert sorted(one for sight in sights for one in sight.figures["children"].children) == sorted(
        child.id for child in facts.children
    )
    for sight in sights:
        supervised = sum(sight.count(key) for key in SUPERVISED.values())
        assert supervised == sight.count("workers")
        assert sum(sight.count(key) for key in DISCUSSED.values()) == sight.count("children")
        late = {*sight.figures["supervised_overdue"].workers, *sight.figures["supervised_never"].workers}
        assert {one.worker for one in sight.late} == late
        assert {key: figure.key for key, figure in sight.figures.items()} == {key: key for key in sight.figures}


def test_two_children_seen_on_one_day_are_due_by_their_own_dates() -> None:
    """The first visit to a child who has become looked after is sooner."""
    seen, long_ago = TODAY - 21 * DAY, TODAY - 300 * DAY
    both = tuple(
        Child(ChildId(number), f"C-{number}", team=NORTH, status="looked_after", status_since=since, last_seen=seen)
        for number, since in enumerate((long_ago, TODAY - 14 * DAY), 1)
    )
    found = sight_of(NORTH, TeamFacts(TEAMS, None, (), both))
    assert found.figures["visits_in_time"].children == (1,)
    assert found.figures["visits_late"].children == (2,)


def test_a_child_whom_nobody_saw_is_never_in_time_and_late_only_once_a_visit_is() -> None:
    """A visit every four weeks was decided for a child whom no list says anything of."""
    child = Child(ChildId(1), "C-1", team=NORTH, here_since=TODAY - 28 * DAY, came_on_a_list=True)
    every_four_weeks = ChildDate(child.id, "visit_interval", None, 28, TODAY - 28 * DAY)
    for day, key in ((TODAY, "visits_not_known"), (TODAY + DAY, "visits_late")):
        facts = TeamFacts(TEAMS, None, (), (child,), child_dates=(every_four_weeks,))
        (found,) = [one for one in team_sights(facts, DEFAULT, day, IDS) if one.team == NORTH]
        assert [one for one in found.figures if one.startswith("visits_") and found.count(one)] == [key]

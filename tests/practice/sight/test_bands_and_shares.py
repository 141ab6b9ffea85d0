"""Where a share stands against target and floor, and which band a caseload is in: below, on and above each figure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from oversight_tui.practice.facts import Child, Risk, Status, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.policy import DEFAULT, Policy, PolicyProblem, parse_policy
from oversight_tui.practice.sight.caseloads import band_of
from oversight_tui.practice.sight.figures import team_sights
from oversight_tui.practice.sight.shares import standing_of
from oversight_tui.practice.sight.values import FigureKey, Spread, TeamSight

TODAY = date(2026, 11, 23)
TEAM = "North Team"
DAY = timedelta(days=1)
POINTS = parse_policy(
    "[points]\nfull_time = 100.0\nlooked_after = 4.0\nprotection_plan = 10.0\nother = 2.0\nhigh = 1.0\n"
)
ASHA, BILAL, CARYS = WorkerId(1), WorkerId(2), WorkerId(3)


@pytest.mark.parametrize(
    ("in_time", "of", "standing"),
    [
        (0, 0, None),
        (95, 100, "on_target"),
        (949, 1000, "above_floor"),
        (80, 100, "above_floor"),
        (799, 1000, "below_floor"),
        (4, 5, "above_floor"),
        (3, 4, "below_floor"),
        (0, 1, "below_floor"),
        (1, 1, "on_target"),
    ],
)
def test_a_share_is_on_target_from_the_target_on_and_below_the_floor_only_under_it(
    in_time: int, of: int, standing: str | None
) -> None:
    assert standing_of(in_time, of, 95, 80) == standing


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        (0.0, "spare"),
        (94.9, "spare"),
        (95.0, "full"),
        (100.0, "full"),
        (100.1, "over"),
        (109.9, "over"),
        (110.0, "far_over"),
        (250.0, "far_over"),
    ],
)
def test_a_band_begins_where_the_policy_says(percent: float, band: FigureKey) -> None:
    assert band_of(percent, DEFAULT) == band


def worker(number: WorkerId, fte: float | None) -> Worker:
    return Worker(number, f"Worker {number}", team=TEAM, fte=fte)


def held(by: WorkerId | None, number: int, status: Status | None = "in_need", risk: Risk | None = None) -> list[Child]:
    first = 100 * (by or 9)
    return [
        Child(ChildId(first + one), f"C-{first + one}", team=TEAM, worker_id=by, status=status, risk=risk)
        for one in range(number)
    ]


def sight(workers: list[Worker], children: list[Child], policy: Policy = DEFAULT) -> TeamSight:
    (found,) = team_sights(TeamFacts((TEAM,), None, tuple(workers), tuple(children)), policy, TODAY, {TEAM: TeamId(1)})
    return found


@pytest.mark.parametrize(
    ("fte", "children", "percent"),
    [(1.0, 18, 100.0), (0.5, 9, 100.0), (0.6, 11, 101.851852), (1.0, 0, 0.0), (None, 18, None), (0.0, 3, None)],
)
def test_a_load_is_held_against_a_full_caseload_for_the_hours(
    fte: float | None, children: int, percent: float | None
) -> None:
    found = sight([worker(ASHA, fte)], held(ASHA, children))
    assert [one.percent for one in found.loads] == [percent]
    assert sum(found.count(band) for band in BANDS) == (0 if percent is None else 1)


BANDS: tuple[FigureKey, ...] = ("spare", "full", "over", "far_over")


def test_a_newly_qualified_worker_is_full_with_fewer_children_up_to_the_last_day_of_the_year() -> None:
    year_ends = worker(ASHA, 1.0).__replace__(newly_qualified_from=date(2025, 11, 23))
    year_is_over = worker(BILAL, 1.0).__replace__(newly_qualified_from=date(2025, 11, 22))
    found = sight([year_ends, year_is_over], [*held(ASHA, 18), *held(BILAL, 18)])
    assert [one.percent for one in found.loads] == [111.111111, 100.0]
    assert found.figures["newly_qualified"].workers == (ASHA,)
    assert found.figures["far_over"].workers == (ASHA,)
    assert found.per_fte == found.per_fte_newly_qualified == Spread(18.0, 18.0, 18.0)


def test_nobody_has_a_band_where_the_authority_says_no_full_caseload() -> None:
    found = sight([worker(ASHA, 1.0)], held(ASHA, 30), parse_policy("[sight]\nfull_caseload = 0\n"))
    assert [one.percent for one in found.loads] == [None]


def test_points_take_the_place_of_children_once_the_authority_typed_its_own_in() -> None:
    children = [
        *held(ASHA, 5, "protection_plan", "high"),
        *held(BILAL, 5, "looked_after"),
        *held(CARYS, 5, None, "low"),
    ]
    found = sight([worker(ASHA, 0.5), worker(BILAL, 1.0), worker(CARYS, 1.0)], children, POINTS)
    assert [(one.points, one.percent) for one in found.loads] == [(55.0, 110.0), (20.0, 20.0), (10.0, 10.0)]
    assert found.figures["far_over"].workers == (ASHA,)


def test_who_has_left_or_not_begun_carries_nothing_and_is_no_full_time_equivalent() -> None:
    here, left = worker(ASHA, 1.0), worker(BILAL, 1.0).__replace__(leaves=TODAY - DAY)
    to_come, last_day = (
        worker(CARYS, 1.0).__replace__(starts=TODAY + DAY),
        worker(WorkerId(4), 0.5).__replace__(leaves=TODAY),
    )
    found = sight([here, left, to_come, last_day], [*held(ASHA, 10), *held(BILAL, 4), *held(WorkerId(4), 8)])
    assert (found.fte, found.carrying, found.count("workers"), found.count("children")) == (1.5, 18, 3, 22)
    assert found.per_fte == Spread(12.0, 10.0, 16.0)
    assert [one.percent is None for one in found.loads] == [False, True, False]


def test_what_is_not_known_is_not_known_and_never_nought() -> None:
    found = sight([worker(ASHA, None)], held(ASHA, 3))
    assert (found.fte, found.fte_not_known, found.agency_fte, found.away_fte, found.vacancy) == (
        None,
        1,
        None,
        None,
        None,
    )
    assert (found.per_fte, found.families) == (Spread(None, None, None), None)
    agency = sight([worker(ASHA, None).__replace__(agency=True), worker(BILAL, 0.8).__replace__(agency=False)], [])
    assert (agency.fte, agency.fte_not_known, agency.agency_fte, agency.count("agency")) == (0.8, 1, 0.0, 1)


def test_each_family_counts_once_and_a_child_of_none_as_one() -> None:
    together = [child.__replace__(family="F-1") for child in held(ASHA, 3)]
    assert sight([worker(ASHA, 1.0)], [*together, *held(None, 2)]).families == 3


@pytest.mark.parametrize("numbers", ["supervised_floor = 96", "spare_percent = 101", "far_over_percent = 99"])
def test_a_floor_over_its_target_and_bands_that_cross_are_refused(numbers: str) -> None:
    with pytest.raises(PolicyProblem, match="cannot be more than"):
        parse_policy(f"[sight]\n{numbers}\n")

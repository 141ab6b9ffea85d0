"""Several teams as one: sums, and nothing that a sum would make wrong."""

from datetime import date

import pytest
from msgspec import convert

from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.together import together
from oversight_tui.practice.sight.values import Figure, Share, Spread, TeamSight, WorryCount

TODAY = date(2026, 11, 23)
SEPTEMBER, OCTOBER = tuple(month_ends(TODAY))[-2:]
NOBODY = Spread(None, None, None)


def month(day: date, children: int) -> MonthFigures:
    numbers = dict.fromkeys(MonthFigures.__struct_fields__[1:], 1) | {"children": children, "fte": 2.0}
    return convert({"last_day": day, **numbers}, MonthFigures)


def team(number: int, *, in_time: int, of: int, mean: float, carrying: int, months: tuple[date, ...]) -> TeamSight:
    return TeamSight(
        team_id=TeamId(number),
        team=f"Team {number}",
        data_as_at=date(2026, 11, 10 + number),
        fte=carrying / mean,
        fte_not_known=1,
        agency_fte=None,
        away_fte=1.0,
        posts=5.0 if number == 1 else None,
        families=10,
        per_fte=Spread(mean, mean - 2, mean + 2),
        per_fte_newly_qualified=NOBODY,
        loads=(),
        shares={"supervised": Share("supervised", in_time, of, 95, 80, None)},
        figures={
            "children": Figure("children", children=(ChildId(number), ChildId(99))),
            "workers": Figure("workers", workers=(WorkerId(number),)),
        },
        late=(),
        waiting=(),
        worries=(WorryCount(5, 2, 10 * number), WorryCount(None, 1, None)),
        months=tuple(month(day, 10 * number) for day in months),
        carrying=carrying,
    )


ONE = team(1, in_time=9, of=9, mean=10.0, carrying=20, months=(SEPTEMBER, OCTOBER))
TWO = team(2, in_time=5, of=9, mean=20.0, carrying=80, months=(OCTOBER,))


def test_numbers_are_summed_and_whoever_is_in_two_teams_is_one() -> None:
    whole = together([ONE, TWO])
    assert (whole.count("workers"), whole.count("children")) == (2, 3)
    assert (whole.fte, whole.fte_not_known, whole.away_fte, whole.carrying) == (6.0, 2, 2.0, 100)
    assert whole.worries == (WorryCount(5, 4, 20), WorryCount(None, 2, None))


def test_a_share_stands_where_all_of_them_together_do() -> None:
    share = together([ONE, TWO]).shares["supervised"]
    assert (share.in_time, share.of, share.standing) == (14, 18, "below_floor")


def test_the_mean_is_over_all_full_time_equivalents_and_no_mean_of_means() -> None:
    spread = together([ONE, TWO]).per_fte
    assert spread.mean == pytest.approx(100 / (20 / 10 + 80 / 20))
    assert (spread.least, spread.most) == (8.0, 22.0)


@pytest.mark.parametrize(
    ("known", "first", "children", "without"),
    [
        ((13, 13), -13, 30, ()),
        ((13, 12), -12, 30, ()),  # a month less of both is more than one team alone
        ((13, 7), -7, 30, ()),
        ((13, 6), -13, 10, ("Team 2",)),
        ((0, 6), -6, 20, ("Team 1",)),
        ((0, 0), None, None, ()),
    ],
)
def test_months_are_of_the_same_teams_all_through_and_a_new_one_hides_none(
    known: tuple[int, int], first: int | None, children: int | None, without: tuple[str, ...]
) -> None:
    days = tuple(month_ends(TODAY))
    whole = together(
        [
            one.__replace__(months=tuple(month(day, 10 * number) for day in days[len(days) - months :]))
            for number, (one, months) in enumerate(zip((ONE, TWO), known, strict=True), 1)
        ]
    )
    assert {one.children for one in whole.months} == ({children} if children is not None else set())
    assert [one.last_day for one in whole.months] == (list(days[first:]) if first is not None else [])
    assert whole.months_without == without


def test_what_a_sum_would_make_wrong_is_not_known() -> None:
    whole = together([ONE, TWO])
    assert whole.families is None  # a family may have children with both
    assert whole.posts is None
    assert whole.vacancy is None  # of one team nobody put the posts in
    assert whole.agency_fte is None
    assert whole.data_as_at == date(2026, 11, 11)


def test_one_team_stays_itself() -> None:
    assert together([ONE]) is ONE

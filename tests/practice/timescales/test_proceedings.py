"""Proceedings and what goes before them, until they are ended."""

from datetime import timedelta

import pytest

from tests.practice.timescales.saying import DAY, TODAY, about, child, page, rows, said


def test_proceedings_show_when_their_end_comes_near() -> None:
    issued = TODAY - timedelta(weeks=20)
    assert rows(child(), said("proceedings_issued", issued)) == []
    for days, state in ((-1, "open"), (0, "due"), (1, "overdue")):
        begun = said("proceedings_issued", TODAY - timedelta(weeks=26) - days * DAY)
        assert rows(child(), begun)[0][:2] == ("proceedings", state)


@pytest.mark.parametrize(("days", "week"), [(-8, 25), (-7, 26), (-1, 26), (0, 26), (1, 27), (8, 28)])
def test_the_last_day_in_time_is_one_of_the_last_week(days: int, week: int) -> None:
    (row,) = about(child(), said("proceedings_issued", TODAY - timedelta(weeks=26) - days * DAY))
    assert row.summary.startswith(f"Week {week} of 26, ")
    before = said("pre_proceedings", TODAY - timedelta(weeks=16) - days * DAY)
    assert about(child(), before)[0].summary.startswith(f"Pre-proceedings, week {week - 10} of 16, ")


def test_proceedings_that_ended_are_gone_and_new_ones_start_anew() -> None:
    issued, ended = said("proceedings_issued", TODAY - 400 * DAY), said("proceedings_ended", TODAY - 200 * DAY)
    assert rows(child(), issued) == [("proceedings", "overdue", 218)]
    assert rows(child(), issued, ended) == []
    assert not [line for line in page(child(), issued, ended) if line.startswith("Proceedings")]
    again = said("proceedings_issued", TODAY - timedelta(weeks=26))
    assert rows(child(), issued, ended, again) == [("proceedings", "due", None)]


def test_pre_proceedings_ask_for_the_offer_of_a_family_group_decision_making_meeting() -> None:
    begun = said("pre_proceedings", TODAY - 30 * DAY)
    (row,) = about(child(), begun)
    assert (row.kind, row.state) == ("proceedings", "open")
    assert row.summary.endswith("no offer of a family group decision-making meeting recorded")
    offered = said("family_group_offer", TODAY - 31 * DAY)
    assert rows(child(), begun, offered) == []
    assert any("meeting offered 23 Oct" in line for line in page(child(), begun, offered))
    late = said("pre_proceedings", TODAY - timedelta(weeks=16) - DAY)
    assert rows(child(), late, offered) == [("proceedings", "overdue", 1)]


def test_pre_proceedings_end_by_hand_or_when_proceedings_are_issued() -> None:
    begun = said("pre_proceedings", TODAY - 30 * DAY)
    assert rows(child(), begun, said("pre_proceedings_ended", TODAY)) == []
    assert rows(child(), begun, said("proceedings_issued", TODAY)) == []


def test_proceedings_that_were_to_have_ended_are_said_as_past() -> None:
    (row,) = about(child(), said("proceedings_issued", TODAY - 27 * 7 * DAY))
    assert row.summary == "Week 28 of 26, was to end by 16 Nov, no end recorded"

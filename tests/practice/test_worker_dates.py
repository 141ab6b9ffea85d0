"""Dates of workers on the list: in the order of their days; a registration that has run out is high up."""

from datetime import date, timedelta

from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.facts import Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.open_kinds import OpenKind, Which
from oversight_tui.practice.policy import DEFAULT

TODAY, DAY = date(2026, 11, 27), timedelta(days=1)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", last_held=TODAY)
ROSIE = Child(ChildId(7), "C-7", team="North", worker_id=AMIRA.id, last_discussed=TODAY)


def listed(*dates: tuple[Which, date], kind: OpenKind = "worker_date") -> list[AttentionRow]:
    items = tuple(
        OpenItem(EntryId(place), kind, "", TODAY, None, AMIRA.id, day, which=which)
        for place, (which, day) in enumerate(dates, 1)
    )
    board = build_board(TeamFacts(("North",), None, (AMIRA,), (ROSIE,), open_items=items), DEFAULT, TODAY)
    return [row for row in board.attention if row.kind == kind]


def test_what_comes_first_stands_first_and_says_its_day() -> None:
    rows = listed(("car_insurance", TODAY + 20 * DAY), ("contract_end", TODAY + 3 * DAY))
    assert [row.summary for row in rows] == [
        "End of contract: 30 Nov, in 3 days",
        "Insurance of the car used for work: 17 Dec, in 20 days",
    ]


def test_nobody_may_practise_without_registration_and_says_so_from_the_day_after() -> None:
    (last_day,), (day_after,) = listed(("registration", TODAY)), listed(("registration", TODAY - DAY))
    assert day_after.score > last_day.score + 100
    assert "nobody may practise without it (Social Work England)" in day_after.reason
    assert "practise" not in last_day.reason


def test_a_contract_that_has_ended_names_whom_the_worker_still_holds() -> None:
    (today,), (ended,) = listed(("contract_end", TODAY)), listed(("contract_end", TODAY - DAY))
    assert today.summary == "End of contract: today"
    assert ended.summary == "End of contract: was 26 Nov; still holds C-7"


def test_an_own_file_says_what_is_due_and_what_will_soon_be() -> None:
    def said(*days: int) -> str:
        (row,) = listed(*(("own_date", TODAY + day * DAY) for day in days), kind="own_file")
        return row.summary

    assert said(0, 20) == "Something in Amira Khan's own file is due, something more will soon be"
    assert said(-2, 0, 20, 21) == "2 things in Amira Khan's own file are due, 2 things more will soon be"
    assert said(20, 21) == "2 things in Amira Khan's own file will soon be due"

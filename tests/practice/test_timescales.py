"""The statutory clocks at their boundaries, and what has not moved."""

from datetime import UTC, date, datetime, timedelta

import pytest

from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.drift import drift
from oversight_tui.practice.facts import Child, ChildDate, Entry, OpenItem, TeamFacts
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.timescales import told

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
ONE = ChildId(1)


def rows(child: Child, *dates: ChildDate, today: date = TODAY) -> list[tuple[str, str, int | None]]:
    board = build_board(TeamFacts(("North",), None, (), (child,), child_dates=dates), DEFAULT, today)
    kinds = ("visit", "assessment", "conference", "review", "proceedings", "missing_child")
    return [(row.kind, row.state, row.days_over) for row in board.attention if row.kind in kinds]


def child(**values: object) -> Child:
    known: dict[str, object] = {"team": "North", "worker_id": None, "last_discussed": TODAY, **values}
    return Child(ONE, "C-1", **known)  # type: ignore[arg-type]


def said(what: str, day: date | None = None, days: int | None = None) -> ChildDate:
    return ChildDate(ONE, what, day, days, TODAY - 60 * DAY)


@pytest.mark.parametrize(
    ("ago", "expected"), [(9, []), (10, [("visit", "due", None)]), (11, [("visit", "overdue", 1)])]
)
def test_a_visit_is_due_by_the_interval_that_was_decided(ago: int, expected: list[tuple[str, str, int | None]]) -> None:
    assert rows(child(last_seen=TODAY - ago * DAY), said("visit_interval", days=10)) == expected


def test_a_child_never_seen_is_not_on_time_and_without_an_interval_nothing_is_made_up() -> None:
    assert rows(child(), said("visit_interval", days=10)) == [("visit", "overdue", 50)]
    assert rows(child(last_seen=TODAY - 400 * DAY)) == []


@pytest.mark.parametrize(
    ("day", "discussed", "expected"),
    [
        (9, None, []),
        (10, None, [("assessment", "due", None)]),
        (11, None, [("assessment", "overdue", 1)]),
        (11, 11, []),
        (20, 15, [("assessment", "due", None)]),
        (39, 39, []),
        (40, 40, [("assessment", "open", None)]),
        (45, 45, [("assessment", "due", None)]),
        (46, 46, [("assessment", "overdue", 1)]),
    ],
)
def test_an_assessment_is_looked_at_on_day_10_and_20_and_ends_by_45(
    day: int, discussed: int | None, expected: list[tuple[str, str, int | None]]
) -> None:
    since = date(2026, 9, 1)
    today = add_working_days(since, day)
    talked = add_working_days(since, discussed) if discussed else date(2026, 8, 1)
    one = child(status="assessment", status_since=since, last_discussed=talked)
    found = rows(one, today=today)
    assert [(kind, state) for kind, state, _ in found] == [(kind, state) for kind, state, _ in expected]


def test_a_conference_within_fifteen_working_days_until_it_is_held() -> None:
    strategy = date(2026, 11, 2)
    due = add_working_days(strategy, 15)
    assert due == TODAY
    assert rows(child(), said("strategy_discussion", strategy)) == [("conference", "due", None)]
    assert rows(child(), said("strategy_discussion", strategy), today=TODAY + DAY) == [("conference", "overdue", 1)]
    assert rows(child(), said("strategy_discussion", strategy), said("conference", TODAY - DAY)) == []


def test_proceedings_and_reviews_show_when_they_come_near() -> None:
    issued = TODAY - timedelta(weeks=20)
    assert rows(child(), said("proceedings_issued", issued)) == []
    assert rows(child(), said("proceedings_issued", issued - timedelta(weeks=6)))[0][1] == "due"
    assert rows(child(), said("next_review", TODAY + 30 * DAY)) == []
    assert rows(child(), said("next_review", TODAY)) == [("review", "due", None)]
    lines = list(told(build_board(TeamFacts((), None, (), (child(),)), DEFAULT, TODAY).children[0], {}, DEFAULT, TODAY))
    assert lines == ["Visit interval: not recorded"]


def test_a_missing_child_is_on_the_list_and_is_heard_within_72_hours_of_coming_back() -> None:
    gone = said("missing_from", TODAY - 2 * DAY)
    assert rows(child(), gone) == [("missing_child", "open", None)]
    back = said("returned", TODAY - DAY)
    one = child(last_discussed=TODAY - 9 * DAY)
    assert rows(one, gone, back) == [("missing_child", "open", None)]
    assert rows(one, gone, back, today=TODAY + 3 * DAY) == [("missing_child", "overdue", 1)]
    assert rows(child(last_discussed=TODAY), gone, back) == []


def entry(number: int, on: date, text: str, kind: str = "discussion", **values: object) -> Entry:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return Entry(EntryId(number), kind, on, None, at, "Me", text, **values)  # type: ignore[arg-type]


def test_what_has_not_moved_is_told_with_its_evidence() -> None:
    same = "He goes to school and mum says that all is well at home since the summer"
    talks = [entry(number, TODAY - (30 - number) * DAY, f"{same} {number}") for number in range(1, 4)]
    items = [
        OpenItem(EntryId(8), "action", "Ring school", TODAY - 60 * DAY, ONE, carried_over=2),
        OpenItem(EntryId(9), "worry", "Weight", TODAY - 60 * DAY, ONE),
    ]
    found = drift(talks, items, DEFAULT, TODAY)
    assert found[0] == "Carried over 2 times: Ring school"
    assert found[1].endswith("is as it was after 3 discussions: Weight")
    assert found[2].startswith("Nearly the same words on")
    assert drift(talks[:1], items[:0], DEFAULT, TODAY) == ()


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ((4, 4, 4), "Mum has said 4 of 10 3 times running, since"),
        ((6, 4, 4, 4), "Mum has said 4 of 10 3 times running, since"),
        ((4, 4), ""),
        ((4, 4, 4, 5), ""),
    ],
)
def test_a_number_of_the_scale_that_stays_the_same_is_told(numbers: tuple[int, ...], says: str) -> None:
    talks = [
        entry(at, TODAY - (90 - at) * DAY, f"{number}", scales=(("Mum", number),)) for at, number in enumerate(numbers)
    ]
    assert [one[: len(says)] for one in drift(talks, [], DEFAULT, TODAY)] == ([says] if says else [])


def test_a_worry_that_was_looked_at_and_not_changed_is_told_too() -> None:
    talks = [entry(at, TODAY - (9 - at) * DAY, f"Talk {at}") for at in range(3)]
    worry = OpenItem(EntryId(9), "worry", "Weight", TODAY - 60 * DAY, ONE, carried_over=2)
    assert "after 3 discussions and 2 reviews: Weight" in drift(talks, [worry], DEFAULT, TODAY)[0]


def test_a_session_of_tasks_only_is_named_and_one_with_a_reason_is_not() -> None:
    talk = entry(1, TODAY, "Short", setting="supervision")
    task = entry(2, TODAY, "Amira: Ring school", "action")
    assert "1 task and no reason" in drift([talk, task], [], DEFAULT, TODAY)[0]
    decision = entry(3, TODAY, "Visit", "decision", because="Nobody has seen him")
    assert drift([talk, task, decision], [], DEFAULT, TODAY) == ()

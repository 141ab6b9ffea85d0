"""What has not moved, told with its evidence."""

from datetime import UTC, date, datetime, timedelta

import pytest

from oversight_tui.practice.drift import drift
from oversight_tui.practice.facts import Entry, OpenItem
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.policy import DEFAULT

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
ONE = ChildId(1)


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

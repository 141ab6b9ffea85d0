"""An assessment is looked at on two days and ends by a third."""

from datetime import date

import pytest

from oversight_tui.practice.calendar import add_working_days
from tests.practice.timescales.saying import about, child, rows


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
    found = [row for row in rows(one, today=today) if row[0] == "assessment"]
    assert [(kind, state) for kind, state, _ in found] == [(kind, state) for kind, state, _ in expected]


def test_an_assessment_that_was_to_be_finished_is_said_as_past() -> None:
    since = date(2026, 3, 2)
    (row,) = about(child(status="assessment", status_since=since), today=date(2026, 11, 23))
    assert row.summary.endswith("was to be finished by 7 May 2026, no end recorded")

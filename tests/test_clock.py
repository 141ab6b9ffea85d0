"""A fixed day moves the rules and never the stamp on a record."""

from datetime import UTC, date, datetime

import pytest

from oversight_tui import clock
from oversight_tui.words.dates import DateProblem


def test_a_fixed_day_is_todays_and_the_option_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERSIGHT_TODAY", "2026-04-03")
    assert clock.today() == date(2026, 4, 3)
    assert clock.today("2024-02-29") == date(2024, 2, 29)
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 60


def test_a_fixed_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(DateProblem, match="the day comes first"):
        clock.today("04/13/2026")

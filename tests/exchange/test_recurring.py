"""What comes again in a calendar comes on the days its rule says, and no rule keeps the program busy."""

from datetime import date, datetime, time
from itertools import takewhile
from pathlib import Path
from time import process_time

import pytest
from dateutil.rrule import rrulestr

from oversight_tui.exchange import leave_calendar
from oversight_tui.exchange.recurring import days_of_rule
from oversight_tui.exchange.tables import FileProblem
from tests.exchange.true_shapes import all_day, calendar

EARLIEST, LATEST = date(2025, 11, 22), date(2027, 11, 24)
AS_WRITTEN = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=5;BYDAY=MO,TU",
    "FREQ=DAILY;INTERVAL=40;BYMONTH=2,3",
    "FREQ=WEEKLY;COUNT=300;BYDAY=TU,WE",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
    "FREQ=WEEKLY;BYMONTH=1;BYMONTHDAY=1,16;BYDAY=SA,SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU,-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU",
    "FREQ=YEARLY;BYYEARDAY=1,366,-1;UNTIL=20270101",
    "FREQ=YEARLY;INTERVAL=3;BYDAY=20MO",
)
NEVER = (
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=9",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;UNTIL=20190101",
)


@pytest.mark.parametrize("first", [date(1936, 2, 29), date(1999, 4, 4), date(2020, 1, 1), date(2026, 9, 7)])
@pytest.mark.parametrize("rule", AS_WRITTEN)
def test_it_comes_again_on_the_days_that_its_rule_says(rule: str, first: date) -> None:
    begun = (one.date() for one in rrulestr(rule, dtstart=datetime.combine(first, time())))
    meant = [day for day in takewhile(lambda day: day <= LATEST, begun) if day >= EARLIEST]
    assert list(days_of_rule(rule, first, EARLIEST, LATEST)) == meant[:400]


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_that_fits_no_day_is_not_followed_for_ages(rule: str) -> None:
    began = process_time()
    assert list(days_of_rule(rule, date(2020, 1, 1), EARLIEST, LATEST)) == []
    assert process_time() - began < 0.15, "seconds of processor time, of which it takes a hundredth"


@pytest.mark.parametrize(
    ("rule", "first", "said"),
    [
        ("FREQ=DAILY", date(1900, 1, 1), "since 1900"),
        ("FREQ=YEARLY;BYEASTER=0", date(2020, 1, 1), "cannot be read"),
        ("FREQ=MONTHLY;BYDAY=53MO", date(2020, 1, 1), "cannot be read"),
        ("RDATE:20260101\nRRULE:FREQ=DAILY", date(2020, 1, 1), "cannot be read"),
    ],
)
def test_a_rule_that_is_not_followed_is_said(rule: str, first: date, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        list(days_of_rule(rule, first, EARLIEST, LATEST))


def test_more_rules_than_any_team_has_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leave_calendar, "MOST_RULES", 3)
    once, again = (all_day("Leave", "20261207", "20261208", *rule) for rule in ((), ("RRULE:FREQ=DAILY",)))
    taken = calendar(tmp_path / "some.ics", once, again, again, again).read_bytes()
    assert len(leave_calendar.workbook_of(taken, "some.ics", "").tabs[0].rows) == 5
    with pytest.raises(FileProblem, match=r"More entries of odd.ics come again"):
        leave_calendar.workbook_of(calendar(tmp_path / "odd.ics", *[again] * 4).read_bytes(), "odd.ics", "")

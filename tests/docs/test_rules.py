"""What the document of the rules says of leave is what the clock does."""

from datetime import date, timedelta
from pathlib import Path

from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.supervision import supervision_clock

RULES = " ".join((Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8").split())


def test_leave_moves_the_limit_by_its_days_and_the_document_says_so() -> None:
    ann, today = Worker(WorkerId(1), "Ann", last_held=date(2026, 9, 1)), date(2026, 10, 20)
    leave = Absence(WorkerId(1), "leave", date(2026, 9, 7), date(2026, 9, 13))
    without, with_leave = (supervision_clock(ann, away, DEFAULT, today) for away in ((), (leave,)))
    assert without.limit_by is not None
    assert with_leave.limit_by == without.limit_by + timedelta(days=7)
    assert with_leave.days_since == without.days_since
    assert "the limit moves by the days of the absence, the days since do not" in RULES

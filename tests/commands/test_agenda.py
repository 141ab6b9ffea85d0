"""The agenda by command: what weighs, who is in the first session, what was prepared, and so many minutes today."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

TODAY = "2026-11-23"


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), TODAY, capsys)


def agenda(says: Says, *options: str) -> Any:
    return told(says, "agenda", "Comfort", *options)


def on_it(session: Any) -> list[str]:
    return [child["reference"] for child in session["children"]]


def why(found: Any, reference: str) -> list[str]:
    return [
        one["factor"]
        for session in found["sessions"]
        for child in session["children"]
        if child["reference"] == reference
        for one in child["because"]
    ]


@pytest.mark.parametrize(
    ("recorded", "factor"),
    [
        pytest.param(("children", "date", "C-9118", "missing_from", "today"), "missing child", id="missing"),
        pytest.param(("worry", "raise", "C-9118", "A bruise", "--severity", "4"), "severity 4 of 5", id="severity 4"),
        pytest.param(("worry", "raise", "C-9118", "A bruise", "--severity", "5"), "severity 5 of 5", id="severity 5"),
    ],
)
def test_what_is_urgent_is_in_the_first_session(says: Says, recorded: tuple[str, ...], factor: str) -> None:
    assert "C-9118" not in on_it(agenda(says)["sessions"][0])
    told(says, *recorded)
    found = agenda(says)
    assert "C-9118" in on_it(found["sessions"][0])
    assert factor in why(found, "C-9118")


def test_an_unanswered_escalation_and_a_carried_action_weigh(says: Says) -> None:
    told(says, "escalate", "C-8298", "No school place", "--to", "Head of service")
    action = told(says, "action", "add", "C-8298", "Ring school", "--owner", "Comfort", "--by", "fri")
    told(says, "action", "carry", action["id"], "--to", "+2w", "--because", "No answer")
    factors = why(agenda(says, "--sessions", "6"), "C-8298")
    assert {"1 unanswered escalation", "1 action carried over"} <= set(factors)


def test_a_newly_qualified_worker_on_two_weeks_is_offered_two_weeks(says: Says) -> None:
    told(says, "workers", "edit", "Comfort", "--newly-qualified-from", "2026-09-14")
    days = [session["on"] for session in agenda(says)["sessions"]]
    assert days == ["2026-11-25", "2026-12-09", "2026-12-23"]


def test_no_session_is_offered_on_a_bank_holiday_or_in_leave(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-14", "--to", "2026-12-18", "--because", "leave")
    days = [session["on"] for session in agenda(says)["sessions"]]
    assert days == ["2026-11-25", "2026-12-11", "2026-12-31"]  # New Year's Day would be the last of three weeks


def test_what_was_prepared_goes_along_when_the_session_is_moved(says: Says) -> None:
    dropped = on_it(agenda(says)["sessions"][0])[1]
    told(says, "agenda", "Comfort", "--drop", dropped)
    told(says, "agenda", "Comfort", "--add", "C-9118")
    for to in ("2026-11-24", "2026-12-01"):
        planned = agenda(says)["sessions"][0]["on"]
        told(says, "supervision", "move", "Comfort", "--on", planned, "--to", to)
        first = agenda(says)["sessions"][0]
        assert first["on"] == to
        assert "C-9118" in on_it(first)
        assert dropped not in on_it(first)


def test_what_was_prepared_for_a_session_that_was_held_is_over(says: Says) -> None:
    told(says, "agenda", "Comfort", "--add", "C-9118")
    told(says, "supervision", "hold", "Comfort")
    assert "C-9118" not in on_it(agenda(says)["sessions"][0])


def test_thirty_minutes_today_and_five_children_are_the_best_five(says: Says) -> None:
    found = agenda(says, "--minutes", "30", "--children", "5", "--sessions", "1", "--on", "today")
    (session,) = found["sessions"]
    assert (session["on"], session["minutes"], len(session["children"])) == (TODAY, 30, 5)
    assert {child["minutes"] for child in session["children"]} == {6}
    assert {"C-2034", "C-3202"} <= set(on_it(session))
    for wrong in (
        ("--minutes", "3", "--children", "5"),
        ("--children", "5", "--per-child", "5"),
        ("--on", "2026-11-20"),
    ):
        assert says("agenda", "Comfort", *wrong)[0] == 2


def test_no_session_is_counted_on_after_the_workers_last_day(says: Says) -> None:
    whole = told(says, "agenda", "Gurdeep")
    assert len(whole["sessions"]) == 3
    told(says, "supervision", "plan", "Gurdeep", "--on", "16 Dec")
    told(says, "workers", "edit", "Gurdeep", "--leaves", "4 Dec")
    left = told(says, "agenda", "Gurdeep")
    assert [one["on"] for one in left["sessions"] if one["on"] > "2026-12-04"] == []
    assert left["cycle"]["kept"] is False
    told(says, "workers", "edit", "Gurdeep", "--leaves", "2026-11-20")
    gone = told(says, "agenda", "Gurdeep")
    assert (gone["sessions"], gone["cycle"]["kept"]) == ([], False)
    assert "come due after the worker's last day, Fri 20 Nov" in gone["cycle"]["says"]


def test_no_schedule_goes_on_after_the_workers_last_day(says: Says) -> None:
    told(says, "workers", "edit", "Gurdeep", "--leaves", "18 Dec")
    laid = told(says, "supervision", "schedule", "Gurdeep", "--on", "27 Nov", "--every", "2", "--until", "2027-01-29")
    assert "None after the last day of Gurdeep Bains, Fri 18 Dec 2026" in laid[-1]["hint"]
    days = [day["on"] for day in told(says, "calendar", "--weeks", "12") if day["sessions"]]
    assert [day for day in days if day > "2026-12-18" and "Gurdeep" in str(day)] == []

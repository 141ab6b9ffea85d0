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
        pytest.param(("children", "date", "C-8298", "missing_from", "today"), "missing child", id="missing"),
        pytest.param(("worry", "raise", "C-8298", "A bruise", "--severity", "4"), "severity 4 of 5", id="severity 4"),
        pytest.param(("worry", "raise", "C-8298", "A bruise", "--severity", "5"), "severity 5 of 5", id="severity 5"),
    ],
)
def test_what_is_urgent_is_in_the_first_session(says: Says, recorded: tuple[str, ...], factor: str) -> None:
    assert "C-8298" not in on_it(agenda(says)["sessions"][0])
    told(says, *recorded)
    found = agenda(says)
    assert "C-8298" in on_it(found["sessions"][0])
    assert factor in why(found, "C-8298")


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


def test_the_points_are_explained_and_no_session_is_listed_that_nobody_is_left_for(says: Says) -> None:
    """Of the next two it is said; one after them is left out, unless it is planned."""
    said = says("agenda", "Gurdeep", "--children", "11", "--minutes", "110")[1]
    assert "With each reason stand its points: who must be talked about comes first, then who has most." in said
    assert said.count("nobody left") == 1
    assert "Thu 24 Dec 2026, 110 minutes, not planned yet\n  nobody left" in said
    assert "14 Jan 2027" not in said
    says("supervision", "plan", "Gurdeep", "--on", "2026-12-24")
    says("supervision", "plan", "Gurdeep", "--on", "2027-01-14")
    said = says("agenda", "Gurdeep", "--children", "11", "--minutes", "110")[1]
    assert "Thu 14 Jan 2027, 110 minutes\n  nobody left" in said or "Thu 14 Jan 2027, 90 minutes\n  nobody left" in said


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


def test_a_session_held_on_another_day_than_planned_says_which_plan_it_was(says: Says) -> None:
    says("supervision", "plan", "Comfort", "--on", "2026-11-24")
    assert "It was the one planned for Tue 24 Nov 2026." in says("supervision", "hold", "Comfort")[1]
    says("supervision", "plan", "Marek", "--on", TODAY)
    assert "It was the one" not in says("supervision", "hold", "Marek")[1]


def test_what_was_prepared_for_a_session_that_was_held_is_over(says: Says) -> None:
    told(says, "agenda", "Comfort", "--add", "C-8298")
    told(says, "supervision", "hold", "Comfort")
    assert "C-8298" not in on_it(agenda(says)["sessions"][0])


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


def test_nobody_is_reached_after_the_last_day_and_no_session_is_thought_of_then(says: Says) -> None:
    told(says, "workers", "edit", "Comfort", "--leaves", "2026-12-11")
    found = agenda(says)
    assert [session["on"] for session in found["sessions"]] == ["2026-11-25", "2026-12-11"]
    assert not found["cycle"]["kept"]
    assert "come due after the worker's last day, Fri 11 Dec, the first by" in found["cycle"]["says"]
    told(says, "workers", "edit", "Comfort", "--leaves", "2026-11-20")
    gone = agenda(says)
    assert gone["sessions"] == []
    assert not gone["cycle"]["kept"]
    assert "the worker has left" in gone["cycle"]["says"]


@pytest.mark.parametrize(
    ("recorded", "why"),
    [
        pytest.param(
            ("absence", "Comfort", "--from", "2026-11-25", "--to", "2026-11-27", "--because", "leave"),
            "the worker is away",
            id="in leave",
        ),
        pytest.param(
            ("workers", "edit", "Comfort", "--leaves", "2026-11-24"), "the worker has left by then", id="left"
        ),
    ],
)
def test_a_session_planned_for_a_day_without_the_worker_is_said_and_does_not_count(
    says: Says, recorded: tuple[str, ...], why: str
) -> None:
    assert agenda(says)["sessions"][0]["on"] == "2026-11-25"
    told(says, *recorded)
    found = agenda(says)
    assert found["not_held"] == [{"on": "2026-11-25", "because": why}]
    assert "2026-11-25" not in [session["on"] for session in found["sessions"]]
    assert f"the session planned for Wed 25 Nov does not count, {why}" in found["cycle"]["says"]
    assert f"Wed 25 Nov 2026: planned, but it does not count, {why}" in says("agenda", "Comfort")[1]


def test_the_leave_of_a_supervisor_moves_no_session_of_the_worker(says: Says) -> None:
    before = [session["on"] for session in agenda(says)["sessions"]]
    told(says, "workers", "edit", "Comfort", "--supervisor", "Marek Nowicki")
    told(says, "absence", "Marek", "--from", "2026-11-24", "--to", "2027-02-26", "--because", "leave")
    assert [session["on"] for session in agenda(says)["sessions"]] == before


@pytest.mark.parametrize("step", ["--add", "--drop"])
def test_no_agenda_takes_another_workers_child(says: Says, step: str) -> None:
    other = told(says, "worker", "Fiona")["children"][0]
    code, _, complaint = says("agenda", "Comfort", step, other)
    assert code == 2
    assert f"{other} is with Fiona Kilbride" in complaint
    assert "Nothing was recorded." in complaint


def test_a_child_added_on_a_day_without_a_session_is_said_to_be_on_that_of_the_next(says: Says) -> None:
    answer = told(says, "agenda", "Comfort", "--add", "C-9118", "--on", "2026-11-24")
    assert "C-9118 is on the agenda of Comfort Asante on Wed 25 Nov 2026." in answer["says"]


def first_past_the_limit(says: Says) -> str:
    caseload = told(says, "today", "--all-teams")["children"]
    over = {child["reference"] for child in caseload if child["state"] == "overdue"}
    return next(one for one in on_it(agenda(says)["sessions"][0]) if one in over)


def test_who_is_put_off_past_the_limit_is_said_with_the_day_and_stays_counted(says: Says) -> None:
    late, before = first_past_the_limit(says), agenda(says)
    answer = told(says, "agenda", "Comfort", "--drop", late)["says"]
    after = agenda(says)
    assert answer.startswith(f"{late} is off the agenda of Comfort Asante on Wed 25 Nov 2026.")
    assert "past the limit already, and put off to Wed 16 Dec 2026, 37 days past it" in answer
    assert after["put_off"] == [{"reference": late, "from": "2026-11-25", "to": "2026-12-16", "must": True}]
    assert late in on_it(after["sessions"][1])
    assert after["cycle"]["short_by"] >= before["cycle"]["short_by"]
    assert "1 who cannot wait is put off to Wed 16 Dec" in after["cycle"]["says"]


def test_who_is_urgent_and_put_off_has_missed_it(says: Says) -> None:
    told(says, "children", "date", "C-9118", "missing_from", "today")
    answer = told(says, "agenda", "Comfort", "--drop", "C-9118")["says"]
    assert "Urgent, and put off to" in answer
    found = agenda(says)
    assert "C-9118" in on_it(found["sessions"][1])
    assert "C-9118" in found["not_reached"]


@pytest.mark.parametrize("counts", ["yes", "no"])
def test_who_was_put_off_comes_next_time_and_who_was_not_reached_weighs_more(says: Says, counts: str) -> None:
    late = first_past_the_limit(says)
    told(says, "agenda", "Comfort", "--drop", late)
    talked, *left = on_it(agenda(says)["sessions"][0])
    reached = [option for one in left for option in ("--not-reached", one)]
    told(says, "supervision", "hold", "Comfort", "--child", talked, *reached, "--counts", counts)
    found = agenda(says, "--sessions", "6")
    assert found["sessions"][0]["on"] > TODAY
    assert late in on_it(found["sessions"][0])
    assert "put off last time" in why(found, late)
    assert all("not reached last time" in why(found, one) for one in left)


def test_who_is_urgent_and_finds_no_room_is_in_the_next_before_any_who_is_not(says: Says) -> None:
    urgent = ["C-9118", "C-8298", "C-2034"]
    for reference in urgent:
        told(says, "children", "date", reference, "missing_from", "today")
    found = agenda(says, "--minutes", "15")
    assert sorted(one for session in found["sessions"] for one in on_it(session)) == sorted(urgent)


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        pytest.param("2026-11-28", "Sat 28 Nov 2026 is no working day.", id="Saturday"),
        pytest.param("2026-12-25", "Fri 25 Dec 2026 is no working day.", id="bank holiday"),
        pytest.param("2026-12-09", "Comfort Asante is away on Wed 9 Dec 2026.", id="leave"),
        pytest.param("2027-02-01", "The last day of Comfort Asante is Fri 29 Jan 2027.", id="after the last day"),
    ],
)
def test_the_day_of_a_session_is_remarked_when_it_is_planned_or_moved(says: Says, day: str, remark: str) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-07", "--to", "2026-12-11", "--because", "leave")
    told(says, "workers", "edit", "Comfort", "--leaves", "2027-01-29")
    assert remark in told(says, "supervision", "move", "Comfort", "--on", "2026-11-25", "--to", day)["says"]
    assert remark in told(says, "supervision", "plan", "Comfort", "--on", day)["says"]


def test_a_schedule_ends_with_the_last_day(says: Says) -> None:
    told(says, "workers", "edit", "Comfort", "--leaves", "2027-01-08")
    laid = ("supervision", "schedule", "Comfort", "--on", "2026-12-02", "--every", "2", "--until", "2027-02-26")
    recorded = told(says, *laid)
    planned = {one["planned_for"] for one in told(says, "worker", "Comfort")["sessions"] if one["state"] == "planned"}
    assert max(planned) <= "2027-01-08"
    assert "None after the last day of Comfort Asante, Fri 8 Jan 2027" in recorded[-1]["hint"]


def test_a_schedule_plans_no_session_twice_and_a_plan_says_that_one_was_there(says: Says) -> None:
    laid = ("supervision", "schedule", "Comfort", "--on", "2026-12-02", "--every", "2", "--until", "2027-01-29")
    told(says, "supervision", "plan", "Comfort", "--on", "2026-12-16")
    assert "Planned already: Wed 16 Dec 2026" in told(says, *laid)[-1]["hint"]
    days = [one["planned_for"] for one in told(says, "worker", "Comfort")["sessions"] if one["state"] == "planned"]
    assert len(days) == len(set(days))
    code, _, complaint = says(*laid)
    assert code == 2
    assert "A session is planned for each of these days already." in complaint
    again = told(says, "supervision", "plan", "Comfort", "--on", "2026-12-16")["says"]
    assert "One was planned for that day already." in again


def test_every_child_who_is_named_is_put_on_and_one_thing_is_done_at_a_time(says: Says) -> None:
    answer = told(says, "agenda", "Comfort", "--add", "C-9118", "--add", "C-8298")["says"]
    assert "C-9118 is on the agenda" in answer
    assert "C-8298 is on the agenda" in answer
    assert {"C-9118", "C-8298"} <= set(on_it(agenda(says)["sessions"][0]))
    code, _, complaint = says("agenda", "Comfort", "--add", "C-9118", "--drop", "C-8298")
    assert code == 2
    assert "Say --add or --drop" in complaint


def test_a_session_of_some_days_ago_is_named_by_its_day_when_it_is_moved_or_cancelled(
    made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copy(made_up_team, tmp_path / "team.oversight"))
    friday, monday = commands_for(path, "2026-11-27", capsys), commands_for(path, "2026-12-07", capsys)
    moved = told(friday, "supervision", "move", "Comfort", "--on", "25/11", "--to", "5/12")["says"]
    assert moved.startswith("Session of Wed 25 Nov 2026 with Comfort Asante moved to Sat 5 Dec 2026 at 10:00.")
    cancelled = told(monday, "supervision", "cancel", "Comfort", "--on", "5/12", "--because", "ill")["says"]
    assert cancelled.startswith("Session of Sat 5 Dec 2026 with Comfort Asante cancelled.")

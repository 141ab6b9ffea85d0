"""What a command answers, and what a page says, is so of today: a manager reads nothing into it that is not there."""

from pathlib import Path

import pytest

from oversight_tui.cli import main
from tests.commands.saying import Says, commands_for, told

TODAY = "2026-03-12"


@pytest.fixture
def says(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Says:
    """A team of three with one child."""
    monkeypatch.setenv("OVERSIGHT_PLAIN", "1")
    store, roster = tmp_path / "team.oversight", tmp_path / "roster.csv"
    roster.write_text("name,team\nAnn Bell,North\nBo Carr,North\nCy Dunn,North\n", "utf-8")
    assert main(["import", str(roster), "--as-at", "2026-01-01", "--yes", "--store", str(store), "--today", TODAY]) == 0
    capsys.readouterr()
    saying = commands_for(store, TODAY, capsys)
    told(saying, "children", "add", "C1", "--worker", "Ann")
    return saying


def rate(says: Says, rating: str, on: str) -> str:
    answer: str = told(says, "risk", "C1", rating, "--because", "Seen at home", "--on", on)["says"]
    return answer


def test_a_rating_of_an_earlier_day_says_which_one_holds(says: Says) -> None:
    assert rate(says, "high", "2026-03-10").endswith("to be discussed every 2 weeks, at the latest after 1 month.")
    assert rate(says, "low", "2026-02-20") == (
        "C1: low risk from Fri 20 Feb 2026; since Tue 10 Mar 2026 it is high risk, and stays so."
    )
    assert told(says, "child", "C1")["risk"] == "high"
    assert "and stays so" not in rate(says, "medium", "2026-03-10"), "of one day the one typed last holds"


def test_what_is_undone_of_a_childs_dates_is_said_by_which_date_it_is(says: Says) -> None:
    told(says, "children", "date", "C1", "strategy_discussion", "2026-03-10")
    told(says, "children", "end", "C1", "section_47", "--because", "Not substantiated")
    undone = told(says, "undo", "--yes")["says"]
    assert undone.startswith("Taken back: the date 'Section 47 enquiry ended' about C1, of Thu 12 Mar 2026.")


@pytest.mark.parametrize("today", ["2026-03-16", "2026-03-17"])
def test_what_was_due_about_a_worker_is_not_said_as_still_to_come(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str], today: str
) -> None:
    told(says, "decide", "Bo", "Fewer children for a month", "--review", "2026-03-16")
    told(says, "action", "add", "Bo", "Renew the check", "--owner", "Ann", "--by", "2026-03-16")
    later = commands_for(tmp_path / "team.oversight", today, capsys)
    said = {row["summary"] for row in told(later, "today")["attention"] if row["worker"] == "Bo Carr"}
    passed = today == "2026-03-17"
    review = "review was due 16 Mar" if passed else "review 16 Mar"
    assert f"A decision about Bo Carr, {review}: its words are in their own file" in said
    by = "was due by 16 Mar" if passed else "by 16 Mar"
    assert f"An action about Bo Carr, {by}: its words are in their own file" in said


def test_whoever_was_to_stand_in_by_two_records_is_said_once(says: Says) -> None:
    told(says, "absence", "Ann", "--from", "2026-03-12", "--because", "leave", "--covered-by", "Bo")
    told(says, "cover", "Ann", "--by", "Bo")
    answer = says("absence", "Bo", "--from", "2026-03-12", "--because", "sickness")[1]
    assert answer.count("Bo Carr was to stand in for Ann Bell") == 1


def test_the_page_of_who_has_left_asks_for_no_supervision(says: Says) -> None:
    told(says, "supervision", "hold", "Ann", "--on", "2026-01-12", "--child", "C1")
    told(says, "workers", "edit", "Ann", "--leaves", "2026-03-06")
    page = says("worker", "Ann")[1]
    assert "Supervision: last 12 Jan, 59 days ago; left on 6 Mar, and none is asked for." in page
    assert "overdue" not in page


@pytest.mark.parametrize(
    ("bucket", "words"),
    [("unallocated", "unallocated"), ("duty", "on duty"), ("held_by_manager", "held by the manager")],
)
def test_a_child_whom_no_worker_holds_is_said_to_be_given_to_nobody(says: Says, bucket: str, words: str) -> None:
    answer = told(says, "handover", "C1", "--bucket", bucket, "--because", "Ann is full")["says"]
    assert answer == f"C1 {words} from Thu 12 Mar 2026."
    page = says("child", "C1")[1]
    assert f": {words.capitalize()}, North" in page
    assert f"Allocated to {words}" not in page

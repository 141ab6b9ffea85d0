"""A manager types what no list carries, and what ended; by command, and taken back and put right like anything else."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

KINDS = ("section_47", "conference", "review", "proceedings", "missing_child", "visit")


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), "2026-11-23", capsys)


def rows(says: Says, child: str) -> dict[str, Any]:
    """The rows of a child about statutory clocks, by kind."""
    found = told(says, "today")["attention"]
    return {row["kind"]: row for row in found if row["child"] == child and row["kind"] in KINDS}


def test_a_child_comes_back_and_a_talk_about_something_else_ends_no_interview(says: Says) -> None:
    told(says, "children", "date", "C-2034", "missing_from", "-9d")
    assert rows(says, "C-2034")["missing_child"]["state"] == "overdue"
    assert rows(says, "C-2034")["missing_child"]["tier"] == "urgent"
    told(says, "children", "date", "C-2034", "returned", "-4d")
    told(says, "discuss", "C-2034", "--text", "New shoes")
    waiting = rows(says, "C-2034")["missing_child"]
    assert (waiting["state"], waiting["days_over"]) == ("overdue", 1)
    declined = ("children", "end", "C-2034", "interview_declined", "--because", "She wants it left alone")
    code, _, complaint = says(*declined)
    assert (code, "who declined" in complaint) == (2, True)
    ended = told(says, *declined, "--who", "Herself")
    assert "missing_child" not in rows(says, "C-2034")
    told(says, "undo")
    assert rows(says, "C-2034")["missing_child"] == waiting
    told(says, "redo")
    assert "missing_child" not in rows(says, "C-2034")
    told(says, "withdraw", ended["id"], "--because", "It was her sister")
    assert rows(says, "C-2034")["missing_child"] == waiting
    code, _, complaint = says("children", "end", "C-3202", "interview_held", "--because", "x")
    assert (code, "No return interview waits for C-3202" in complaint) == (2, True)


def test_a_going_missing_that_is_withdrawn_says_that_the_return_asks_for_the_interview_still(says: Says) -> None:
    gone = told(says, "children", "date", "C-2034", "missing_from", "-9d")
    back = told(says, "children", "date", "C-2034", "returned", "-4d")
    withdrawn = told(says, "withdraw", gone["id"], "--because", "It was another child")
    assert "The return of Thu 19 Nov 2026 stands, and the interview is still asked for" in withdrawn["hint"]
    assert "missing_child" in rows(says, "C-2034"), "a child who came back is heard until somebody says otherwise"
    assert "hint" not in told(says, "withdraw", back["id"], "--because", "It was another child")
    assert "missing_child" not in rows(says, "C-2034")


def test_an_enquiry_and_proceedings_are_ended_and_a_day_is_put_right(says: Says) -> None:
    begun = told(says, "children", "date", "C-2034", "strategy_discussion", "-30d")
    assert rows(says, "C-2034")["section_47"]["tier"] == "urgent"
    assert rows(says, "C-2034")["section_47"]["state"] == "overdue"
    told(says, "correct", begun["id"], "--on", "-3d")
    assert rows(says, "C-2034")["section_47"]["state"] == "open"
    early = ("children", "end", "C-2034", "section_47", "--on", "-4d", "--because", "No harm found")
    code, _, complaint = says(*early)
    assert (code, "The strategy discussion was on Fri 20 Nov 2026" in complaint) == (2, True)
    told(says, "children", "end", "C-2034", "section_47", "--because", "No harm found; a plan in need instead")
    assert "section_47" not in rows(says, "C-2034")
    told(says, "children", "date", "C-2034", "proceedings_issued", "19 Oct 2025")
    assert "proceedings" in rows(says, "C-2034")
    told(says, "children", "end", "C-2034", "proceedings", "--because", "A care order was made")
    assert "proceedings" not in rows(says, "C-2034")
    assert says("verify")[0] == 0
    lines = [one["text"] for one in told(says, "child", "C-2034")["entries"] if one["kind"] == "timescale"]
    assert any(line.startswith("Section 47 enquiry ended") for line in lines)


def test_a_child_is_seen_and_the_next_visit_is_counted_from_it(says: Says) -> None:
    told(says, "children", "date", "C-2034", "visit_interval", "2", "--because", "Threats at the door")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    seen = told(says, "seen", "C-2034", "--alone", "yes")
    assert (seen["kind"], "seen alone" in seen["says"]) == ("seen", True)
    assert "visit" not in rows(says, "C-2034")
    (child,) = [one for one in told(says, "today")["children"] if one["reference"] == "C-2034"]
    assert child["last_seen"] == "2026-11-23"
    assert "\nLast seen: 23 Nov" in says("child", "C-2034")[1]
    told(says, "correct", seen["id"], "--on", "-3d")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    told(says, "undo")
    assert "visit" not in rows(says, "C-2034")
    told(says, "withdraw", seen["id"], "--because", "It was his brother")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    assert says("seen", "C-2034", "--alone", "yes", "--on", "tomorrow")[0] == 2
    assert says("verify")[0] == 0


def refused(says: Says, *typed: str) -> str:
    """What a command that is refused complains of; nothing may have been recorded."""
    before = told(says, "today")["attention"]
    code, _, complaint = says(*typed)
    assert (code, told(says, "today")["attention"]) == (2, before)
    return complaint


def test_nobody_comes_back_before_they_were_missing_or_without_having_been_so(says: Says) -> None:
    never_gone = refused(says, "children", "date", "C-2034", "returned", "today")
    assert "C-2034 is not recorded as missing on Mon 23 Nov 2026. Record first since when" in never_gone
    assert "No return interview waits" in refused(says, "children", "date", "C-2034", "interview_offered", "today")
    gone = told(says, "children", "date", "C-2034", "missing_from", "20/11")
    slip = refused(says, "children", "date", "C-2034", "returned", "19/11")
    assert "C-2034 has been missing since Fri 20 Nov 2026 and cannot have come back before that" in slip
    told(says, "children", "date", "C-2034", "returned", "22/11")
    assert "not recorded as missing on Mon 23 Nov" in refused(says, "children", "date", "C-2034", "returned", "23/11")
    early = refused(says, "children", "date", "C-2034", "interview_offered", "21/11")
    assert "came back on Sun 22 Nov 2026" in early
    told(says, "children", "date", "C-2034", "interview_offered", "22/11")
    heard = refused(says, "children", "end", "C-2034", "interview_held", "--on", "21/11", "--because", "Heard")
    assert "The child came back on Sun 22 Nov 2026, after Sat 21 Nov 2026." in heard
    later = refused(says, "correct", gone["id"], "--on", "23/11")
    assert "came back on Sun 22 Nov 2026" in later


def test_what_is_in_hand_already_is_remarked_and_ends_after_it_was_last_begun(says: Says) -> None:
    for what, called in (
        ("proceedings_issued", "Proceedings have been in hand since Sun 1 Nov 2026: it counts from then."),
        ("pre_proceedings", "Pre-proceedings have been in hand since"),
        ("strategy_discussion", "A section 47 enquiry has been in hand since"),
        ("missing_from", "The child has been missing since"),
    ):
        child = "C-2034" if what != "pre_proceedings" else "C-3202"
        assert "hint" not in told(says, "children", "date", child, what, "1/11")
        assert called in told(says, "children", "date", child, what, "2/11")["hint"]
    early = ("children", "end", "C-2034", "proceedings", "--on", "1/11", "--because", "Withdrawn")
    assert "Proceedings were issued on Mon 2 Nov 2026, after Sun 1 Nov 2026." in refused(says, *early)
    told(says, "children", "end", "C-2034", "proceedings", "--on", "2/11", "--because", "Withdrawn")
    assert "proceedings" not in rows(says, "C-2034")


def test_a_meeting_of_a_plan_or_of_care_that_the_child_has_not_is_remarked(says: Says) -> None:
    by_status = {one["status"]: one["reference"] for one in told(says, "today")["children"]}
    for what in ("core_group", "review_conference"):
        hint = told(says, "children", "date", by_status["in_need"], what, "today")["hint"]
        assert "is on no child protection plan, as far as is recorded" in hint
        assert "hint" not in told(says, "children", "date", by_status["protection_plan"], what, "today")
    hint = told(says, "children", "date", by_status["in_need"], "looked_after_review", "today")["hint"]
    assert "is not looked after" in hint
    assert "hint" not in told(says, "children", "date", by_status["looked_after"], "looked_after_review", "today")
    again = told(says, "children", "date", by_status["protection_plan"], "conference", "today")["hint"]
    assert "If this was its review conference, undo it and record it as that" in again


def test_a_visit_interval_looser_than_the_policys_is_remarked(says: Says) -> None:
    child = next(one["reference"] for one in told(says, "today")["children"] if one["status"] == "protection_plan")
    loose = told(says, "children", "date", child, "visit_interval", "60", "--because", "Settled")
    assert "This is looser than the policy's for child protection plan, every 10 working days" in loose["hint"]
    assert "hint" not in told(says, "children", "date", child, "visit_interval", "7", "--because", "Threats")


def test_the_child_reads_that_they_were_missing_and_what_became_of_the_talk(says: Says) -> None:
    told(says, "children", "date", "C-2034", "missing_from", "20/11")
    told(says, "children", "date", "C-2034", "returned", "21/11")
    why = ("--because", "Does not want to talk", "--who", "Himself")
    declined = told(says, "children", "end", "C-2034", "interview_declined", *why)
    letter = says("child", "C-2034", "--as-child")[1]
    assert "Missing from Fri 20 Nov 2026" in letter
    assert "Return interview declined (Himself)" in letter
    assert "Because: Does not want to talk" in letter
    gone = told(says, "withdraw", declined["id"], "--because", "It was his brother")["says"]
    assert "withdrawn, a date about C-2034; it can still be read" in gone


def test_what_was_offered_to_the_family_is_called_as_it_is_everywhere(says: Says) -> None:
    told(says, "children", "date", "C-2034", "pre_proceedings", "-3d")
    offered = told(says, "children", "date", "C-2034", "family_group_offer", "today")["says"]
    assert "family group decision-making meeting offered Mon 23 Nov 2026" in offered


def test_what_falls_due_of_a_child_who_came_back_is_in_plain_words(says: Says) -> None:
    told(says, "children", "date", "C-2034", "missing_from", "20/11")
    told(says, "children", "date", "C-2034", "returned", "23/11")
    printed = says("today", "--ahead", "5")[1]
    assert "Missing child C-2034" in printed
    assert "issing_child" not in printed


def test_a_conference_of_a_child_on_no_plan_and_with_no_enquiry_is_remarked(says: Says) -> None:
    child = next(one["reference"] for one in told(says, "today")["children"] if one["status"] == "in_need")
    hint = told(says, "children", "date", child, "conference", "today")["hint"]
    assert "No section 47 enquiry is in hand, and no plan" in hint

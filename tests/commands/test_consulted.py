"""Whom leaders turn to, by command: what was asked, what was heard, what it changed; and what an own file asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

QUESTION = "Is the threshold for care met?"


def listed(says: Says, kind: str) -> list[Any]:
    return [row for row in told(says, "today", "--all-teams")["attention"] if row["kind"] == kind]


def on(day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(tmp_path / "team.oversight", day, capsys)


def asked(says: Says, about: str = "C-1", *more: str) -> str:
    words = (QUESTION, "--of", "Hana Osei", "--adviser", "legal", *more)
    return str(told(says, "consult", about, *words)["id"])


@pytest.mark.parametrize(("day", "state", "over"), [("2", "open", None), ("7", "due", None), ("8", "overdue", 1)])
def test_a_question_returns_each_morning_until_it_is_answered(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str, state: str, over: int | None
) -> None:
    number = asked(says)
    then = on(f"2026-10-0{day}", tmp_path, capsys)
    (row,) = listed(then, "consultation")
    assert (row["id"], row["state"], row["due_on"], row["days_over"]) == (number, state, "2026-10-07", over)
    assert row["summary"] == f"Asked Hana Osei: {QUESTION}"
    told(then, "heard", number, "Not yet", "--changed", "We call a conference instead")
    assert listed(then, "consultation") == []


def test_what_was_heard_and_what_it_changed_stand_on_the_childs_page(says: Says) -> None:
    told(says, "heard", asked(says), "Not yet", "--changed", "We call a conference instead")
    page = told(says, "child", "C-1")
    said = {one["text"] for one in page["entries"] if one["kind"] == "consultation"}
    assert said == {f"Asked Hana Osei: {QUESTION}", "Heard: Not yet\nIt changed: We call a conference instead"}


def test_who_is_kept_sighted_owes_no_answer(says: Says) -> None:
    number = asked(says, "C-1", "--for-information")
    assert listed(says, "consultation") == []
    code, _, why = says("heard", number, "Thank you")
    assert (code, why.strip()) == (2, "This consultation waits for no answer. Nothing was recorded.")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("consult", "C-1", " ", "--of", "Legal"), "What you asked is empty."),
        (("consult", "C-1", QUESTION, "--of", " "), "Whom you asked is empty."),
        (("consult", "C-1", QUESTION, "--of", "Legal", "--on", "2026-10-03"), "still to come"),
        (("heard", "99999", "Yes"), "There is no consultation with the id 99999."),
    ],
)
def test_what_says_nothing_is_refused_and_nothing_is_written(says: Says, words: tuple[str, ...], why: str) -> None:
    code, _, said = says(*words)
    assert code == 2
    assert why in said
    assert listed(says, "consultation") == []


def test_an_answer_is_never_before_the_question(says: Says) -> None:
    number = asked(says, "C-1", "--on", "2026-10-01")
    assert "was asked on Thu 1 Oct 2026" in says("heard", number, "Yes", "--on", "2026-09-30")[2]
    told(says, "heard", number, "Yes", "--on", "2026-10-01")


def test_a_question_about_a_worker_has_its_words_in_the_own_file_alone(says: Says) -> None:
    number = asked(says, "Amira")
    (row,) = listed(says, "consultation")
    assert row["summary"].startswith("A consultation about Amira Khan")
    seen = says("today")[1] + says("today", "--json")[1] + says("worker", "Amira")[1] + says("journal")[1]
    assert "threshold" not in seen
    assert "Osei" not in seen
    assert "threshold" in says("worker", "Amira", "--personal")[1]
    told(says, "heard", number, "Ask me again in May")
    assert "in May" not in says("worker", "Amira")[1] + says("changes")[1] + says("search", "May")[1]


def test_the_child_does_not_read_what_a_lawyer_advised_and_who_asks_for_the_record_is_told_that_it_is_left_out(
    says: Says, tmp_path: Path
) -> None:
    told(says, "heard", asked(says), "Counsel says wait")
    told(says, "consult", "C-1", "How do we hear him?", "--of", "Mo", "--adviser", "principal_social_worker")
    letter = says("child", "C-1", "--as-child")[1]
    assert "How do we hear him?" in letter
    assert "threshold" not in letter + says("child", "C-1", "--as-child", "--json")[1]
    assert "Counsel" not in letter
    path = tmp_path / "extract.html"
    told(says, "export", "subject-access", "child", "C-1", "--to", str(path))
    extract = path.read_text("utf-8")
    assert "Counsel" not in extract
    assert "threshold" not in extract
    assert "What a lawyer was asked, or advised" in extract
    file = tmp_path / "file.html"
    told(says, "export", "child", "C-1", "--to", str(file))
    assert "Counsel says wait" in file.read_text("utf-8")


def test_the_table_has_the_question_the_answer_and_what_it_changed(says: Says, tmp_path: Path) -> None:
    told(says, "heard", asked(says), "Not yet", "--changed", "A conference first")
    asked(says, "C-2", "--for-information")
    asked(says, "C-3")
    path = tmp_path / "consultations.csv"
    told(says, "export", "tables", "--to", str(path), "--list", "consultations", "--all-teams")
    rows = path.read_text("utf-8-sig").splitlines()[1:]
    assert [("answered" in row, "told" in row, "open" in row) for row in rows] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert "A conference first" in rows[0]


# --- A worker's own file ----------------------------------------------------------------------------


def own(says: Says, *words: str) -> str:
    return str(told(says, "personal", "Amira", *words)["id"])


def due(day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int | None]]:
    rows = listed(on(day, tmp_path, capsys), "own_file")
    return [(row["state"], row["summary"], row["days_over"]) for row in rows]


SOMETHING = "Something in Amira Khan's own file is due"


def test_look_again_in_six_weeks_comes_back_on_its_day_without_a_word(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(says, "wellbeing", "Sleeps badly before court", "--look-again", "in 6 weeks")
    assert due("2026-11-12", tmp_path, capsys) == []
    assert due("2026-11-13", tmp_path, capsys) == [("due", SOMETHING, None)]
    assert due("2026-11-14", tmp_path, capsys) == [("overdue", SOMETHING, 1)]
    assert "court" not in on("2026-11-14", tmp_path, capsys)("today", "--json")[1]


@pytest.mark.parametrize("settles", ["goes on", "another day", "taken back"])
def test_it_is_settled_by_what_goes_on_by_another_day_and_by_being_taken_back(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str], settles: str
) -> None:
    first = own(says, "wellbeing", "Sleeps badly", "--look-again", "in 2 weeks")
    then = on("2026-10-16", tmp_path, capsys)
    settling: dict[str, Callable[[], object]] = {
        "goes on": lambda: own(then, "wellbeing", "Sleeps well now", "--follows", first),
        "another day": lambda: told(then, "correct", first, "--look-again", "30 Oct"),
        "taken back": lambda: told(then, "withdraw", first, "--because", "Another worker"),
    }
    settling[settles]()
    assert due("2026-10-16", tmp_path, capsys) == []
    comes_back = due("2026-10-30", tmp_path, capsys) == [("due", SOMETHING, None)]
    assert comes_back == (settles == "another day")


def test_an_entry_of_an_earlier_day_that_is_typed_late_settles_nothing(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = own(says, "goal", "Chairs a group session", "--look-again", "in 2 weeks")
    own(says, "goal", "Had sat in on one", "--follows", first, "--on", "2026-09-20")
    assert due("2026-10-16", tmp_path, capsys) == [("due", SOMETHING, None)]


@pytest.mark.parametrize(("signs_first", "signs_last"), [("manager", "worker"), ("worker", "manager")])
def test_a_missing_signature_comes_after_a_fortnight_and_goes_once_both_have_signed(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str], signs_first: str, signs_last: str
) -> None:
    first = own(says, "agreement", "Mondays at ten", f"--signed-by-{signs_first}", "today", "--renew", "2027-10-01")
    assert due("2026-10-15", tmp_path, capsys) == []
    assert due("2026-10-16", tmp_path, capsys) == [("due", SOMETHING, None)]
    then = on("2026-10-20", tmp_path, capsys)
    own(then, "agreement", "The other has signed", "--follows", first, f"--signed-by-{signs_last}", "2026-10-20")
    assert due("2026-10-20", tmp_path, capsys) == []
    assert due("2027-10-01", tmp_path, capsys) == [("due", SOMETHING, None)]
    (agreement, _) = told(says, "worker", "Amira", "--personal")["personal"]
    assert agreement["signed_by_worker"] is not None
    assert agreement["signed_by_manager"] is not None


def test_all_that_is_due_in_one_file_is_one_line_with_the_day_of_the_first(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own(says, "goal", "Chairs a group session", "--look-again", "in 1 week")
    own(says, "wellbeing", "Sleeps badly", "--look-again", "in 2 weeks")
    assert due("2026-10-16", tmp_path, capsys) == [("overdue", "2 things in Amira Khan's own file are due", 7)]


def test_signatures_are_of_an_agreement_alone(says: Says) -> None:
    assert "of an agreement" in says("personal", "Amira", "goal", "Chairs", "--signed-by-worker", "today")[2]


# --- Posts and programmes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("posts", "Nowhere", "7"), "There is no team 'Nowhere' in this store. It has"),
        (("posts", "North Team", "501"), "from 0 to 500"),
        (("posts", "North Team", "many"), "Write it as 8 or 7.5."),
        (("posts", "North Team", "7", "--on", "2026-10-03"), "still to come"),
        (("programme", "Amira"), "Say who and which programme"),
        (("programme", "Amira", "PSDP", "--until", "2026-10-01"), "is before the first"),
        (("programme", "--end", "99999", "--completed"), "no programme with the id 99999"),
        (("programme", "--end", "1"), "Say how it ended"),
    ],
)
def test_posts_and_programmes_that_cannot_be_are_refused(says: Says, words: tuple[str, ...], why: str) -> None:
    code, _, said = says(*words)
    assert code == 2
    assert why in said


def test_of_two_programmes_the_one_that_goes_on_is_told(says: Says) -> None:
    told(says, "programme", "Amira", "PSDP", "--on", "2026-09-07", "--until", "2027-07-30")
    other = told(says, "programme", "Amira", "Coaching", "--on", "2026-09-14")["id"]
    told(says, "programme", "--end", other, "--given-up", "--because", "Typed twice")
    assert "PSDP, until Fri 30 Jul 2027" in says("worker", "Amira")[1]


def test_a_programme_stands_on_the_workers_page_and_in_their_document(says: Says, tmp_path: Path) -> None:
    begun = told(says, "programme", "Amira", "PSDP", "--on", "2026-09-07", "--until", "2027-07-30")["id"]
    assert "PSDP, until Fri 30 Jul 2027" in says("worker", "Amira")[1]
    assert "Say why the programme was given up" in says("programme", "--end", begun, "--given-up")[2]
    told(says, "programme", "--end", begun, "--given-up", "--because", "She moves house")
    assert "has ended already" in says("programme", "--end", begun, "--completed")[2]
    assert "Given up: PSDP" in says("worker", "Amira")[1]
    path = tmp_path / "amira.html"
    told(says, "export", "worker", "Amira", "--to", str(path))
    assert "Programmes for supervisors" in path.read_text("utf-8")
    assert "PSDP" in path.read_text("utf-8")

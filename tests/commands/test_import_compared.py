"""An import held against what is known: nothing is lost, and nothing made up, without a word."""

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_import import Desk
from tests.exchange.annex_rows import Said, annex, child

ONE, TWO, THREE = "2026-11-13", "2026-11-20", "2026-11-23"


class Manager:
    """A manager who brings lists in at the command line, week after week."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.desk, self.folder = Desk(folder, capsys), folder
        self.desk.today = date.fromisoformat(THREE)

    def file(self, day: str, list_6: Sequence[Said] = (), **others: Sequence[Said]) -> Path:
        lists = {**({"List_6": list_6} if list_6 else {}), **others}
        return annex(self.folder / f"Annex A {day} {len(list(self.folder.iterdir()))}.xlsx", lists)

    def brings(self, day: str, file: Path, *options: str) -> Any:
        """What is written."""
        code, said, complained = self.desk.does("import", file, "--as-at", day, *options, "--yes", "--json")
        assert code == 0, complained
        return json.loads(said)

    def is_refused(self, day: str, file: Path, *options: str) -> str:
        """Why nothing is written."""
        code, _, complained = self.desk.does("import", file, "--as-at", day, *options, "--yes")
        assert code == 2
        assert "Nothing was written" in complained
        return complained

    def asks(self, day: str, file: Path, *options: str) -> list[str]:
        """What would be asked."""
        told = self.desk.reads("import", file, "--as-at", day, *options, "--dry-run")
        return [one["says"] for one in told["questions"]]

    def board(self) -> dict[str, Any]:
        return {one["reference"]: one for one in self.desk.reads("today", "--all-teams")["children"]}

    def holders(self) -> dict[str, str | None]:
        return {reference: one["worker"] for reference, one in self.board().items()}


@pytest.fixture
def manager(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Manager:
    return Manager(tmp_path, capsys)


@pytest.mark.parametrize("unreadable", ['=CONCATENATE("Amira"," Khan")', "#NAME?", "#VALUE!"])
def test_a_worker_who_cannot_be_read_stays_and_nobody_becomes_unallocated(manager: Manager, unreadable: str) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2", worker="Ben Osei")]))
    second = manager.file(TWO, [child("1", worker=unreadable), child("2", worker=unreadable), child("3")])
    told = manager.brings(TWO, second)
    assert manager.holders() == {"1": "Amira Khan", "2": "Ben Osei", "3": "Amira Khan"}
    assert (told["counts"]["reallocated"], told["counts"]["unallocated"]) == (0, 0)
    assert [(one["child"], one["field"], one["value"]) for one in told["kept"]] == [
        ("1", "worker", "Amira Khan"),
        ("2", "worker", "Ben Osei"),
    ]
    assert {one["where"] for one in told["refused"]} == {"List_6!N3", "List_6!N4"}


def test_a_new_child_whose_worker_cannot_be_read_is_a_doubt_on_the_board_and_not_unallocated(manager: Manager) -> None:
    told = manager.brings(ONE, manager.file(ONE, [child("1", worker="#NAME?"), child("2")]))
    assert told["counts"]["unallocated"] == 0
    (new,) = [one["new"] for one in told["lines"] if (one["what"], one["child"]) == ("new", "1")]
    assert new == "holder not known in this list"
    board = manager.desk.reads("today")
    doubts = [row["summary"] for row in board["attention"] if row["kind"] == "import_conflict"]
    assert doubts == ["Who holds the child cannot be read in the list (cell N3)."]
    assert not [row for row in board["attention"] if row["kind"] == "unallocated"]
    assert board["counts"]["unallocated"] == 0
    manager.brings(TWO, manager.file(TWO, [child("1"), child("2")]))
    assert manager.holders()["1"] == "Amira Khan"
    assert not [row for row in manager.desk.reads("today")["attention"] if row["kind"] == "import_conflict"]


def test_a_closure_that_cannot_be_read_is_asked_about_by_the_childs_reference(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2"), child("3")]))
    second = manager.file(TWO, [child("1", ends="May be 8 Jan"), child("2", ends="Closed"), child("3")])
    complained = manager.is_refused(TWO, second)
    assert "1 ends in list 6 on a day that cannot be read ('May be 8 Jan'): closed or open?" in complained
    assert "--closed '2'; For Open: --open '2'" in complained
    manager.is_refused(TWO, second, "--closed", "1")
    assert set(manager.board()) == {"1", "2", "3"}, "nothing was closed meanwhile"
    manager.brings(TWO, second, "--closed", "1", "--open", "2")
    assert set(manager.board()) == {"2", "3"}


def test_near_wordings_of_a_status_are_understood_and_others_asked_about_once(manager: Manager) -> None:
    wordings = ("CP", "CIN Plan", "Closed - stepdown", "E", "CLA&CP", "Care leaver", "CF Assessment in progress")
    rows = [child(str(number), status=one) for number, one in enumerate(wordings)]
    first = manager.file(ONE, [*rows, child("8", status="Tier 3"), child("9", status="tier 3")])
    (asked,) = manager.asks(ONE, first)
    assert asked == "2 children have the status 'Tier 3', which is not understood. What is it?"
    manager.is_refused(ONE, first)
    manager.brings(ONE, first, "--status", "Tier 3=in_need")
    status = {reference: one["status"] for reference, one in manager.board().items()}
    assert status == {
        **{"0": "protection_plan", "1": "in_need", "4": "looked_after", "5": "care_leaver", "6": "assessment"},
        **{"8": "in_need", "9": "in_need"},
    }, "two are closed"
    again = manager.file(TWO, [*rows, child("8", status="TIER 3"), child("9", status="Tier 3"), child("10")])
    assert manager.asks(TWO, again) == [], "asked once"
    manager.brings(TWO, again)
    assert manager.board()["8"]["status"] == "in_need"
    for _ in (1, 2):
        manager.desk.does("undo", "--yes")
    assert manager.asks(ONE, first) == [asked], "the answer goes with the import it was given to"


def test_a_child_without_any_status_is_asked_about_and_one_who_had_one_keeps_it(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1", status="b) Child Protection plan"), child("2")]))
    second = manager.file(TWO, [child("1", status=None), child("2"), child("3", status=None)])
    assert manager.asks(TWO, second) == ["1 child has no status in list 6, and is not known here. What is it?"]
    manager.brings(TWO, second, "--status", "3=looked_after")
    status = {reference: one["status"] for reference, one in manager.board().items()}
    assert status == {"1": "protection_plan", "2": "in_need", "3": "looked_after"}


def test_names_that_are_nearly_the_same_are_asked_about_also_within_one_list(manager: Manager) -> None:
    known = [child("1"), child("5", worker="Zoë Müller"), child("11", worker="Sara Jones")]
    manager.brings(ONE, manager.file(ONE, known))
    rows = [
        *(child("1", worker="Khan, Amira"), child("5", worker="Zoe Muller"), child("11", worker="Sarah Jones")),
        *(child("2", worker="A. Khan"), child("3", worker="Tom Ali"), child("4", worker="Ali, Tom")),
    ]
    second = manager.file(TWO, rows)
    complained = manager.is_refused(TWO, second)
    pairs = [("Khan, Amira", "Amira Khan"), ("Zoe Muller", "Zoë Müller"), ("A. Khan", "Amira Khan")]
    pairs += [("Ali, Tom", "Tom Ali")]
    for name, of in pairs:
        assert f"--same '{name}={of}'" in complained
    same = [word for name, of in pairs for word in ("--same", f"{name}={of}")]
    assert "--different 'Sarah Jones=Sara Jones'" in manager.is_refused(TWO, second, *same)
    told = manager.brings(TWO, second, *same, "--different", "Sarah Jones=Sara Jones")
    assert told["counts"]["reallocated"] == 1
    whole = {"1": "Amira Khan", "2": "Amira Khan", "5": "Zoë Müller", "11": "Sarah Jones", "3": "Tom Ali"}
    assert manager.holders() == {**whole, "4": "Tom Ali"}
    assert manager.asks(THREE, manager.file(THREE, [*rows, child("12")])) == [], "both kinds of answer are kept"


def test_two_names_a_letter_apart_with_a_caseload_each_may_be_two_people_and_need_no_answer(manager: Manager) -> None:
    hers = [child(str(number), worker="Amira Morcombe") for number in range(1, 6)]
    his = [child(str(number), worker="Amira Norcombe") for number in range(11, 16)]
    assert "--same 'Amira Norcombe=Amira Morcombe'" in manager.is_refused(ONE, manager.file(ONE, [*hers, *his[:4]]))
    manager.brings(ONE, manager.file(ONE, [*hers, *his]))
    assert set(manager.holders().values()) == {"Amira Morcombe", "Amira Norcombe"}


def test_a_name_that_may_be_several_peoples_offers_each(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2", worker="Anwar Khan")]))
    second = manager.file(TWO, [child("1", worker="A Khan"), child("2", worker="Anwar Khan")])
    assert manager.asks(TWO, second) == ["The lists say A Khan. Is that one of Amira Khan, Anwar Khan?"]


@pytest.mark.parametrize("other", [12345, "12345", "12345.0"])
def test_zeros_that_a_spreadsheet_lost_make_no_second_child(manager: Manager, other: str | int) -> None:
    first = manager.file(ONE, [child("0012345")], List_7=[child(other)])
    assert "Are 12345" in manager.is_refused(ONE, first)
    said = f"{other}=0012345"
    manager.brings(ONE, first, "--same", said)
    assert {reference: one["status"] for reference, one in manager.board().items()} == {"0012345": "protection_plan"}
    assert manager.desk.reads("child", str(other))["reference"] == "0012345", "found by either"
    second = manager.file(TWO, [child("0012345")], List_7=[child(other)])
    assert manager.asks(TWO, second) == [], "remembered"
    manager.brings(TWO, second)
    assert len(manager.board()) == 1
    assert manager.desk.does("verify")[0] == 0
    for _ in (1, 2):
        manager.desk.does("undo", "--yes")
    assert len(manager.asks(ONE, first)) == 1, "what was taken back is asked again"


def test_many_references_without_their_zeros_are_one_question_and_different_children_stay_two(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child(f"00{number}") for number in range(100, 106)]))
    second = manager.file(TWO, [child(number) for number in range(100, 106)])
    asked = manager.asks(TWO, second)[0]
    assert asked.startswith("6 references differ from others only by zeros at the front, capitals or .0: 100 (list 6)")
    manager.brings(TWO, second, "--references", "same")
    assert len(manager.board()) == 6
    third = manager.file(THREE, [*(child(number) for number in range(100, 106)), child("c7"), child("C7", born=None)])
    assert manager.asks(THREE, third) == ["Are C7 (list 6) and c7 (list 6) the same child?"]
    manager.brings(THREE, third, "--different", "C7=c7")
    assert len(manager.board()) == 8


def test_two_workers_of_one_name_are_never_one_without_a_word(manager: Manager) -> None:
    rows = [child("1"), child("2"), child("3", team="South"), child("4", team="South")]
    first = manager.file(ONE, rows)
    complained = manager.is_refused(ONE, first)
    assert "Amira Khan has children in 2 teams: North (2), South (2)" in complained
    assert "--one 'Amira Khan'; If not: --two 'Amira Khan'" in complained
    manager.brings(ONE, first, "--one", "Amira Khan")
    back_later = manager.file(TWO, rows[:2])
    manager.brings(TWO, back_later, "--fewer", "--missing", "3=closed", "--missing", "4=moved")
    assert manager.asks(THREE, manager.file(THREE, rows)) == [], "that it is one person is remembered"


@pytest.mark.parametrize("empty", [True, False])
def test_a_list_that_is_not_there_is_said_and_its_children_keep_their_own_day(manager: Manager, empty: bool) -> None:
    in_care = [child("8", worker="Cara Lind"), child("9", worker="Cara Lind")]
    manager.brings(ONE, manager.file(ONE, [child("1")], List_8=in_care))
    second = manager.file(TWO, [child("1")], **({"List_8": ()} if empty else {}))
    what = "is empty" if empty else "is not here"
    assert f"List 8 {what}, and 2 children were in the last one. Go on without it?" in manager.is_refused(TWO, second)
    manager.brings(TWO, second, "--without", "List 8")
    days = {reference: one["listed_on"] for reference, one in manager.board().items()}
    assert days == {"1": None, "8": ONE, "9": ONE}
    board = manager.desk.reads("today")
    assert board["data_as_at"] == ONE, "the board looks no fresher than it is"
    assert not [row for row in board["attention"] if row["kind"] == "not_in_latest_list"]
    assert "As the list of 13 Nov had the child: no newer one does." in manager.desk.does("child", "8")[1]
    again = [*in_care[:1], child("9", worker="Cara Lind", born=date(2015, 3, 1))]
    manager.brings(THREE, manager.file(THREE, [child("1")], List_8=again))
    assert {one["listed_on"] for one in manager.board().values()} == {None}
    assert manager.desk.reads("today")["data_as_at"] == THREE


def test_without_the_list_of_a_status_the_status_stays_and_nobody_is_closed(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2")], List_7=[child("1"), child("2")]))
    second = manager.file(TWO, [child("1"), child("2", ends=date(2026, 11, 18))])
    told = manager.brings(TWO, second, "--without", "7")
    assert {reference: one["status"] for reference, one in manager.board().items()} == dict.fromkeys(
        ("1", "2"), "protection_plan"
    )
    assert ("2", "open") in {(one["child"], one["field"]) for one in told["kept"]}


def test_a_column_that_is_empty_now_is_asked_about(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2")]))
    second = manager.file(TWO, [child("1", worker=None), child("2", worker=None)])
    assert "The column Allocated Worker is empty now, and 2 of these children" in manager.is_refused(TWO, second)
    manager.brings(TWO, second, "--keep", "worker")
    assert manager.holders() == {"1": "Amira Khan", "2": "Amira Khan"}
    manager.desk.does("undo", "--yes")
    manager.brings(TWO, second, "--empty", "worker")
    assert manager.holders() == {"1": None, "2": None}


@pytest.mark.parametrize(("gone", "is_asked"), [(3, False), (4, True)])
def test_more_than_a_few_children_fewer_are_asked_about_first(manager: Manager, gone: int, is_asked: bool) -> None:
    rows = [child(str(number)) for number in range(10)]
    manager.brings(ONE, manager.file(ONE, rows))
    second = manager.file(TWO, rows[gone:])
    asked = manager.asks(TWO, second)
    says = f"These lists cover less than those of Fri 13 Nov 2026: List 6 has {10 - gone} children, and had 10."
    assert any(one.startswith(says) for one in asked) is is_asked
    if is_asked:
        assert "--fewer" in manager.is_refused(TWO, second)
        assert asked[1] == "4 children of North are in no list any more. What of them?"
    manager.brings(TWO, second, "--fewer")
    assert len(manager.board()) == 10, "nobody is closed by it"


def test_who_is_in_no_list_is_closed_moved_or_ours_as_the_manager_says(manager: Manager) -> None:
    rows = [child(str(number)) for number in range(1, 6)]
    manager.brings(ONE, manager.file(ONE, rows))
    second = manager.file(TWO, rows[:2])
    asked = "3, last with Amira Khan, is in no list any more. What became of the child?"
    assert manager.asks(TWO, second)[0] == asked
    told = manager.brings(TWO, second, "--missing", "3=closed", "--missing", "4=ours")
    assert {one["child"]: one["new"] for one in told["lines"] if one["what"] == "missing"} == {
        **{"3": "closed", "4": "ours", "5": None}
    }
    assert set(manager.board()) == {"1", "2", "4", "5"}
    left_out = [row for row in manager.desk.reads("today")["attention"] if row["kind"] == "not_in_latest_list"]
    assert [row["child"] for row in left_out] == ["5"], "of whom nothing was said stays a question of the board"
    third = manager.file(THREE, rows[:3])
    assert not any("4, last with" in one for one in manager.asks(THREE, third)), "4 is ours, and that was said"
    told = manager.brings(THREE, third)
    assert ("reopened", "3") in {(one["what"], one["child"]) for one in told["lines"]}
    assert manager.desk.does("verify")[0] == 0


def test_a_care_leaver_with_an_adviser_alone_is_held_by_the_adviser(manager: Manager) -> None:
    leavers = [child("1", worker=None, adviser="Pat Adviser"), child("3", adviser="Pat Adviser")]
    told = manager.brings(ONE, manager.file(ONE, List_9=leavers))
    assert told["counts"]["unallocated"] == 0
    assert manager.holders() == {"1": "Pat Adviser", "3": "Amira Khan"}
    roles = {one["role"]: one["worker"] for one in manager.desk.reads("child", "3")["allocations"]}
    assert roles == {"lead": "Amira Khan", "personal_adviser": "Pat Adviser"}
    turned = [child("1", adviser="Pat Adviser"), child("3", worker=None, adviser="Pat Adviser")]
    manager.brings(TWO, manager.file(TWO, List_9=turned))
    assert manager.holders() == {"1": "Amira Khan", "3": "Pat Adviser"}
    now = [
        one for one in manager.desk.reads("child", "3")["allocations"] if one["to"] is None and one["role"] != "lead"
    ]
    assert not [one for one in now if one.get("seen_by") is None]


def test_at_a_terminal_each_question_is_asked_in_its_turn(
    manager: Manager, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1"), child("2")]))
    second = manager.file(TWO, [child("1", worker="Khan, Amira"), child("2", ends="soon")])

    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Keyboard("x\ny\nc\ny\n"))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    code, said, _ = manager.desk.does("import", second, "--as-at", TWO)
    assert code == 0
    assert "The lists say Khan, Amira, and there is a worker Amira Khan. Is that one person?" in said
    assert "Answer y or n" in said
    assert said.index("Is that one person?") < said.index("closed or open?") < said.index("Write this?")
    assert manager.holders() == {"1": "Amira Khan"}


def test_that_one_person_has_a_child_of_another_team_is_asked_once_and_known_from_then_on(manager: Manager) -> None:
    rows = [child("1"), child("2"), child("3", team="South")]
    first = manager.file(ONE, rows)
    assert "Amira Khan has children in 2 teams: North (2), South (1)" in manager.is_refused(ONE, first)
    manager.brings(ONE, first, "--one", "Amira Khan")
    assert set(manager.holders().values()) == {"Amira Khan"}
    manager.brings(TWO, manager.file(TWO, rows[:2]), "--fewer", "--missing", "3=moved")
    in_a_third = manager.file(THREE, [*rows[:2], child("4", team="West")])
    assert manager.asks(THREE, in_a_third) == []
    told = manager.brings(THREE, in_a_third)
    assert not told["workers"], "nobody is a second worker of this name"
    assert set(manager.holders().values()) == {"Amira Khan"}


@pytest.mark.parametrize("together", [True, False])
def test_the_adviser_of_the_roster_holds_the_care_leavers_and_is_no_second_worker(
    manager: Manager, together: bool
) -> None:
    roster = manager.folder / "roster.csv"
    roster.write_text(
        "worker id,name,role,team\nW-7,Pat Adviser,Personal adviser,North\nW-8,Amira Khan,Social worker,North\n",
        "utf-8",
    )
    leavers = manager.file(
        ONE, List_9=[child("1", worker=None, adviser="Pat Adviser"), child("2", adviser="Adviser, Pat")]
    )
    answers = ("--same", "Adviser, Pat=Pat Adviser")
    if together:
        manager.desk.does("import", roster, leavers, "--as-at", ONE, *answers, "--yes")
    else:
        assert manager.desk.does("import", roster, "--as-at", ONE, "--yes")[0] == 0
        manager.brings(ONE, leavers, *answers)
    assert manager.holders() == {"1": "Pat Adviser", "2": "Amira Khan"}
    workers = {one["name"]: one["role"] for one in manager.desk.reads("today", "--all-teams")["workers"]}
    assert workers == {"Pat Adviser": "Personal adviser", "Amira Khan": "Social worker"}
    assert manager.desk.reads("worker", "W-7")["children"] == ["1"], "by the number of the roster"
    assert manager.desk.reads("today", "--all-teams")["counts"]["unallocated"] == 0


def test_without_the_list_that_says_when_a_child_was_seen_that_day_stays(manager: Manager) -> None:
    manager.brings(ONE, manager.file(ONE, [child("1")], List_7=[child("1")]))
    manager.brings(TWO, manager.file(TWO, [child("1")]), "--without", "List 7")
    assert manager.board()["1"]["last_seen"] == "2026-11-03"

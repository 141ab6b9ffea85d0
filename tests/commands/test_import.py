"""Lists brought in on the command line: what the file says against what the board shows."""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from oversight_tui.cli import main
from tests.exchange.workbooks import Authority, invented, write

AS_AT = date(2026, 9, 1)


class Desk:
    """A manager at the command line, with a store of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.store = str(folder / "team.oversight")
        self.today = AS_AT

    def does(self, *words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--store", self.store, "--today", self.today.isoformat()])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def reads(self, *words: object) -> Any:
        return json.loads(self.does(*words, "--json")[1])

    def imports(self, *words: object) -> Any:
        return self.reads("import", *words, "--as-at", self.today.isoformat(), "--yes")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture
def authority() -> Authority:
    return invented(60, 3, AS_AT, seed=4)


def warned(told: Any) -> list[str]:
    """What is to be looked at, but for the zeros that some references of the made-up authority begin with."""
    return [one["reason"] for one in told["warnings"] if "leading zeros" not in one["reason"]]


def agrees(desk: Desk, authority: Authority, *options: str) -> None:
    board = desk.reads("today", *options)
    shown = {child["reference"]: child for child in board["children"]}
    team = options[1] if options and options[0] == "--team" else None
    expected = [one for one in authority.open() if team is None or one.team in (team, None)]
    assert set(shown) == {child.reference for child in expected}
    for child in expected:
        row = shown[child.reference]
        assert (row["worker"], row["team"], row["status"]) == (child.worker, child.team, child.status)
        seen = None if child.status == "care_leaver" else child.last_seen
        assert row["last_seen"] == (seen.isoformat() if seen else None)
        assert row["allocated_since"] is None
    assert board["counts"]["unallocated"] == sum(child.worker is None for child in expected)
    assert board["data_as_at"] == desk.today.isoformat()


def test_a_service_of_fifteen_teams_is_on_the_board_as_the_file_has_it(desk: Desk) -> None:
    big = invented(1000, 15, AS_AT)
    path = write(big, desk.folder / "annex.xlsx")
    said = desk.imports(path)
    counts = said["counts"]
    assert counts["new"] == len(big.open())
    assert counts["new"] + counts["closed"] == 1000
    assert (counts["refused"], counts["conflicts"], said["applied"]) == (0, 0, True)
    assert len(said["teams"]) == 15
    agrees(desk, big)
    agrees(desk, big, "--team", "Team C")
    workers = {row["name"]: row["children"] for row in desk.reads("today", "--all-teams")["workers"]}
    assert workers == {name: len(held) for name, held in big.caseloads().items()}


def test_nothing_is_written_before_it_is_accepted_and_the_same_file_twice_changes_nothing(
    desk: Desk, authority: Authority
) -> None:
    path = write(authority, desk.folder / "annex.xlsx")
    code, said, _ = desk.does("import", path, "--as-at", "1/9/2026", "--dry-run")
    assert code == 1
    assert "Nothing was written." in said
    assert not Path(desk.store).exists()
    assert desk.imports(path)["applied"]
    code, said, _ = desk.does("import", path, "--as-at", "1/9/2026", "--dry-run")
    assert code == 0
    assert "imported already" in said


def test_the_next_list_moves_closes_brings_back_and_misses_children(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "september.xlsx"))
    moved, closes, goes, stays = [one for one in authority.open() if one.worker and one.status == "in_need"][:4]
    back = next(one for one in authority.children if one.closed and one.status == "in_need")
    other = next(one.worker for one in authority.open() if one.worker and one.worker != moved.worker)
    desk.today = authority.as_at = AS_AT + timedelta(days=30)
    authority.change(moved.reference, worker=other)
    authority.change(closes.reference, closed=AS_AT + timedelta(days=20))
    authority.change(back.reference, closed=None)
    authority.change(stays.reference, last_seen=AS_AT + timedelta(days=29))
    authority.children = [one for one in authority.children if one.reference != goes.reference]
    path = write(authority, desk.folder / "october.xlsx")
    said = desk.imports(path, "--one", other)
    told = {(line["what"], line["child"]) for line in said["lines"]}
    assert ("reallocated", moved.reference) in told
    assert ("closed", closes.reference) in told
    assert ("reopened", back.reference) in told
    assert ("missing", goes.reference) in told
    assert ("changed", stays.reference) in told
    seen = next(line for line in said["lines"] if line["child"] == stays.reference and line["field"] == "last_seen")
    assert (seen["new"], seen["where"].split("!")[0]) == ("2026-09-30", "List_6")
    counts = said["counts"]
    assert [counts[name] for name in ("new", "reallocated", "closed", "reopened", "missing")] == [0, 1, 1, 1, 1]
    board = desk.reads("today")
    shown = {child["reference"]: child for child in board["children"]}
    assert goes.reference in shown, "a child who is missing from a list is not closed"
    assert closes.reference not in shown
    assert shown[moved.reference]["seen_by"] == "2026-10-01"
    kinds = {(row["kind"], row["child"]) for row in board["attention"]}
    assert ("not_in_latest_list", goes.reference) in kinds


def test_a_column_of_names_is_said_not_to_be_read_and_where_names_are_typed(desk: Desk) -> None:
    path = desk.folder / "caseload.csv"
    path.write_text(
        "Child Unique ID,Child's name,Case status,Allocated Worker\nC-1,Ines,c) Child in need plan,A Khan\n"
    )
    _, said, _ = desk.does("import", path, "--as-at", "1/9/2026", "--dry-run")
    assert "1 column is not read" in said
    assert "Child's name: kept by hand, so that no list changes it; E on a child, or `oversight children name`" in said
    [column] = desk.imports(path)["not_read"]
    assert (column["where"].partition("!")[2], column["value"]) == ("B1", "Child's name")


def test_a_letter_beside_the_words_of_another_status_says_nothing(desk: Desk) -> None:
    """Nobody is taken for a child on a child protection plan, or for one who is not, by a slip in one sign."""
    path = desk.folder / "caseload.csv"
    rows = ("C-1,b) Child in need,A Khan", "C-2,c) Child in need plan,A Khan", "C-3,b) CP - agreed,A Khan")
    path.write_text("Child Unique ID,Case status,Allocated Worker\n" + "\n".join(rows))
    _, said, _ = desk.does("import", path, "--as-at", "1/9/2026", "--dry-run")
    assert "not a status of List 6" in said
    assert said.count("not a status of List 6") == 1
    assert "b) Child in need" in said


def test_lists_that_name_no_team_say_how_old_they_are_and_make_the_data_newer(desk: Desk, authority: Authority) -> None:
    authority.children = [replace(child, team=None) for child in authority.children]
    for day in (AS_AT, AS_AT + timedelta(days=30)):
        desk.today = authority.as_at = day
        desk.imports(write(authority, desk.folder / f"{day}.xlsx"))
        agrees(desk, authority)


@pytest.mark.parametrize("files", [1, 2])
def test_lists_that_change_nothing_are_taken_back_and_brought_back_like_any_other(
    desk: Desk, authority: Authority, files: int
) -> None:
    """All that they do is to make the data newer; of several files read together each does."""

    def brought() -> Any:
        halves = [authority.children[number::files] for number in range(files)]
        parts = [replace(authority, children=half) for half in halves]
        paths = [write(part, desk.folder / f"{desk.today}-{number}.xlsx") for number, part in enumerate(parts)]
        return desk.imports(*paths)

    brought()
    desk.does("note", "add", "Ring school")
    desk.today = authority.as_at = AS_AT + timedelta(days=30)
    before = desk.reads("today")
    assert before["data_as_at"] == AS_AT.isoformat()
    news = desk.reads("changes")
    counts = brought()["counts"]
    assert counts["unchanged"] == len(authority.children)
    after = desk.reads("today")
    assert after["data_as_at"] == desk.today.isoformat()
    assert desk.reads("changes") == news
    for command, shown in (("undo", before), ("redo", after), ("undo", before)):
        said = desk.reads(command, *(["--yes"] if command == "undo" else []))
        assert "the list" in said["says"]
        assert desk.reads("today") == shown
    assert brought()["counts"] == counts
    assert desk.does("verify")[0] == 0


def test_a_status_that_the_next_list_brings_is_news_and_the_one_a_child_came_with_is_none(
    desk: Desk, authority: Authority
) -> None:
    path = desk.folder / "annex.xlsx"
    desk.imports(write(authority, path))
    assert not [one for one in desk.reads("changes") if one["what"].startswith("Status")]
    moved = next(child for child in authority.open() if child.status == "in_need")
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    authority.change(moved.reference, status="protection_plan")
    desk.imports(write(authority, path))
    news = {(one["what"], one["child"]) for one in desk.reads("changes") if one["what"].startswith("Status")}
    assert news == {("Status", moved.reference), ("Status ended", moved.reference)}
    said = " ".join(one["text"] for one in desk.reads("changes") if one["child"] == moved.reference)
    assert "Child protection plan" in said
    assert "Child in need plan" in said


def test_a_child_who_is_in_the_next_list_again_is_missed_no_more(desk: Desk, authority: Authority) -> None:
    whole = list(authority.children)
    goes = next(one for one in authority.open() if one.status == "in_need" and one.worker)
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    authority.children = [one for one in whole if one is not goes]
    assert desk.imports(write(authority, desk.folder / "2.xlsx"))["counts"]["missing"] == 1
    desk.today = authority.as_at = AS_AT + timedelta(days=14)
    authority.children = whole
    assert desk.imports(write(authority, desk.folder / "3.xlsx"))["counts"]["missing"] == 0
    assert not [row for row in desk.reads("today")["attention"] if row["kind"] == "not_in_latest_list"]


def test_only_the_teams_a_manager_names_are_touched(desk: Desk, authority: Authority) -> None:
    path = write(authority, desk.folder / "annex.xlsx")
    said = desk.imports(path, "--team", "team b")
    assert said["teams"] == ["Team B"]
    agrees(desk, authority, "--team", "Team B")
    assert {child["team"] for child in desk.reads("today", "--all-teams")["children"]} == {"Team B", None}
    assert desk.imports(path, "--team", "Team A")["applied"], "another team of the same file is news"


def test_what_the_manager_typed_is_never_touched(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    child = next(one for one in authority.open() if one.worker)
    desk.does("supervision", "hold", child.worker, "--child", child.reference)
    before = desk.reads("child", child.reference)
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    desk.imports(write(authority, desk.folder / "2.xlsx"))
    after = desk.reads("child", child.reference)
    assert [one for one in before["entries"] if one["kind"] == "discussion"] == [
        one for one in after["entries"] if one["kind"] == "discussion"
    ]
    assert after["last_discussed"] == "2026-09-01"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Which day do the lists show?"),
        (["--as-at", "2/9/2026"], "is still to come"),
        (["--as-at", "04/13/2026"], "the day comes first"),
        (["--as-at", "1/9/2026", "--team", "Team Z"], "The file has no team 'Team Z'. It has Team A, Team B, Team C."),
    ],
)
def test_a_mistake_is_a_sentence_and_nothing_is_written(
    desk: Desk, authority: Authority, options: list[str], words: str
) -> None:
    path = write(authority, desk.folder / "annex.xlsx")
    code, _, said = desk.does("import", path, *options, "--yes")
    assert code == 2
    assert words in said
    assert not Path(desk.store).exists() or desk.reads("today")["children"] == []


def test_an_older_list_is_refused_unless_it_is_forced(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    authority.as_at = AS_AT - timedelta(days=30)
    authority.children.pop()
    older = write(authority, desk.folder / "0.xlsx")
    code, _, said = desk.does("import", older, "--as-at", "2/8/2026", "--yes")
    assert code == 2
    assert "What a newer list says holds" in said
    assert desk.does("import", older, "--as-at", "2/8/2026", "--yes", "--force")[0] == 0


def test_nobody_to_ask_means_that_the_option_is_named(desk: Desk, authority: Authority) -> None:
    code, _, said = desk.does("import", write(authority, desk.folder / "1.xlsx"), "--as-at", "1/9/2026")
    assert code == 2
    assert "--dry-run" in said
    assert "--yes" in said


@pytest.mark.parametrize("headings", ["Name,Date of birth,Team,Worker", "Name,DOB,Team", "Name,Allocated worker,Role"])
def test_no_table_of_children_is_taken_for_a_roster(desk: Desk, headings: str) -> None:
    """A name in it is a child's, and eight children would become workers."""
    children = desk.folder / "caseload.csv"
    children.write_text(f"{headings}\nAmy Barton,12/03/2015,North,Ruth Adeyemi\n", encoding="utf-8")
    code, _, complained = desk.does("import", children, "--as-at", "28/8/2026", "--yes")
    assert code == 2
    assert "reads like a caseload table and has no column with the child's reference in the case system" in complained


def test_a_roster_adds_what_no_list_carries(desk: Desk, authority: Authority) -> None:
    name = next(one.worker for one in authority.open() if one.worker)
    roster = desk.folder / "roster.csv"
    roster.write_text(
        "Name,Worker ID,Role,FTE,Newly qualified from,Agency,Starts,Last supervised,Supervisor\n"
        f"{name.upper()},SW1,Social worker,0.6,01/06/2026,no,01/06/2026,28/08/2026,Mary Okoro\n"
        "New Person,SW2,Senior,1,,yes,31/02/2026,,Mary Okoro\n",
        encoding="utf-8",
    )
    absences = desk.folder / "absences.csv"
    absences.write_text(f"name,from,to,reason\n{name},2026-08-30,,sick\nNobody,2026-08-30,,leave\n", encoding="utf-8")
    said = desk.imports(write(authority, desk.folder / "1.xlsx"), roster, absences)
    assert said["refused"][0]["where"] == "roster!G3"
    assert any("no such worker" in one["reason"] for one in said["refused"])
    worker = desk.reads("worker", "SW1")
    assert (worker["fte"], worker["agency"], worker["newly_qualified"]) == (0.6, False, True)
    assert worker["supervision"]["last_held"] == "2026-08-28"
    assert worker["absence"]["reason"] == "sickness"
    again = desk.imports(roster)
    assert not again["applied"], "the same roster twice changes nothing"


def test_a_name_close_to_a_known_one_is_asked_about_and_the_answer_is_remembered(
    desk: Desk, authority: Authority
) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    name = next(one.worker for one in authority.open() if one.worker)
    for child in authority.open():
        if child.worker == name:
            authority.change(child.reference, worker=f"{name}s")
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    path = write(authority, desk.folder / "2.xlsx")
    said = desk.reads("import", path, "--as-at", "8/9/2026", "--dry-run")
    assert any("close to" in one["reason"] and "--same" in one["reason"] for one in said["warnings"])
    said = desk.imports(path, "--same", f"{name}s={name}")
    assert said["counts"]["reallocated"] == 0
    desk.today = authority.as_at = AS_AT + timedelta(days=14)
    again = desk.imports(write(authority, desk.folder / "3.xlsx"))
    assert (again["counts"]["reallocated"], warned(again)) == (0, [])


def test_the_headings_of_every_printed_page_are_neither_children_nor_workers(desk: Desk) -> None:
    page = "Children in need,,,,\nChild Unique ID,CIN Start Date,Case status,Allocated Team,Allocated Worker\n"
    rows = [f"{number},01/08/2026,c) CIN,North,Amira Khan\n" for number in range(1, 4)]
    lists, roster = desk.folder / "list.csv", desk.folder / "roster.csv"
    lists.write_text("".join(page + row for row in rows), encoding="utf-8")
    roster.write_text(
        "Name,Worker ID,Role\nAmira Khan,SW1,\nName,Worker ID,Role\nBen Osei,SW2,Name\n", encoding="utf-8"
    )
    said = desk.imports(lists, roster)
    assert [one["child"] for one in said["lines"] if one["what"] == "new"] == ["1", "2", "3"]
    assert [one["worker"] for one in said["workers"] if one["field"] == "worker"] == ["Amira Khan", "Ben Osei"]
    passed_over = "the headings, or what stands above them, and"
    assert [(one["where"], one["reason"]) for one in said["refused"]] == [
        ("roster!A3", f"row 3 repeats {passed_over} is passed over"),
        ("list!A4", f"rows 4, 5, 7, 8 repeat {passed_over} are passed over"),
    ]


@pytest.mark.parametrize(
    ("references", "remarked"),
    [
        (("00100006", "100004", "100005"), ["100004"]),
        (("00100007", "00100008"), []),
        (("100009", "100010"), []),
        (("1000009", "100010"), []),
        (("00100011", "12345678"), []),
        (("00100012", "C-4"), []),
    ],
    ids=str,
)
def test_references_of_one_file_with_leading_zeros_and_without_are_remarked_on_and_nothing_is_asked(
    desk: Desk, references: tuple[str, ...], remarked: list[str]
) -> None:
    """Only where some are shorter for want of them: whether they are of one system is for the manager to know."""
    path = desk.folder / "list.csv"
    rows = "".join(f"{one},01/08/2026,c) CIN,North,Amira Khan\n" for one in references)
    path.write_text(f"Child Unique ID,CIN Start Date,Case status,Allocated Team,Allocated Worker\n{rows}", "utf-8")
    says = "other references have leading zeros, e.g. "
    preview = desk.does("import", path, "--as-at", desk.today.isoformat(), "--dry-run")[1]
    assert (says in preview) is bool(remarked)
    assert ("100004 (list, row 3" in preview) is bool(remarked)
    told = desk.imports(path)
    found = {one["value"]: one["reason"] for one in told["warnings"] if one["reason"].startswith(says)}
    assert list(found) == remarked
    assert {one.removeprefix(says) for one in found.values()} <= {"00100006; are these of one system?"}
    assert told["counts"]["new"] == len(references)


def test_references_of_one_file_are_not_held_against_those_of_another(desk: Desk) -> None:
    """Two systems may each have their own way with zeros."""
    paths = []
    for name, reference in (("long", "00100006"), ("short", "100004")):
        paths.append(desk.folder / f"{name}.csv")
        head = "Child Unique ID,CIN Start Date,Case status,Allocated Team,Allocated Worker"
        paths[-1].write_text(f"{head}\n{reference},01/08/2026,c) CIN,North,Amira Khan\n", "utf-8")
    preview = desk.does("import", *paths, "--as-at", desk.today.isoformat(), "--dry-run")[1]
    assert "North: 2 new children" in preview
    assert "leading zeros" not in preview


def test_one_name_in_two_teams_is_asked_about_and_whoever_was_told_apart_stays_so(
    desk: Desk, authority: Authority
) -> None:
    north = [one for one in authority.open() if one.team == "Team A"][:3]
    south = [one for one in authority.open() if one.team == "Team B"][:2]
    east = next(one for one in authority.open() if one.team == "Team C")
    for one in (*north, *south):
        authority.change(one.reference, worker="Sarah O'Brien")

    def held() -> dict[str, int]:
        workers = desk.reads("today", "--all-teams")["workers"]
        return {row["name"]: row["children"] for row in workers if row["name"].startswith("Sarah O'Brien")}

    path = write(authority, desk.folder / "1.xlsx")
    _, said, _ = desk.does("import", path, "--as-at", "1/9/2026", "--dry-run")
    asked = (
        "Sarah O'Brien has children in 2 teams: Team A (3), Team B (2). Is that one person? "
        'If so: --one "Sarah O\'Brien"; If not: --two "Sarah O\'Brien".'
    )
    assert asked in said
    code, _, complained = desk.does("import", path, "--as-at", "1/9/2026", "--yes")
    assert (code, asked in complained) == (2, True), "two people are never made one without a word"
    told = desk.imports(path, "--one", "Sarah O'Brien")
    assert held() == {"Sarah O'Brien": 5}
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    assert not warned(desk.imports(write(authority, desk.folder / "one.xlsx"))), "asked once"
    desk.does("undo", "--yes")
    desk.does("undo", "--yes")

    desk.today = authority.as_at = AS_AT
    told = desk.imports(write(authority, desk.folder / "again.xlsx"), "--two", "Sarah O'Brien")
    assert (held(), warned(told)) == ({"Sarah O'Brien (Team A)": 3, "Sarah O'Brien (Team B)": 2}, [])
    desk.today = authority.as_at = AS_AT + timedelta(days=14)
    authority.change(east.reference, worker="Sarah O'Brien")
    authority.change(south[0].reference, team="Team A")
    told = desk.imports(write(authority, desk.folder / "two.xlsx"))
    assert (told["counts"]["reallocated"], warned(told)) == (2, [])
    assert held() == {"Sarah O'Brien (Team A)": 4, "Sarah O'Brien (Team B)": 1, "Sarah O'Brien (Team C)": 1}


def test_whoever_is_known_by_a_name_keeps_it_when_somebody_of_that_name_comes_to_another_team(
    desk: Desk, authority: Authority
) -> None:
    known = next(one for one in authority.open() if one.worker and one.team == "Team A")
    other = next(one for one in authority.open() if one.worker and one.team == "Team B")
    assert known.worker
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    authority.change(other.reference, worker=known.worker)
    path = write(authority, desk.folder / "2.xlsx")
    _, said, _ = desk.does("import", path, "--as-at", "8/9/2026", "--dry-run")
    assert f"--two '{known.worker}'" in said
    roster = desk.folder / "roster.csv"
    rows = f"{known.worker},SW1,Team A\n{known.worker},SW2,Team B\n"
    roster.write_text(f"Name,Worker ID,Team\n{rows}", encoding="utf-8")
    told = desk.reads("import", path, roster, "--as-at", "8/9/2026", "--dry-run")
    assert f"two people, this one as {known.worker} (Team B)" in warned(told)[0]
    assert [line["child"] for line in told["lines"] if line["what"] == "reallocated"] == [other.reference]
    told = desk.imports(path, "--two", known.worker)
    moved = [line["child"] for line in told["lines"] if line["what"] == "reallocated"]
    assert moved == [other.reference], "no child of the one who was known is moved"
    assert desk.reads("child", other.reference)["worker"] == f"{known.worker} (Team B)"
    desk.today = authority.as_at = AS_AT + timedelta(days=14)
    told = desk.imports(write(authority, desk.folder / "3.xlsx"), roster)
    assert (told["counts"]["reallocated"], told["counts"]["workers_new"]) == (0, 0)
    assert not desk.imports(roster)["applied"], "the same roster twice changes nothing"


def test_a_duty_desk_is_no_worker(desk: Desk, authority: Authority) -> None:
    child = next(one for one in authority.open() if one.worker)
    authority.change(child.reference, worker="Referral Coordinator")
    desk.imports(write(authority, desk.folder / "1.xlsx"), "--bucket", "Referral Coordinator")
    page = desk.reads("child", child.reference)
    assert page["worker"] is None
    assert page["allocations"][0]["bucket"] == "duty"
    assert not [row for row in desk.reads("today")["workers"] if row["name"] == "Referral Coordinator"]


SAMPLES = os.environ.get("OVERSIGHT_SAMPLES")


@pytest.mark.skipif(not SAMPLES, reason="OVERSIGHT_SAMPLES names no folder")
def test_the_published_sample_gives_its_caseload(desk: Desk) -> None:
    said = desk.reads(
        "import",
        Path(SAMPLES or "") / "Annex_A_2024_Jan.xlsx",
        "--as-at",
        "16/3/2021",
        "--yes",
        "--today",
        "2021-03-17",
    )
    counts = said["counts"]
    assert (counts["new"], counts["closed"], counts["unallocated"], counts["refused"]) == (17, 6, 5, 0)
    board = desk.reads("today")
    held = {row["name"]: row["children"] for row in board["workers"]}
    assert (held["Petra Wills"], held["Eugene Swift"], len(held)) == (2, 2, 10)
    assert {row["status"] for row in board["children"]} == {"in_need", "protection_plan", "looked_after", "care_leaver"}


@pytest.mark.skipif(not SAMPLES, reason="OVERSIGHT_SAMPLES names no folder")
def test_the_empty_template_says_so_and_nothing_is_missing_because_of_it(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    template = Path(SAMPLES or "") / "ofsted_template_2019-08.xlsx"
    code, said, _ = desk.does("import", template, "--as-at", "1/9/2026", "--yes")
    assert code == 0
    assert "0 children, nothing to import." in said
    assert desk.reads("import", template, "--as-at", "1/9/2026", "--dry-run")["counts"]["missing"] == 0


def test_a_roster_puts_an_opening_date_right_and_overrides_no_session(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    name = next(one.worker for one in authority.open() if one.worker)
    assert name is not None

    def roster(day: str) -> Any:
        path = desk.folder / f"{day.replace('/', '-')}.csv"
        path.write_text(f"Name,Last supervised\n{name},{day}\n")
        return desk.imports(path)

    def last() -> Any:
        workers = desk.reads("today", "--all-teams")["workers"]
        return next(row["supervision"]["last_held"] for row in workers if row["name"] == name)

    for day, held in (("28/08/2026", "2026-08-28"), ("20/08/2026", "2026-08-20")):
        roster(day)
        assert last() == held
    assert desk.does("supervision", "hold", name, "--on", "10/08/2026")[0] == 0
    said = roster("25/08/2026")
    assert last() == "2026-08-10"
    assert [one["reason"] for one in said["warnings"] if "recorded here" in one["reason"]] == [
        "a session of Mon 10 Aug 2026 is recorded here, and no opening date overrides it"
    ]


def test_an_older_list_takes_no_child_back_and_says_so(desk: Desk, authority: Authority) -> None:
    older = invented(60, 3, AS_AT, seed=4)
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    desk.imports(write(authority, desk.folder / "2.xlsx"))
    before = desk.reads("today", "--all-teams")["children"]
    moved, closes, goes = [one for one in older.open() if one.worker and one.status == "in_need"][:3]
    other = next(one.worker for one in older.open() if one.worker and one.worker != moved.worker)
    older.change(moved.reference, worker=other)
    older.change(closes.reference, closed=AS_AT)
    older.children = [one for one in older.children if one.reference != goes.reference]
    path = write(older, desk.folder / "older.xlsx")
    as_at = (AS_AT + timedelta(days=2)).isoformat()
    said = desk.reads("import", path, "--as-at", as_at, "--force", "--yes", "--one", other)
    told = {line["child"] for line in said["lines"]}
    assert not told & {moved.reference, closes.reference, goes.reference}
    assert (said["counts"]["reallocated"], said["counts"]["closed"], said["counts"]["missing"]) == (0, 0, 0)
    assert desk.reads("today", "--all-teams")["children"] == before


def test_a_list_of_before_a_handing_over_says_nothing_of_who_holds_the_child(desk: Desk, authority: Authority) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    child = next(one for one in authority.open() if one.worker and one.status == "in_need")
    to = next(one.worker for one in authority.open() if one.worker and one.worker != child.worker)
    desk.today = AS_AT + timedelta(days=9)
    desk.does("handover", child.reference, "--to", to, "--because", "moved house")
    authority.as_at = AS_AT + timedelta(days=7)
    authority.change(child.reference, last_seen=AS_AT + timedelta(days=6))
    path = write(authority, desk.folder / "2.xlsx")
    said = desk.reads("import", path, "--as-at", authority.as_at.isoformat(), "--yes")
    lines = [(one["what"], one["field"]) for one in said["lines"] if one["child"] == child.reference]
    assert lines == [("changed", "last_seen")]
    assert (said["counts"]["reallocated"], said["counts"]["changed"]) == (0, 1)
    assert desk.reads("child", child.reference)["worker"] == to


def test_when_a_child_was_last_seen_is_not_known_from_a_blank_cell_or_a_day_still_to_come(
    desk: Desk, authority: Authority
) -> None:
    desk.imports(write(authority, desk.folder / "1.xlsx"))
    blank, slip = [one for one in authority.open() if one.worker and one.status == "in_need" and one.last_seen][:2]
    seen = {one.reference: one.last_seen for one in (blank, slip) if one.last_seen}
    desk.today = authority.as_at = AS_AT + timedelta(days=7)
    authority.change(blank.reference, last_seen=None)
    authority.change(slip.reference, last_seen=AS_AT + timedelta(days=366))
    path = write(authority, desk.folder / "2.xlsx")
    said = desk.reads("import", path, "--as-at", desk.today.isoformat(), "--yes")
    assert not set(seen) & {one["child"] for one in said["lines"]}
    assert any("not known in this list" in one["reason"] for one in said["refused"])
    for reference, day in seen.items():
        assert desk.reads("child", reference)["last_seen"] == day.isoformat()


def test_a_roster_or_an_edit_that_makes_a_late_supervision_one_in_time_says_so(
    desk: Desk, authority: Authority
) -> None:
    """Newly qualified since January, not since July: the limit is a month and not two weeks."""
    name = next(one.worker for one in authority.open() if one.worker)
    desk.today = date(2026, 10, 2)

    def roster(since: str) -> Any:
        path = desk.folder / "roster.csv"
        path.write_text(f"Name,Newly qualified from,Last supervised\n{name},{since},10/09/2026\n", encoding="utf-8")
        return desk.imports(path)

    desk.imports(write(authority, desk.folder / "1.xlsx"))
    assert roster("01/07/2026")["warnings"] == []
    (said,) = roster("01/01/2026")["warnings"]
    moved = f"By this the supervision limit of {name} moves from Thu 24 Sep 2026 (8 days past) to Sat 10 Oct 2026."
    assert (said["where"], said["reason"]) == ("roster!B2", moved)
    assert roster("01/07/2026")["warnings"] == [], "a limit that is sooner is a row of the list"
    answer = desk.reads("workers", "edit", name, "--newly-qualified-from", "2026-01-01")
    assert answer["hint"] == moved

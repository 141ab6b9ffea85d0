"""A child whom a list has closed: what is open, or recorded after that, is on the list until it is settled."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from oversight_tui.cli import main
from tests.commands.saying import Says, commands_for, told
from tests.oracle.lists import write_caseload
from tests.oracle.typed import CaseloadImported, ListRow

BEGINNING, CLOSED, LISTED, LATER = date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 20)


class Team:
    """Two workers with a child each; a later list closes the first child."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.store, self.capsys = folder, folder / "team.oversight", capsys
        roster = folder / "roster.csv"
        roster.write_text("name,team,starts\nAnn Bell,North,06/01/2020\nBo Carr,North,06/01/2020\n", "utf-8")
        assert self.on(BEGINNING)("import", roster, "--as-at", BEGINNING, "--yes")[0] == 0
        self.listed(BEGINNING)

    def on(self, day: date) -> Says:
        return commands_for(self.store, day.isoformat(), self.capsys)

    def listed(self, day: date, closed: date | None = None, *options: str) -> str:
        """What bringing in the list of a day says; it may close the first child."""
        rows = (
            ListRow("C1", "Ann Bell", "protection_plan", date(2026, 2, 27), closed),
            ListRow("C2", "Bo Carr", "in_need", day),
        )
        write_caseload(CaseloadImported(rows, day), self.folder / "list.xlsx")
        code, out, _ = self.on(day)("import", self.folder / "list.xlsx", "--as-at", day, *(options or ("--yes",)))
        assert code == 0
        return out

    def rows(self, day: date, child: str = "C1") -> list[dict[str, Any]]:
        return [row for row in told(self.on(day), "today")["attention"] if row["child"] == child]


@pytest.fixture
def team(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    return Team(tmp_path, capsys)


@pytest.fixture
def closed(team: Team) -> Team:
    team.listed(LISTED, CLOSED)
    return team


URGENT = [
    (("worry", "raise", "C1", "Unexplained bruise", "--severity", "5"), "worry"),
    (("children", "date", "C1", "missing_from", "2026-03-10"), "missing_child"),
    (("children", "date", "C1", "strategy_discussion", "2026-03-10"), "section_47"),
    (("discuss", "C1", "--asked", "--text", "Mum rang"), "discussion_open"),
]
IN_ORDER = [
    (("action", "add", "C1", "Ring school", "--owner", "Ann", "--by", "2026-03-10"), "action"),
    (("decide", "C1", "Look again"), "decision_without_because"),
    (("work", "hand-in", "C1", "Plan", "--by", "Ann"), "sign_off"),
    (("escalate", "C1", "No reply", "--to", "Head of service"), "escalation"),
    (("discuss", "C1", "--text", "Mum rang"), "discussion_not_on_file"),
    (("supervision", "hold", "Ann", "--child", "C1"), "to_write_up"),
]


@pytest.mark.parametrize(
    ("typed", "kind", "tier"),
    [*((typed, kind, "urgent") for typed, kind in URGENT), *((typed, kind, "in_order") for typed, kind in IN_ORDER)],
)
def test_what_is_recorded_after_the_closing_is_a_line_and_the_answer_says_that_the_child_is_closed(
    closed: Team, typed: tuple[str, ...], kind: str, tier: str
) -> None:
    said = told(closed.on(LISTED), *typed)
    first = said[0] if isinstance(said, list) else said
    assert "C1 was closed on Mon 9 Mar 2026" in first["hint"]
    for day in (LISTED, LATER):
        lines = [row for row in told(closed.on(day), "today")["attention"] if row["kind"] == kind]
        assert [row["tier"] for row in lines] == [tier]
        if kind != "to_write_up":
            assert (lines[0]["child"], lines[0]["worker"]) == ("C1", "Ann Bell")
            assert "closed on 9 Mar" in lines[0]["summary"]
            assert lines[0]["reason"].startswith("Closed on 9 Mar, ")
    assert closed.on(LATER)("verify")[0] == 0


@pytest.mark.parametrize(
    ("typed", "settled"),
    [
        (
            ("worry", "raise", "C1", "Bruise", "--severity", "5"),
            ("worry", "close", "ID", "--because", "Seen by a doctor"),
        ),
        (("children", "date", "C1", "strategy_discussion", "2026-03-10"), ("children", "end", "C1", "section_47")),
        (("action", "add", "C1", "Ring", "--owner", "Ann", "--by", "2026-03-10"), ("action", "done", "ID")),
    ],
)
def test_the_lines_of_a_closed_child_go_once_they_are_settled_and_no_clock_runs(
    closed: Team, typed: tuple[str, ...], settled: tuple[str, ...]
) -> None:
    says = closed.on(LISTED)
    assert closed.rows(LISTED) == []
    made = told(says, *typed)
    board = told(says, "today")
    assert [row["reference"] for row in board["children"]] == ["C2"]
    assert (board["counts"]["children"], [one["children"] for one in board["workers"]]) == (1, [0, 1])
    assert len(closed.rows(LISTED)) == len(closed.rows(date(2026, 9, 1))) == 1
    more = ("--because", "No concerns") if settled[0] == "children" else ()
    told(says, *(made["id"] if word == "ID" else word for word in settled), *more)
    assert closed.rows(LISTED) == []
    assert says("verify")[0] == 0


def test_what_was_open_when_a_list_closed_the_child_stays_and_the_import_says_that_it_is_open(team: Team) -> None:
    says = team.on(BEGINNING)
    told(says, "worry", "raise", "C1", "Bruise", "--severity", "5")
    told(says, "action", "add", "C1", "Ring school", "--owner", "Ann", "--by", "2026-03-20")
    told(says, "children", "date", "C1", "strategy_discussion", "2026-03-02")
    told(says, "discuss", "C1", "--asked", "--text", "Mum rang")
    before = {(row["kind"], row["tier"]) for row in team.rows(LATER)}
    assert (
        "C1 is closed with 4 things still open, on the list until settled: section 47, worry, action, talk asked for."
        in team.listed(LISTED, CLOSED)
    )
    after = {(row["kind"], row["tier"]) for row in team.rows(LATER)}
    assert after == {(kind, tier) for kind, tier in before if kind not in ("visit", "coverage", "conference")}
    assert {kind for kind, _ in after} >= {"worry", "action", "section_47", "discussion_open"}
    assert [row["text"] for row in told(says, "action", "list")] == ["Ring school"]
    assert told(team.on(LISTED), "child", "C1")["closed_on"] == CLOSED.isoformat()
    assert "Section 47 enquiry" in " ".join(told(team.on(LISTED), "child", "C1")["timescales"])


def test_the_dry_run_says_how_much_is_open_and_a_list_that_closes_nobody_says_nothing(team: Team) -> None:
    told(team.on(BEGINNING), "worry", "raise", "C1", "Bruise")
    assert "still open" not in team.listed(LISTED)
    write_caseload(
        CaseloadImported((ListRow("C1", "Ann Bell", "in_need", None, CLOSED),), LATER), team.folder / "list.xlsx"
    )
    code, out, _ = team.on(LATER)("import", team.folder / "list.xlsx", "--as-at", LATER, "--dry-run", "--json")
    assert (code, json.loads(out)["still_open"]) == (1, [{"child": "C1", "things": ["worry"]}])


def test_undoing_the_closing_gives_back_the_very_list_of_before(team: Team) -> None:
    told(team.on(BEGINNING), "worry", "raise", "C1", "Bruise", "--severity", "5")
    before = told(team.on(LATER), "today")
    team.listed(LISTED, CLOSED)
    told(team.on(LATER), "undo", "--yes")
    assert told(team.on(LATER), "today") == before
    assert team.on(LATER)("verify")[0] == 0


def test_a_closed_child_is_a_line_on_the_board_of_the_last_team_alone(
    closed: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    told(closed.on(LISTED), "worry", "raise", "C1", "Bruise", "--severity", "5")
    away = closed.folder / "south.csv"
    away.write_text("name,team\nXena Dunn,South\n", "utf-8")
    assert (
        main(
            [
                "import",
                str(away),
                "--each-row",
                "worker",
                "--as-at",
                "2026-03-10",
                "--yes",
                "--store",
                str(closed.store),
            ]
        )
        == 0
    )
    capsys.readouterr()
    for team, expected in (("North", ["worry"]), ("South", [])):
        lines = [row for row in told(closed.on(LISTED), "today", "--team", team)["attention"] if row["child"] == "C1"]
        assert [row["kind"] for row in lines] == expected


def test_handing_over_a_closed_child_is_asked_and_the_child_is_open_with_the_status_that_was_known(
    closed: Team,
) -> None:
    says = closed.on(LATER)
    for to in (("--to", "Bo"), ("--bucket", "duty")):
        code, _, complaint = says("handover", "C1", *to)
        assert (code, "C1 was closed on Mon 9 Mar 2026" in complaint, "--yes" in complaint) == (2, True, True)
    assert [row["reference"] for row in told(says, "today")["children"]] == ["C2"]
    before = told(says, "today")
    made = told(says, "handover", "C1", "--to", "Bo", "--yes")
    assert "is open again, child protection plan as before" in made["says"]
    (child,) = [row for row in told(says, "today")["children"] if row["reference"] == "C1"]
    assert (child["worker"], child["status"]) == ("Bo Carr", "protection_plan")
    assert {(row["kind"], row["tier"]) for row in closed.rows(LATER)} >= {("visit", "urgent")}
    assert says("verify")[0] == 0
    told(says, "undo", "--yes")
    assert told(says, "today") == before
    assert says("verify")[0] == 0


def test_a_handing_over_of_before_the_closing_opens_nothing_and_is_not_asked(closed: Team) -> None:
    said = told(closed.on(LATER), "handover", "C1", "--to", "Bo", "--on", "2026-03-05")
    assert "closed after that and stays closed" in said["says"]
    assert [row["reference"] for row in told(closed.on(LATER), "today")["children"]] == ["C2"]


def test_the_end_of_a_plan_says_that_the_list_still_has_it_and_the_visits_go_on(team: Team) -> None:
    says = team.on(BEGINNING)
    said = told(says, "children", "end", "C1", "protection_plan", "--because", "Risk is down")
    assert "The list still says child protection plan" in said["hint"]
    assert {(row["kind"], row["tier"]) for row in team.rows(LATER)} >= {("visit", "urgent")}


def test_a_handing_over_of_before_the_newest_list_says_what_that_list_has(team: Team) -> None:
    team.listed(LISTED)
    said = told(team.on(LATER), "handover", "C1", "--to", "Bo", "--on", "2026-03-05")
    assert "The list of Tue 10 Mar 2026 has C1 with Ann Bell" in said["hint"]
    assert "hint" not in told(
        team.on(LATER), "handover", "C2", "--to", "Ann", "--on", "2026-03-11", "--because", "Ann knows them"
    )


def test_a_closed_child_who_is_put_on_duty_is_on_the_board_of_the_last_team(closed: Team) -> None:
    told(closed.on(LATER), "handover", "C1", "--bucket", "duty", "--yes")
    (child,) = [one for one in told(closed.on(LATER), "today")["children"] if one["reference"] == "C1"]
    assert (child["worker"], child["team"]) == (None, "North")

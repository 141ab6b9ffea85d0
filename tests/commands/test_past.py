"""A manager looks at the team as it stood: what had happened by a past day, and what had been recorded by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from db import open_store
from tests.commands.saying import Says, commands_for, told
from tests.oracle.past import ClockOfTheDay, use_clock

JUNE = "2026-06-30"


class Desk:
    """Ann of North holds C-1 and C-2 from 1 June on, Zoe of South nobody. What is typed is recorded on its own day."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.capsys = path, capsys
        self.types("2026-06-01", "mine", "Mary Hall")
        roster = path.with_suffix(".csv")
        roster.write_text("name,team,starts\nAnn Bell,North,05/01/2026\nZoe Quill,South,05/01/2026\n")
        self.says("2026-06-01")("import", str(roster), "--as-at", "2026-06-01", "--yes")
        for child in ("C-1", "C-2"):
            self.types("2026-06-01", "children", "add", child, "--worker", "Ann")

    def says(self, day: str) -> Says:
        ClockOfTheDay.at = date.fromisoformat(day)
        return commands_for(self.path, day, self.capsys)

    def types(self, day: str, *words: str) -> str:
        """The id of what was recorded on that day."""
        code, out, err = self.says(day)(*words, "--json")
        assert code == 0, err
        return out.partition('"id": "')[2].partition('"')[0]

    def board(self, day: str, *words: str) -> Any:
        return told(self.says(day), "today", "--team", "North", *words)

    def lines(self, day: str, *words: str) -> list[tuple[str, str | None]]:
        return [(row["kind"], row["child"]) for row in self.board(day, *words)["attention"]]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    use_clock(monkeypatch)
    path = tmp_path / "team.oversight"
    open_store(path).close()
    return Desk(path, capsys)


def test_a_child_handed_to_another_team_since_was_here_then_with_what_was_open(desk: Desk) -> None:
    desk.types("2026-06-10", "worry", "raise", "C-1", "Out after dark", "--severity", "5")
    desk.types("2026-07-06", "handover", "C-1", "--to", "Zoe", "--on", "2026-07-06")
    desk.types("2026-07-07", "worry", "raise", "C-2", "Later", "--severity", "5")
    assert ("worry", "C-1") in desk.lines(JUNE)
    assert ("worry", "C-2") not in desk.lines(JUNE)
    assert [row["reference"] for row in desk.board(JUNE)["children"]] == ["C-1", "C-2"]
    assert [row["reference"] for row in desk.board("2026-07-07")["children"]] == ["C-2"]


def test_an_action_of_a_worker_about_a_child_elsewhere_was_on_the_workers_board(desk: Desk) -> None:
    desk.types("2026-06-02", "children", "add", "C-9", "--worker", "Zoe")
    action = desk.types("2026-06-10", "action", "add", "C-9", "Ring gran", "--owner", "Ann", "--by", "2026-06-20")
    desk.types("2026-07-06", "action", "done", action)
    assert ("action", "C-9") in desk.lines(JUNE)
    assert ("action", "C-9") not in desk.lines("2026-07-06")


def test_what_was_typed_late_had_happened_and_had_not_been_recorded(desk: Desk) -> None:
    desk.types("2026-07-06", "discuss", "C-1", "--text", "Gran rang", "--on", "2026-06-20")
    assert desk.board(JUNE)["children"][0]["last_discussed"] == "2026-06-20"
    recorded = desk.board("2026-11-01", "--recorded-by", JUNE)
    assert (recorded["as_of"], recorded["recorded_by"]) == ("2026-11-01", JUNE)
    assert recorded["children"][0]["last_discussed"] is None
    assert desk.board("2026-07-06")["recorded_by"] is None


def test_a_session_that_was_moved_later_stood_for_its_first_day(desk: Desk) -> None:
    desk.types("2026-06-10", "supervision", "plan", "Ann", "--on", "2026-07-03")
    desk.types("2026-07-01", "supervision", "move", "Ann", "--on", "2026-07-03", "--to", "2026-07-20")
    desk.types("2026-07-02", "discuss", "C-1", "--text", "Gran rang")
    (then,) = desk.board(JUNE)["workers"]
    assert then["supervision"]["next_planned"] == "2026-07-03"
    (now,) = desk.board("2026-07-02")["workers"]
    assert now["supervision"]["next_planned"] == "2026-07-20"


def test_the_limits_of_that_day_hold_for_it(desk: Desk, tmp_path: Path) -> None:
    desk.types("2026-06-25", "supervision", "hold", "Ann", "--on", "2026-06-15")
    policy = tmp_path / "policy.toml"
    policy.write_text('[supervision]\nideal = "1 week"\nlimit = "1 week"\n')
    desk.types("2026-07-06", "policy", "import", str(policy))
    (then,) = desk.board(JUNE)["workers"]
    assert then["supervision"]["limit_by"] == "2026-07-15"


def test_what_was_marked_as_sensitive_since_is_hidden_then_too(desk: Desk) -> None:
    worry = desk.types("2026-06-10", "worry", "raise", "C-1", "Secret words", "--severity", "5")
    desk.types("2026-07-06", "mark", worry, "sensitive")
    for asked in ((), ("--recorded-by", JUNE)):
        code, out, _ = desk.says(JUNE)("today", *asked)
        assert (code, "Secret words" in out) == (0, False)
        code, out, _ = desk.says(JUNE)("child", "C-1", *asked)
        assert (code, "Secret words" in out) == (0, False)


def test_words_that_were_on_the_wrong_childs_page_are_not_read_there_again(desk: Desk) -> None:
    talk = desk.types("2026-06-10", "discuss", "C-1", "--text", "About the other one")
    desk.types("2026-07-06", "correct", talk, "--child", "C-2")
    code, out, _ = desk.says("2026-07-07")("child", "C-1", "--recorded-by", JUNE)
    assert (code, "About the other one" in out) == (0, False)
    code, out, _ = desk.says("2026-07-07")("today", "--recorded-by", JUNE)
    assert (code, "About the other one" in out, "C-1" in out) == (0, False, True)


def test_a_page_of_a_past_day_says_what_it_leaves_out(desk: Desk) -> None:
    desk.types("2026-06-10", "discuss", "C-1", "--text", "In June")
    desk.types("2026-07-06", "discuss", "C-1", "--text", "In July")
    code, out, _ = desk.says(JUNE)("child", "C-1")
    assert (code, "In June" in out, "In July" in out) == (0, True, False)
    assert "As at Tue 30 Jun 2026. 1 entry of after Tue 30 Jun 2026 is not shown." in out
    page = told(desk.says(JUNE), "worker", "Ann")
    assert (page["not_shown"], page["recorded_by"]) == (0, None)
    code, _, err = desk.says("2026-05-01")("child", "C-1")
    assert (code, err) == (2, "This child was not in the store on Fri 1 May 2026. A later day has them.\n")


def test_the_head_of_a_past_list_says_so_in_words(desk: Desk) -> None:
    desk.types("2026-07-06", "discuss", "C-1", "--text", "Gran rang")
    said = {asked: desk.says(JUNE)("today", *asked)[1] for asked in ((), ("--print",))}
    assert all("as at Tue 30 Jun 2026" in one for one in said.values())
    assert "as at Mon 6 Jul" not in desk.says("2026-07-06")("today")[1]
    assert "as recorded by Tue 30 Jun 2026" in desk.says("2026-07-06")("today", "--recorded-by", JUNE)[1]


def test_tables_digest_agenda_and_regularity_are_of_that_day(desk: Desk, tmp_path: Path) -> None:
    desk.types("2026-06-10", "discuss", "C-1", "--text", "In June")
    desk.types("2026-07-06", "discuss", "C-1", "--text", "In July")
    desk.types("2026-07-06", "supervision", "hold", "Ann", "--on", "2026-07-06")
    written = tmp_path / "tables.xlsx"
    desk.types(JUNE, "export", "tables", "--to", str(written), "--list", "discussions")
    rows = openpyxl.load_workbook(written)["discussions"].iter_rows(values_only=True)
    assert {cell for row in rows for cell in row} & {"In June", "In July"} == {"In June"}
    assert "1 child discussed" not in desk.says(JUNE)("export", "digest")[1]
    regular = {one["worker"]: one for one in told(desk.says(JUNE), "regularity")["workers"]}
    assert regular["Ann Bell"]["held"] == []
    assert told(desk.says(JUNE), "agenda", "Ann")["worker"] == "Ann Bell"


def test_line_of_sight_its_months_its_outlook_and_its_report_are_of_what_had_been_recorded(
    desk: Desk, tmp_path: Path
) -> None:
    desk.types("2026-06-10", "discuss", "C-1", "--text", "In June")
    desk.types("2026-07-20", "discuss", "C-2", "--text", "Told late", "--on", "2026-06-20")
    desk.types("2026-07-20", "supervision", "hold", "Ann", "--on", "2026-06-15")
    now, then = desk.says("2026-08-03"), ("--recorded-by", "2026-07-06", "--team", "North")

    def june(*asked: str) -> Any:
        ((team,),) = [told(now, "sight", "--team", "North", *asked)["teams"]]
        first = team["trend"][0]
        return first["month"], first["sessions_held"], first["discussed"]["in_time"]

    assert (june(), june("--recorded-by", "2026-07-06")) == (("2026-06", 1, 2), ("2026-06", 0, 1))
    (outlook,) = told(now, "outlook", *then)["teams"]
    assert (outlook["recorded_by"], outlook["today"]["workers"][0]["children"]) == ("2026-07-06", 2)
    assert "had been recorded by Mon 6 Jul 2026" in now("outlook", *then)[1]
    path = tmp_path / "sight.html"
    assert now("export", "sight", "--to", str(path), *then)[0] == 0
    assert "it is told by what had been recorded by Mon 6 Jul 2026" in path.read_text()
    assert june() == ("2026-06", 1, 2)


def test_sessions_with_workers_of_another_team_are_no_supervisors_of_this_one(desk: Desk) -> None:
    desk.types("2026-06-10", "supervision", "hold", "Zoe", "--on", "2026-06-09")
    desk.types("2026-06-12", "supervision", "hold", "Ann", "--on", "2026-06-11")
    desk.types("2026-07-06", "discuss", "C-1", "--text", "Later")
    for day in (JUNE, "2026-07-06"):
        for team, held in (("North", 1), ("South", 1)):
            (mine,) = told(desk.says(day), "sight", "--team", team)["supervisors"]
            assert (mine["sessions_held"], mine["sessions_to_hold"]) == (held, held), (day, team)


@pytest.mark.parametrize(
    "typed", [("decide", "C-1", "x"), ("undo",), ("export", "child", "C-1", "--to", "x.pdf"), ("journal",)]
)
def test_nothing_is_recorded_while_one_looks_back(desk: Desk, typed: tuple[str, ...]) -> None:
    code, out, err = desk.says("2026-07-06")(*typed, "--recorded-by", JUNE)
    assert (code, out) == (2, "")
    assert err.startswith("--recorded-by looks back, and nothing is recorded with it")


def test_a_past_day_can_still_be_recorded_on(desk: Desk) -> None:
    desk.types("2026-07-06", "discuss", "C-1", "--text", "Later")
    desk.types(JUNE, "discuss", "C-2", "--text", "Then")
    assert desk.board(JUNE)["children"][1]["last_discussed"] == JUNE

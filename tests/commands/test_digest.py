"""A manager sends the service manager the week in an e-mail, which is no place for a child's name."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.services.exporting.face import MADE_UP
from tests.commands.saying import Says, commands_for, told


@pytest.fixture
def of_the_team(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), "2026-11-23", capsys)


def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(tmp_path / "config.toml"))


def printed(says: Says, *more: str) -> str:
    code, out, complaint = says("export", "digest", *more)
    assert (code, complaint) == (0, "")
    return out


def everybody(path: Path) -> Iterator[str]:
    """Every word of every name of a worker or child of the store, but of the manager whose e-mail it is."""
    store = open_store(path, create=False)
    with store.reading():
        rows = store.rows("SELECT name FROM worker_now UNION SELECT name FROM child_now WHERE name IS NOT NULL")
    store.close()
    for (name,) in rows:
        if name != "Angela Brathwaite":
            yield from str(name).split()


def test_its_counts_are_the_boards_and_its_lines_fit_an_email(of_the_team: Says) -> None:
    said = printed(of_the_team)
    board = told(of_the_team, "today")
    counts = board["counts"]
    late = sum(row["state"] in ("overdue", "never") for row in board["attention"])
    assert (
        f"{counts['urgent']} urgent, {counts['overdue']} overdue, {counts['due']} due, {counts['never']} never" in said
    )
    assert f"{counts['children']} children with {counts['workers']} workers" in said.replace("\n  ", " ")
    assert f"WHAT IS LATE OR WAS NEVER DONE: {late}\n" in said
    assert len(re.findall(r"^- .*: (?:\d+ days? over|never)$", printed(of_the_team, "--names"), re.MULTILINE)) == late
    ahead = told(of_the_team, "today", "--ahead", "7")["ahead"]
    assert f"WHAT COMES, Tue 24 Nov to Mon 30 Nov: {len(ahead)}\n" in said
    assert max(map(len, said.splitlines())) <= 78
    assert said.isascii()
    assert (said.splitlines()[0], said.splitlines()[-1]) == (f"OFFICIAL-SENSITIVE: {MADE_UP}",) * 2


def test_it_names_nobody_unless_that_is_asked_for(of_the_team: Says, tmp_path: Path) -> None:
    said = printed(of_the_team)
    assert re.search(r"C-\d{4}", said)
    named = {name for name in everybody(tmp_path / "team.oversight") if re.search(rf"\b{re.escape(name)}\b", said)}
    assert named == set()
    assert "Comfort Asante" in printed(of_the_team, "--names")
    assert "Siân Llewellyn" in printed(of_the_team, "--names")


def test_without_names_workers_are_counted_where_a_line_each_would_say_nothing(of_the_team: Says) -> None:
    said, ahead = printed(of_the_team), told(of_the_team, "today", "--ahead", "7")["ahead"]
    late = [
        row["days_over"]
        for row in told(of_the_team, "today")["attention"]
        if row["kind"] == "supervision" and row["days_over"]
    ]
    assert len(late) > 1
    assert f"- {len(late)} workers: supervision over the limit, the longest {max(late)} days\n" in said
    on_friday = sum(row["on"] == "2026-11-27" and row["what"] == "supervision ideal" for row in ahead)
    assert f"- Fri 27 Nov, supervision ideal: {on_friday} workers\n" in said
    assert re.findall(r"^- Supervision: \d+ days? over$|, supervision (?:limit|ideal)$", said, re.MULTILINE) == []


def test_where_the_settings_say_numbers_it_has_nobody_in_it(
    of_the_team: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(tmp_path, monkeypatch, 'digest_shows = "counts"\n')
    for said in (printed(of_the_team), printed(of_the_team, "--without-names")):
        assert re.findall(r"C-\d{4}|Harbour|Asante", said) == []
        assert "- Supervision: 2\n" in said
    settings(tmp_path, monkeypatch, 'digest_shows = "names"\n')
    assert "Asante" in printed(of_the_team)
    assert "Asante" not in printed(of_the_team, "--without-names")
    settings(tmp_path, monkeypatch, 'digest_shows = "all"\n')
    code, _, complaint = of_the_team("export", "digest")
    assert (code, "'digest_shows' takes one of" in complaint) == (2, True)


def test_no_word_that_anybody_typed_and_nothing_of_a_workers_own_file_goes_out(says: Says) -> None:
    says("worry", "raise", "C-1", "Secret one", "--severity", "5", "--review", "2026-10-06")
    says("action", "add", "Amira Khan", "Secret two", "--owner", "Secret Three", "--by", "2026-10-06")
    says("decide", "Ben Ortiz", "Secret four", "--because", "Secret five", "--review", "2026-10-07")
    says("escalate", "Amira Khan", "Secret six", "--to", "Legal", "--on", "2026-09-01")
    said = printed(says, "--names")
    assert "\n- Escalation: " in said
    assert re.findall(r"Secret|Escalation.*Khan|Khan.*action|action.*Khan|review.*Ortiz", said) == []
    assert "worry review C-1" in said


def test_what_was_decided_about_a_worker_is_no_number_of_the_week_and_no_day_to_come(says: Says) -> None:
    before = printed(says, "--names").split("WHERE WE STAND")[0]
    says("decide", "Amira Khan", "Secret one", "--because", "Secret two")
    done = told(says, "action", "add", "Amira Khan", "Secret", "--owner", "Amira Khan", "--by", "2026-10-06")["id"]
    says("action", "done", done)
    says("escalate", "Amira Khan", "Secret four", "--to", "Legal")
    said = printed(says, "--names")
    assert said.split("WHERE WE STAND")[0] == before
    assert re.findall(r", escalation.*", said) == [", escalation"]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-09-25", "0 decisions"),
        ("2026-09-26", "1 decision."),
        ("2026-10-02", "1 decision."),
        ("2026-10-03", "0 d"),
    ],
)
def test_the_week_is_the_seven_days_that_end_today(says: Says, on: str, said: str) -> None:
    code, _, complaint = says("decide", "C-1", "See her", "--because", "Nobody has", "--on", on)
    assert said in printed(says), complaint
    assert (code == 2) == (on == "2026-10-03")


def test_what_the_week_brought_is_counted_once_and_not_where_it_was_taken_back(says: Says) -> None:
    says("supervision", "hold", "Amira Khan", "--child", "C-1", "--child", "C-2")
    says("discuss", "C-1", "--text", "Rang the school")
    says("discuss", "C-4", "--text", "Ring the nurse", "--asked")
    says("opening", "C-3", "--on", "2026-10-01")
    done = told(says, "action", "add", "C-1", "Ring", "--owner", "Amira Khan", "--by", "fri")["id"]
    says("action", "done", done)
    dropped = told(says, "action", "add", "C-1", "Write", "--owner", "Amira Khan", "--by", "fri")["id"]
    says("action", "drop", dropped, "--because", "Said on the phone")
    says("worry", "raise", "C-1", "Out late")
    says("undo")
    said = printed(says)
    assert "- Supervision: 1 session held, 0 cancelled.\n- 2 children discussed; 0 decisions.\n" in said
    assert "- Actions: 2 agreed, 1 done.\n- Worries: 0 raised, 0 closed.\n" in said


def test_it_is_in_the_journal_and_written_to_a_file_that_is_not_there_yet(says: Says, tmp_path: Path) -> None:
    text = printed(says)
    said = told(says, "export", "digest", "--to", str(tmp_path / "week.txt"))
    assert (tmp_path / "week.txt").read_text("utf-8") == text
    assert (said["shows"], said["week"]["sessions_held"]) == ("references", 0)
    assert told(says, "export", "digest")["text"] == text.removesuffix("\n")
    code, _, complaint = says("export", "digest", "--to", tmp_path / "week.txt")
    assert (code, "--replace" in complaint) == (2, True)
    lines = [row["after"] for row in told(says, "journal") if row["what"] == "exported"]
    assert [(line["export"], line["shows"]) for line in lines] == [("digest", "references")] * 3

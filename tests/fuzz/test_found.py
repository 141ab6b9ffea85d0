"""What the campaigns found, each shown absent: a sentence instead of a fault, and nothing that steers a terminal."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3
from textual import events

from db import open_store
from oversight_tui.exchange.cells import CellProblem, day
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.policy import PolicyProblem, parse_policy, policy_as_toml
from oversight_tui.words.dates import DateProblem, parse_date
from tests.db.test_board_facts import import_team
from tests.engines import named
from tests.engines.past_the_program import past_the_program
from tests.fuzz.campaign import steers, told
from tests.ui.manager import sitting

TODAY = date(2026, 10, 2)
Says = Callable[..., tuple[int, str, str]]
NESTED = "a = " + "[" * 5000
LONG = "x" * 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    store.close()
    return store.path


@pytest.fixture
def says(path: Path) -> Says:
    return lambda *words: told("--store", str(path), "--today", TODAY.isoformat(), *words)


@pytest.mark.parametrize("number", [str(2**63), "9" * 25, "9" * 5000], ids=["2^63", "25 digits", "5,000 digits"])
def test_a_number_larger_than_any_id_is_no_entry(says: Says, number: str) -> None:
    for words in (("because", number, "Why"), ("withdraw", number, "--because", "x"), ("copy", number)):
        code, _, complaint = says(*words)
        assert (code, "There is no" in complaint) == (2, True)
    assert says("children", "date", "C-1", "visit_interval", number, "--because", "x")[0] == 2
    assert says("today", "--ahead", number)[2].startswith("--ahead takes a number of days")


@pytest.mark.parametrize("number", ["401", "9" * 25])
def test_an_agenda_does_not_look_further_than_anybody_plans(says: Says, number: str) -> None:
    code, _, complaint = says("agenda", "Amira", "--sessions", number)
    assert (code, complaint) == (2, "Sessions, minutes and children are numbers from 1 to 400.\n")


def test_a_length_of_time_ends_with_the_calendar_at_the_latest() -> None:
    assert Interval.parse("999 months").after(date(9990, 1, 31)) == date.max
    assert Interval.parse("1 day").after(date.max) == date.max


def test_a_complaint_about_an_option_does_not_repeat_all_of_it(says: Says) -> None:
    assert len(says("agenda", "Amira", "--sessions", "9" * 5000)[2]) < 300


def test_a_place_that_no_store_can_have_is_refused(says: Says) -> None:
    code, _, complaint = says("today", "--store", LONG)
    assert (code, "cannot be opened" in complaint) == (2, True)
    assert says("where", "--store", LONG)[0] == 0
    assert "~nobody-here" in says("where", "--store", "~nobody-here/team")[1]


def test_words_about_a_worker_are_cleaned_before_they_are_kept(says: Says, path: Path) -> None:
    limit = ("--own-limit", " 2 WEEKS", "--own-until", "+8w")
    assert says("workers", "edit", "Amira", "--role", "Social\udc80\x1b]0;x\x07 worker", *limit)[0] == 0
    with closing(open_store(path)) as store:
        assert store.rows("SELECT role, own_limit FROM worker_now WHERE name = 'Amira Khan'") == [
            ("Social]0;x worker", "2 weeks")
        ]


@pytest.mark.parametrize("typed", ["-9999w", "9999-12-31", "1/7"])
def test_a_day_before_1900_or_after_2999_is_refused(typed: str) -> None:
    with pytest.raises(DateProblem):
        parse_date(typed, date(1900, 2, 1))


@pytest.mark.parametrize("cell", [2_958_465, date(9998, 1, 1), date(1899, 12, 30)])
def test_a_cell_with_such_a_day_is_dropped_with_the_reason(cell: int | date) -> None:
    for counts_from_1904 in (True, False):
        if cell != 2_958_465 or counts_from_1904:  # the last day of 9999 stands for no date at all
            with pytest.raises(CellProblem):
                day(cell, counts_from_1904=counts_from_1904)


@pytest.mark.parametrize("written", [NESTED, f"a = {'9' * 5000}"], ids=["brackets in brackets", "5,000 digits"])
def test_settings_and_numbers_too_deep_or_too_long_are_refused(
    written: str, says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "written.toml"
    file.write_text(written, "utf-8")
    assert says("policy", "import", str(file))[2].startswith("The policy is not readable as TOML: ")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(file))
    code, _, complaint = says("keys")
    assert (code, f"The settings file {file} is not readable as TOML: " in complaint) == (2, True)


def test_a_number_no_clock_can_count_is_refused(says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[spreadsheet]\ntimeout_seconds = {10**30}\n", "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(file))
    assert says("keys")[2].count("'timeout_seconds' in [spreadsheet] takes a whole number of 1 or more, at most") == 1


@pytest.mark.parametrize("kind", ['"a b" = "Ask"', '"" = "Ask"', '"x\\"y" = "Ask"', f'x = "{LONG}"'])
def test_a_kind_of_decision_that_could_not_be_read_back_is_refused(kind: str) -> None:
    with pytest.raises(PolicyProblem, match="A kind of decision is"):
        parse_policy(f"[decision_kinds]\n{kind}")


def test_the_words_of_a_kind_of_decision_stay_on_their_line() -> None:
    policy = parse_policy('[decision_kinds]\nlegal = "Take\\nlegal \\u001b[2J \\"advice\\""')
    assert parse_policy(policy_as_toml(policy)).decision_kinds["legal"] == 'Take legal [2J "advice"'


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_or_a_device_is_not_read_for_ever(says: Says, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for endless in (pipe, Path("/dev/zero")):
        assert "no file but a device or a pipe" in says("import", str(endless), "--dry-run")[2]
        assert "cannot be read" in says("policy", "import", str(endless))[2]


@pytest.mark.parametrize("table", ["child_now", "journal_content", "action"])
def test_a_store_with_dates_or_contents_that_are_none_says_that_it_is_damaged(
    says: Says, path: Path, table: str
) -> None:
    assert says("action", "add", "C-1", "Ring school", "--owner", "Amira", "--by", "fri")[0] == 0
    column = {"child_now": "status_since", "journal_content": "after", "action": "due_on"}[table]
    with past_the_program(open_store(path)) as change:
        change(f"UPDATE {table} SET {column} = '2026-1z-01' WHERE {column} IS NOT NULL")
    code, _, complaint = says("journal", "--json") if table == "journal_content" else says("child", "C-1")
    assert (code, "so it is damaged" in complaint) == (2, True)


@pytest.mark.file_store("it damages the file")
def test_a_damaged_name_in_the_schema_says_that_the_store_is_damaged(says: Says, path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    path.write_bytes(path.read_bytes().replace(b"CREATE", b"CR\xffATE"))
    code, _, complaint = says("today")
    assert (code, "damaged" in complaint) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_under_the_output_is_said(path: Path) -> None:
    command = [sys.executable, "-m", "oversight_tui", "today", *named(path), "--today", TODAY.isoformat()]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "Not everything could be printed: No space left on device.\n")


async def test_what_is_pasted_is_painted_without_what_steers(path: Path) -> None:
    copied = "Seen\x01 at \x9b2Jhome\u202e \u2066today\x7f\ud800"
    async with sitting(path, TODAY) as manager:
        await manager.presses("n", "d", "v")
        manager.app.post_message(events.Paste(copied))
        await manager.settles()
        manager.sees("Seen at 2Jhome today")
        await manager.presses("escape", "slash")
        manager.app.post_message(events.Paste(copied))
        await manager.settles()
        assert not {sign for sign in manager.text if steers(sign) and sign != "\n"}

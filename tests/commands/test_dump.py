"""A manager whose computer is being taken away writes everything into one file, and goes on from it on another."""

import hashlib
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import open_store, whole_rows
from db.verification import verify
from tests.commands.saying import Says, commands_for, told

HOSTILE = (
    '=HYPERLINK("http://x")',
    "\x1b[31mred",
    "‮evil",
    '"],["',
    "{}\\n]}\n",
    "a\x00b",
    "Zoë 👩‍👧 ᚠ",
    "[/]",
    "\u2028",
)
TODAY = "2026-10-02"


def everything_in(path: Path) -> dict[str, list[tuple[whole_rows.Cell, ...]]]:
    store = open_store(path, create=False)
    with store.reading():
        found = {name: [tuple(row) for row in whole_rows.rows_of(store, name)] for name in whole_rows.tables()}
    store.close()
    return found


@pytest.fixture
def dumped(says: Says, tmp_path: Path) -> Path:
    says("decide", "C-1", "See him this week", "--because", "Nobody has")
    says("personal", "Amira Khan", "wellbeing", "Tired, and says so")
    assert says("export", "dump", "--to", tmp_path / "all.json", "--personal")[0] == 0
    return tmp_path / "all.json"


def loading(file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Read a dump into a new store beside it."""
    return commands_for(file.with_name("new.oversight"), TODAY, capsys)("load", file)


def sealed_again(text: str) -> str:
    """A dump that somebody changed, and who knew how its last line is made."""
    before = text[: text.rindex('"sha256"')]
    return f'{before}"sha256": "{hashlib.sha256(before.encode()).hexdigest()}"\n}}\n'


def test_a_year_of_records_goes_round_and_is_the_same_team(
    a_year_of_two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "team.oversight", tmp_path / "new.oversight"
    here, there = (commands_for(path, "2026-11-23", capsys) for path in (old, new))
    shutil.copy(a_year_of_two, old)
    assert here("export", "dump", "--to", tmp_path / "all.json", "--personal")[0] == 0
    code, said, _ = there("load", tmp_path / "all.json")
    assert (code, "Read into the new store" in said) == (0, True)
    first = next(row for row in told(here, "today")["attention"] if row["child"])
    for question in (("today",), ("child", first["child"]), ("worker", first["worker"], "--personal")):
        assert told(here, *question) == told(there, *question)
    written = json.loads((tmp_path / "all.json").read_text("utf-8"))["end"]["journal"]["seq"]
    before, after = (told(one, "journal", "--personal")[:written] for one in (here, there))
    assert before == after
    assert "loaded" in [row["what"] for row in told(there, "journal")[-20:]]
    assert (there("verify")[0], here("verify")[0]) == (0, 0)


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3))
def test_whatever_was_typed_goes_round(says: Says, tmp_path: Path, texts: list[str]) -> None:
    store = open_store(tmp_path / "team.oversight", create=False)
    with store.writing():
        for text in {text.encode("utf-8", "replace").decode() for text in (*texts, *HOSTILE)}:
            store.run("INSERT INTO draft (form, content, saved_at) VALUES (?, ?, ?)", (f"{tmp_path}{text}", text, "x"))
    store.close()
    for text in (*texts, *HOSTILE):
        says("decide", "C-1", f"x {text}", "--because", f"y {text}")
    assert says("export", "dump", "--to", tmp_path / "all.json", "--personal", "--replace")[0] == 0
    new = tmp_path / "new.oversight"
    for left in tmp_path.glob("new.oversight*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    from oversight_tui.cli import main

    assert main(["load", str(tmp_path / "all.json"), "--store", str(new)]) == 0
    before, after = everything_in(tmp_path / "team.oversight"), everything_in(new)
    rows = {name: (found, after[name][: len(found)]) for name, found in before.items() if name != "setting"}
    assert [name for name, (one, other) in rows.items() if one != other] == []
    store = open_store(tmp_path / "team.oversight", create=False)
    with store.writing():
        store.run("DELETE FROM draft")
    store.close()


def test_the_file_says_what_it_is_and_any_program_can_read_it(dumped: Path) -> None:
    read = json.loads(dumped.read_text("utf-8"))
    head = read["oversight_dump"]
    assert (head["marking"], head["as_of"], head["version"], head["personal"]) == (
        *("OFFICIAL-SENSITIVE", TODAY),
        *(1, True),
    )
    tables = {table["table"]: table for table in read["tables"]}
    assert {name: len(table["rows"]) for name, table in tables.items()} == read["end"]["rows"]
    decisions = tables["decision"]
    assert dict(zip(decisions["columns"], decisions["rows"][0], strict=True))["because"] == "Nobody has"
    assert [row[3] for row in tables["journal"]["rows"]][-1] == "exported"
    assert dumped.stat().st_mode & 0o077 == 0


def test_the_new_store_takes_a_passphrase_as_any_new_store_does(
    dumped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phrase").write_text("copper lantern drifting meadow\n")
    there = commands_for(tmp_path / "new.oversight", TODAY, capsys)
    assert there("load", dumped, "--passphrase-file", tmp_path / "phrase")[0] == 0
    assert not (tmp_path / "new.oversight").read_bytes().startswith(b"SQLite format 3")
    assert there("verify", "--passphrase-file", tmp_path / "phrase")[0] == 0


def test_it_is_not_written_unless_the_workers_own_files_may_go_out(says: Says, tmp_path: Path) -> None:
    code, _, complaint = says("export", "dump", "--to", tmp_path / "all.json")
    assert (code, "--personal" in complaint, (tmp_path / "all.json").exists()) == (2, True, False)


def test_no_file_is_written_over_unasked_and_never_the_store(says: Says, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text("mine")
    rows = len(told(says, "journal"))
    code, _, complaint = says("export", "dump", "--to", tmp_path / "all.json", "--personal")
    assert (code, "--replace" in complaint, (tmp_path / "all.json").read_text()) == (2, True, "mine")
    (tmp_path / "link").symlink_to(tmp_path / "team.oversight")
    for store in ("team.oversight", "link"):
        code, _, complaint = says("export", "dump", "--to", tmp_path / store, "--personal", "--replace")
        assert (code, "is the store itself" in complaint) == (2, True)
    code, _, complaint = says("export", "child", "C-1", "--to", tmp_path / "link", "--form", "html", "--replace")
    assert (code, "is the store itself" in complaint) == (2, True)
    assert len(told(says, "journal")) == rows


def test_a_store_that_somebody_changed_is_not_handed_on_as_if_it_were_sound(says: Says, tmp_path: Path) -> None:
    says("decide", "C-1", "See him this week")
    store = open_store(tmp_path / "team.oversight", create=False)
    with store.writing(), store.engine.guards_resting(["decision"]):
        store.run("UPDATE decision SET text = 'See nobody'")
    store.close()
    code, _, complaint = says("export", "dump", "--to", tmp_path / "all.json", "--personal")
    assert (code, "not as it was written" in complaint, (tmp_path / "all.json").exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text[: len(text) // 2], "breaks off before its end"),
        (lambda text: text[:-2], "breaks off before its end"),
        (lambda text: text + "x", "breaks off before its end"),
        (lambda text: text.replace("Nobody has", "Somebody has"), "was changed since it was written"),
        (lambda text: sealed_again(text.replace("Nobody has", "Somebody has")), "not as it was written"),
        (lambda text: sealed_again(re.sub(r'\n\[\d+,"C-1"\],', "", text)), "not laid out as a dump is"),
        (lambda text: sealed_again(text.replace('"table": "worry"', '"table": "sqlite_master"')), "are not those of"),
        (lambda text: sealed_again(text.replace('"version":1', '"version":2')), "is a dump of another version"),
        (lambda text: sealed_again(re.sub(r'"schema":\d+', '"schema":3', text)), "another version of Oversight"),
        (lambda text: sealed_again(re.sub(r'\[\d+,"C-1"\]', '[1,{"a":2}]', text)), "not laid out as a dump is"),
        (lambda text: sealed_again(re.sub(r'\[(\d+),"C-1"\]', rf'[{9**30},"C-1"]', text)), "does not take"),
        (lambda text: sealed_again(re.sub(r'(given_out.*"entry":)\d+', r"\g<1>99999", text)), "not as it was written"),
        (lambda text: sealed_again(text.replace('"numbers_given_out":{', '"numbers_given_out":{"x":1,')), "no table"),
        (lambda text: '{"reference": 1}\n', "is no dump of Oversight"),
        (lambda text: "", "is no dump of Oversight"),
    ],
)
def test_what_is_not_as_it_was_made_is_refused_and_leaves_no_store(
    change: Any, why: str, dumped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = dumped.read_text("utf-8")
    changed = change(whole)
    assert changed != whole
    dumped.write_text(changed, "utf-8")
    there = {path.name for path in dumped.parent.iterdir()}
    code, _, complaint = loading(dumped, capsys)
    assert (code, why in complaint) == (2, True), complaint
    assert {path.name for path in dumped.parent.iterdir()} == there


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.json")
    held_open = os.open(pipe, os.O_RDWR)
    os.write(held_open, b"{}\n")
    code, _, complaint = loading(pipe, capsys)
    os.close(held_open)
    assert (code, complaint) == (2, "pipe.json is no ordinary file. Nothing was read from it.\n")


def test_a_dump_is_read_into_no_store_that_is_there(dumped: Path, says: Says, tmp_path: Path) -> None:
    before = everything_in(tmp_path / "team.oversight")
    code, _, complaint = says("load", dumped)
    assert (code, "already" in complaint) == (2, True)
    assert everything_in(tmp_path / "team.oversight") == before
    assert says("load", tmp_path / "none.json", "--store", tmp_path / "new.oversight")[0] == 2


def test_what_is_erased_by_law_stays_gone_and_its_numbers_given(
    dumped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The store that was read goes on as the old one would have: the next number is the next."""
    assert loading(dumped, capsys)[0] == 0
    old, new = (commands_for(tmp_path / name, TODAY, capsys) for name in ("team.oversight", "new.oversight"))
    asked = ("decide", "C-2", "Ring", "--because", "Asked")
    assert told(old, *asked)["id"] == told(new, *asked)["id"]
    store = open_store(tmp_path / "new.oversight", create=False)
    assert verify(store).faults == ()
    store.close()

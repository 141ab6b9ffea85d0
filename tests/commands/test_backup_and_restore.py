"""Backups that are made by themselves and by hand, and a store that is put back, from the command line."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from db import open_store
from db.key import PLAIN_HEADER, is_encrypted
from db.replaced import replaced_files
from db.verification import verify
from oversight_tui.cli import main
from oversight_tui.practice.requests import NoteRequest
from oversight_tui.services import backups, record
from oversight_tui.services.identity import choose
from tests.commands.saying import Says, commands_for
from tests.db.test_board_facts import import_team

OLD, NEW = "seven grey herons wading", "nine brown owls at dusk"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small team's store in it, and the files of two passphrases."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    with closing(open_store(tmp_path / "team.oversight", anchors=tmp_path / "anchors")) as store:
        import_team(store)
    for name, words in (("old", OLD), ("new", NEW)):
        (tmp_path / name).write_text(words, "utf-8")
    return tmp_path


@pytest.fixture
def says(desk: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(desk / "team.oversight", "2026-10-02", capsys)


def in_folder(desk: Path) -> list[Path]:
    return sorted((desk / "team.oversight.backups").glob("*"))


def decide(says: Says, *options: object) -> None:
    assert says("decide", "C-2", "Visit", "--because", "x", *options)[0] == 0


def faults(desk: Path) -> tuple[str, ...]:
    with closing(open_store(desk / "team.oversight", anchors=desk / "anchors")) as store:
        return verify(store).faults


def what(says: Says) -> list[str]:
    return [row["what"] for row in json.loads(says("journal", "--json")[1])]


def test_the_first_word_of_the_day_makes_a_backup_and_reading_makes_none(says: Says, desk: Path) -> None:
    says("today")
    says("child", "C-2")
    assert in_folder(desk) == []
    decide(says)
    assert len(in_folder(desk)) == 1
    decide(says)
    assert len(in_folder(desk)) == 1
    assert what(says).count("backed up") == 1


def test_the_next_day_makes_another(says: Says, desk: Path) -> None:
    decide(says)
    (first,) = in_folder(desk)
    yesterday = first.with_name(first.name[:14] + "2020-01-02T09-00-00Z.oversight")
    first.rename(yesterday)
    decide(says)
    assert yesterday in in_folder(desk)  # the newest few stay, whatever their age
    assert len(in_folder(desk)) == 2


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the clock by which backups are made and looked at."""

    def stands_at(moment: str) -> None:
        for place in ("services.backups", "commands.doctor"):
            monkeypatch.setattr(f"oversight_tui.{place}.now", lambda: datetime.fromisoformat(f"{moment}+00:00"))

    return stands_at


def numbers(desk: Path) -> list[int]:
    """Of the backups in the folder, in the order of making."""
    return sorted(int(one.stem.rpartition("-")[2]) for one in in_folder(desk))


def test_backups_made_under_a_wrong_clock_remove_none_of_the_real_ones(
    says: Says, desk: Path, clock: Callable[[str], None]
) -> None:
    for day in range(1, 19):
        clock(f"2026-11-{day:02}T09:00:00")
        decide(says)
    real = numbers(desk)
    clock("2032-03-01T09:00:00")
    code, out, _ = says("backup")
    assert (code, "stay for longer: the clock was wrong, or for a while none was made." in out) == (0, True)
    clock("2032-03-02T09:00:00")
    decide(says)
    assert numbers(desk) == [*real, 19, 20]
    assert "stay for longer: the clock was wrong, or for a while none was made" in says("doctor")[1]
    clock("2026-11-19T09:00:00")
    made = json.loads(says("backup", "--json")[1])
    assert (made["removed"], made["held"]) == (1, 0)  # that of 11 November, as on any other day
    assert {19, 20, 21} <= set(numbers(desk))


def test_mornings_leave_the_newest_of_days_weeks_and_months(
    says: Says, desk: Path, clock: Callable[[str], None]
) -> None:
    for day in range(1, 19):
        clock(f"2026-11-{day:02}T09:00:00")
        decide(says)
    assert numbers(desk) == [1, 8, *range(12, 19)]  # two Sundays, and the last seven days


def test_before_an_import_there_is_one_whenever_the_last_was(says: Says, desk: Path) -> None:
    decide(says)
    (desk / "roster.csv").write_text("name,team\nTom Ellery,North\n", "utf-8")
    assert says("import", desk / "roster.csv", "--as-at", "1/10/2026", "--dry-run")[0] == 1
    before = what(says).count("backed up")
    assert says("import", desk / "roster.csv", "--as-at", "1/10/2026", "--yes")[0] == 0
    assert what(says).count("backed up") == before + 1


def test_a_backup_that_cannot_be_made_is_said_and_the_work_goes_on(says: Says, desk: Path) -> None:
    (desk / "team.oversight.backups").write_text("a file where the folder was to be")
    code, out, complained = says("decide", "C-2", "Visit", "--because", "x")
    assert (code, "Decision recorded" in out) == (0, True)
    assert complained.count("\n") == 1
    assert "No backup was made" in complained
    assert "There is none yet" in complained
    code, out, _ = says("doctor")
    assert code == 1
    assert "! Backups" in out


def test_one_by_hand_into_another_folder_removes_nothing_there(says: Says, desk: Path) -> None:
    stick = desk / "stick"
    stick.mkdir()
    (stick / "letter.txt").write_text("x")
    code, out, _ = says("backup", "--to", stick, "--json")
    made = json.loads(out)
    assert code == 0
    assert sorted(os.listdir(stick)) == sorted(["letter.txt", Path(made["backup"]).name])
    assert made["encrypted"] is False
    assert says("restore")[1].startswith("There are no backups")


def test_it_is_said_what_would_be_lost_and_nothing_is_done_without_a_yes(says: Says, desk: Path) -> None:
    decide(says)
    (backup,) = in_folder(desk)
    before = (desk / "team.oversight").read_bytes()
    code, out, _ = says("restore", backup.name)
    assert code == 1
    assert "1 entry was recorded since" in out
    assert "--yes" in out
    assert (desk / "team.oversight").read_bytes() == before
    shown = json.loads(says("restore", backup, "--json")[1])
    assert (shown["would_be_lost"], shown["restored"]) == (1, False)


def test_a_restore_keeps_what_it_replaced_and_begins_an_epoch_that_verifies(says: Says, desk: Path) -> None:
    decide(says)
    (backup,) = in_folder(desk)
    with closing(open_store(desk / "team.oversight")) as store, store.reading():
        end = store.database.execute_sql("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    code, out, _ = says("restore", backup, "--yes")
    assert (code, "is kept:" in out) == (0, True)
    last = json.loads(says("journal", "--json")[1])[-1]
    assert last["what"] == "restored"
    assert last["after"]["replaced"] == {"seq": end[0], "hash": end[1]}
    assert faults(desk) == ()
    (kept,) = replaced_files(desk / "team.oversight")
    with closing(open_store(kept)) as replaced:
        assert verify(replaced).faults == ()
    assert "Decision: Visit" not in says("child", "C-2")[1]
    decide(says)
    assert faults(desk) == ()


def test_what_was_erased_since_would_come_back_and_that_is_said(says: Says, desk: Path) -> None:
    with closing(open_store(desk / "team.oversight")) as store:
        choose(store, "Mary Okoro", None)
        record.note(store, NoteRequest("Of long ago"), date(2023, 1, 2))
    says("backup")
    (backup,) = in_folder(desk)
    decide(says)
    assert says("retention", "erase", "notes", "--because", "Kept to the end of its time", "--yes")[0] == 0
    said = says("restore", backup)[1]
    assert "1 entry was recorded since" in said
    assert "may bring back 1 entry that was erased for good" in said
    assert says("restore", backup, "--yes")[0] == 0
    assert "may bring back" not in says("restore", backup)[1]
    assert "own_notes" in says("retention", "list", "--json")[1]


@pytest.mark.parametrize("how", ["missing", "empty", "overwritten", "cut short"])
def test_a_store_that_is_broken_or_gone_is_put_back(says: Says, desk: Path, how: str) -> None:
    says("backup")
    (backup,) = in_folder(desk)
    path = desk / "team.oversight"
    whole = path.read_bytes()
    if how == "missing":
        path.unlink()
    else:
        broken = {"empty": b"", "overwritten": os.urandom(len(whole)), "cut short": whole[: len(whole) // 2]}
        path.write_bytes(broken[how])
    code, out, _ = says("restore", backup, "--yes")
    assert (code, "cannot be compared" in out or how == "cut short") == (0, True)
    assert faults(desk) == ()
    assert len(replaced_files(path)) == (how != "missing")


def test_a_log_left_by_a_broken_store_is_not_read_into_the_new_one(says: Says, desk: Path) -> None:
    says("backup")
    (backup,) = in_folder(desk)
    path = desk / "team.oversight"
    with closing(open_store(path)) as store, store.reading():
        store.database.execute_sql("SELECT 1")
        shutil.copy(f"{path}-wal", desk / "log")
    path.write_bytes(os.urandom(40960))
    shutil.copy(desk / "log", f"{path}-wal")
    assert says("restore", backup, "--yes")[0] == 0
    (kept,) = replaced_files(path)
    assert Path(f"{kept}-wal").exists()
    assert not Path(f"{path}-wal").exists()
    assert faults(desk) == ()


@pytest.mark.parametrize("words", [("restore", "BACKUP", "--to"), ("demo", "--workers", "1", "--plain", "--into")])
def test_a_log_left_by_a_store_that_has_gone_is_not_read_into_a_new_one(
    says: Says, desk: Path, words: tuple[str, ...]
) -> None:
    says("backup")
    (backup,) = in_folder(desk)
    new = desk / "new.oversight"
    with closing(open_store(desk / "team.oversight")) as store, store.reading():
        store.database.execute_sql("SELECT 1")
        shutil.copy(f"{desk / 'team.oversight'}-wal", f"{new}-wal")
    asked = [backup if word == "BACKUP" else word for word in words]
    code, _, complained = says(*asked, new)
    assert (code, new.exists()) == (2, False)
    assert f"There is a file {new}-wal already" in complained
    Path(f"{new}-wal").rename(desk / "log")
    assert says(*asked, new)[0] == 0


@pytest.mark.parametrize("readable", [True, False])
def test_a_store_that_another_program_has_open_is_not_replaced(
    says: Says, desk: Path, readable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.swap.BUSY_SECONDS", 0.2)
    if not readable and sys.platform == "win32":
        pytest.skip("Windows replaces no open file by itself")
    says("backup")
    (backup,) = in_folder(desk)
    path = desk / "team.oversight"
    hold = (
        f"import sys\nfrom db import open_store\nstore = open_store({str(path)!r})\n"
        "with store.reading():\n    store.database.execute_sql('SELECT count(*) FROM entry').fetchone()\n"
        "    print('open', flush=True)\n    sys.stdin.read()\n"
    )
    other = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    if not readable:
        with path.open("r+b") as file:
            file.write(os.urandom(4096))
    before = path.read_bytes()
    code, _, complained = says("restore", backup, "--yes")
    assert (code, "Another program has the store" in complained) == (2, True)
    assert path.read_bytes() == before
    other.communicate("")


def test_a_backup_of_another_store_goes_to_a_file_of_its_own_only(says: Says, desk: Path, tmp_path: Path) -> None:
    with closing(open_store(desk / "other.oversight")) as other:
        import_team(other)
    main(["backup", "--store", str(desk / "other.oversight")])
    (foreign,) = (desk / "other.oversight.backups").glob("*")
    code, _, complained = says("restore", foreign, "--yes")
    assert (code, "another store" in complained) == (2, True)
    before = (desk / "team.oversight").read_bytes()
    assert says("restore", foreign, "--to", desk / "copy.oversight")[0] == 0
    assert (desk / "team.oversight").read_bytes() == before
    assert says("restore", foreign, "--to", desk / "copy.oversight")[0] == 2
    with closing(open_store(desk / "copy.oversight")) as copy:
        assert verify(copy).faults == ()


def test_what_is_no_backup_changes_nothing(says: Says, desk: Path) -> None:
    (desk / "letter.txt").write_text("Dear colleague, " * 300)
    before = (desk / "team.oversight").read_bytes()
    for named in ("none", desk / "letter.txt"):
        code, _, complained = says("restore", named, "--yes")
        assert (code, complained.count("\n")) == (2, 1)
    assert (desk / "team.oversight").read_bytes() == before


def test_backups_change_their_passphrase_with_the_store(says: Says, desk: Path) -> None:
    says("backup")
    code, out, _ = says("passphrase", "set", "--new-passphrase-file", desk / "old")
    assert (code, "1 backup of it changed with it" in out) == (0, True)
    assert not any(one.read_bytes().startswith(PLAIN_HEADER) for one in in_folder(desk))
    keys = ("--passphrase-file", desk / "old")
    says("passphrase", "set", *keys, "--new-passphrase-file", desk / "new")
    (backup,) = in_folder(desk)
    code, _, complained = says("restore", backup, "--to", desk / "copy.oversight", *keys)
    assert (code, "does not open the backup" in complained) == (2, True)
    says("restore", backup, "--to", desk / "copy.oversight", "--passphrase-file", desk / "new")
    assert is_encrypted(desk / "copy.oversight")
    assert says("passphrase", "remove", "--yes", "--passphrase-file", desk / "new")[0] == 0
    assert not is_encrypted(backup)


def test_a_backup_with_a_passphrase_of_its_own_is_named_and_can_be_restored_with_it(says: Says, desk: Path) -> None:
    says("passphrase", "set", "--new-passphrase-file", desk / "old")
    says("backup", "--to", desk / "stick", "--passphrase-file", desk / "old")
    (stick,) = (desk / "stick").glob("*")
    says("passphrase", "set", "--passphrase-file", desk / "old", "--new-passphrase-file", desk / "new")
    keys = ("--passphrase-file", desk / "new")
    code, _, complained = says("restore", stick, "--yes", *keys)
    assert (code, "--backup-passphrase-file" in complained) == (2, True)
    code, out, _ = says("restore", stick, "--yes", *keys, "--backup-passphrase-file", desk / "old")
    assert (code, "opens with the passphrase of the backup" in out) == (0, True)
    assert says("today", "--passphrase-file", desk / "old")[0] == 0


def test_a_plain_backup_makes_no_store_plain(says: Says, desk: Path) -> None:
    says("backup", "--to", desk / "stick")
    (stick,) = (desk / "stick").glob("*")
    says("passphrase", "set", "--new-passphrase-file", desk / "old")
    assert says("restore", stick, "--yes", "--passphrase-file", desk / "old")[0] == 0
    assert is_encrypted(desk / "team.oversight")
    assert says("today", "--passphrase-file", desk / "old")[0] == 0


def test_two_stores_of_one_name_may_share_a_folder(
    says: Says, desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('backup_folder = "all"\n[backups]\ndaily = 1\nweekly = 1\nmonthly = 1\n', "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    (desk / "far").mkdir()
    with closing(open_store(desk / "far" / "team.oversight")) as other:
        import_team(other)
    main(["backup", "--store", str(desk / "far" / "team.oversight")])
    (others,) = (tmp_path / "all").glob("*")
    aged = others.with_name(others.name[:14] + "2020-01-02T09-00-00Z.oversight")
    others.rename(aged)
    says("backup")
    says("backup")
    assert aged.exists()
    with closing(open_store(desk / "team.oversight", backups=tmp_path / "all")) as store:
        assert aged not in {one.path for one in backups.backups_of(store)}

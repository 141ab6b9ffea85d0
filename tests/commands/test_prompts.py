"""What is typed at a terminal, or named, and is nothing that can be used: a sentence and 2, whatever it is."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import open_store
from db.key import new_key
from oversight_tui.cli import main
from tests.db.test_board_facts import import_team
from tests.ui.terminal import Terminal

WORDS = "seven grey herons wading"
NO_TEXT = b"caf\xe9\xff\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(open_store(tmp_path / "team.oversight", key=new_key(WORDS))) as store:
        import_team(store)
    (tmp_path / "words").write_text(WORDS, "utf-8")
    (tmp_path / "roster.csv").write_text("name,team\nTom,North\n", "utf-8")
    return tmp_path / "team.oversight"


def answers(terminal: Terminal, question: str, typed: bytes) -> None:
    terminal.waits_for(question)
    terminal.screen.reset()
    os.write(terminal.master, typed)


def test_a_passphrase_that_is_no_text_is_refused_where_a_store_is_opened(path: Path) -> None:
    terminal = Terminal("today", "--store", str(path))
    answers(terminal, "Passphrase of", NO_TEXT)
    assert terminal.ends() == 2
    assert b"is not text in UTF-8" in terminal.raw
    assert b"fault" not in terminal.raw


def test_and_where_a_new_one_is_chosen(path: Path) -> None:
    terminal = Terminal("passphrase", "set", "--store", str(path), "--passphrase-file", str(path.parent / "words"))
    answers(terminal, "New passphrase", NO_TEXT)
    assert terminal.ends() == 2
    assert b"is not text in UTF-8" in terminal.raw


@pytest.mark.parametrize(
    ("words", "question", "code"),
    [
        (("import", "roster.csv"), "Write this? y or n:", 0),
        (("passphrase", "remove"), "Type yes to do it:", 2),
        (("restore", "BACKUP"), "Type yes to do it:", 1),
    ],
    ids=["a yes to write", "a yes to go on", "a yes to restore"],
)
def test_an_answer_that_is_no_text_is_no_answer(
    path: Path, words: tuple[str, ...], question: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")  # as Python reads where the language of the system is set
    key = ("--passphrase-file", str(path.parent / "words"))
    assert main(["backup", "--store", str(path), *key]) == 0
    (backup,) = (path.parent / "team.oversight.backups").iterdir()
    named = [str(backup) if word == "BACKUP" else word for word in words]
    terminal = Terminal(*named, "--store", str(path), *key)
    answers(terminal, question, NO_TEXT)
    assert terminal.ends() == code
    assert b"fault" not in terminal.raw


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (("restore", "BACKUP"), "Passphrase of team.oversight:"),
        (("restore", "BACKUP", "--passphrase-file", "words"), "Type yes to do it:"),
        (("restore", "BACKUP", "--passphrase-file", "other"), "Passphrase of the backup"),
        (("passphrase", "remember"), "Passphrase of team.oversight:"),
        (("passphrase", "remove", "--passphrase-file", "words"), "Type yes to do it:"),
    ],
    ids=["the store's", "a yes to restore", "the backup's", "remember", "a yes to remove"],
)
def test_the_protective_marking_stands_over_whatever_is_asked(
    path: Path, words: tuple[str, ...], question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    Path("other").write_text("another one altogether", "utf-8")
    assert main(["backup", "--store", str(path), "--passphrase-file", "words"]) == 0
    (backup,) = (path.parent / "team.oversight.backups").iterdir()
    terminal = Terminal(*(str(backup) if word == "BACKUP" else word for word in words), "--store", str(path))
    terminal.waits_for(question)
    said = terminal.raw[: terminal.raw.index(question.encode())]
    assert b"OFFICIAL-SENSITIVE" in b" ".join(said.splitlines()[-2:])
    os.write(terminal.master, b"\x04")
    terminal.ends()


def test_a_new_store_is_made_and_its_passphrase_asked_for_only_once_the_list_was_seen_and_accepted(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = path.with_name("new.oversight")
    words = ("import", str(path.parent / "roster.csv"), "--store", str(new))
    terminal = Terminal(*words, "--plain")
    terminal.waits_for("1 new worker")
    terminal.waits_for("Write this? y or n:")
    assert not new.exists()
    answers(terminal, "Write this?", b"y\n")
    terminal.waits_for("Written: 1 new worker")
    assert terminal.ends() == 0
    new.unlink()
    monkeypatch.delenv("OVERSIGHT_PLAIN")
    terminal = Terminal(*words)
    answers(terminal, "Write this? y or n:", b"y\n")
    assert b"passphrase" not in terminal.raw
    terminal.waits_for("New passphrase:")
    os.write(terminal.master, b"\x04")
    terminal.ends()
    assert not new.exists()


def test_half_a_character_at_the_lock_is_a_wrong_passphrase(path: Path) -> None:
    terminal = Terminal("--store", str(path), "--passphrase-file", str(path.parent / "words"))
    terminal.waits_for("A Khan")
    terminal.types("Q")
    terminal.waits_for("Locked")
    os.write(terminal.master, b"caf\xe9\xff\r")
    terminal.looks_on(1)  # keys that come with bytes that are no text are lost with them
    os.write(terminal.master, f"\x15{WORDS}\r".encode())
    terminal.waits_for("A Khan")
    terminal.types("q")
    assert terminal.ends() == 0


NAMED: dict[str, Callable[[Path], list[str]]] = {
    "the store": lambda link: ["today", "--store", str(link)],
    "a new store": lambda link: ["import", "roster.csv", "--yes", "--as-at", "1/10/2026", "--store", str(link)],
    "what is restored": lambda link: ["restore", "BACKUP", "--yes", "--store", str(link)],
    "a file to restore to": lambda link: ["restore", "BACKUP", "--to", str(link)],
    "a backup": lambda link: ["restore", str(link)],
    "the passphrase": lambda link: ["today", "--passphrase-file", str(link)],
    "a new passphrase": lambda link: ["passphrase", "set", "--new-passphrase-file", str(link)],
    "the backup's": lambda link: ["restore", "BACKUP", "--backup-passphrase-file", str(link)],
    "the backup folder": lambda link: ["backup", "--to", str(link)],
    "a list": lambda link: ["import", str(link), "--dry-run"],
    "a file of numbers": lambda link: ["policy", "check", str(link)],
    "where numbers go": lambda link: ["policy", "export", str(link)],
}


@pytest.mark.parametrize("what", NAMED)
@pytest.mark.parametrize("leads", ["nowhere", "in a circle"])
def test_a_link_that_leads_nowhere_is_said_wherever_it_is_named(
    path: Path,
    tmp_path: Path,
    what: str,
    leads: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    key = ["--passphrase-file", str(tmp_path / "words")]
    assert main(["backup", "--store", str(path), *key]) == 0
    (backup,) = (tmp_path / "team.oversight.backups").iterdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / ("gone" if leads == "nowhere" else "link"))
    words = [str(backup) if word == "BACKUP" else word for word in NAMED[what](link)]
    for option, value in (("--store", [str(path)]), ("--passphrase-file", key[1:])):
        words += [] if option in words or words[:2] == ["policy", "check"] else [option, *value]
    capsys.readouterr()
    code = main(words)
    said = capsys.readouterr()
    assert (code, said.err.count("\n")) == (2, 1), said.err
    assert "fault" not in said.err
    assert link.is_symlink()

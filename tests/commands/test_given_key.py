"""A passphrase that is given to a command is used or refused, and what is asked at a terminal ends in a sentence."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from mnemonic import Mnemonic

from db import open_store
from db.key import is_encrypted
from oversight_tui.cli import main
from oversight_tui.command_list import COMMANDS
from tests.commands.saying import Says, commands_for
from tests.db.test_board_facts import import_team

WORDS = "seven grey herons wading"
PHRASE = Mnemonic("english").to_mnemonic(bytes(range(32)))
# The rest of each command as it can be given; those that take more than a word.
REST: dict[str, tuple[str, ...]] = {
    "search": ("vapes",),
    "import": ("roster.csv", "--yes"),
    "child": ("C-2",),
    "worker": ("Amira",),
    "agenda": ("Amira",),
    "supervision": ("plan", "Amira", "--on", "1/12/2026"),
    "discuss": ("C-2", "--text", "Talked"),
    "copy": ("1",),
    "export": ("inspection", "--to", "pack.txt"),
    "filed": ("1",),
    "decide": ("C-2", "Visit", "--because", "x"),
    "because": ("1", "x"),
    "review": ("1", "--because", "x"),
    "disagree": ("1", "x", "--who", "Amira"),
    "worry": ("raise", "C-2", "x"),
    "action": ("list",),
    "seen": ("C-2",),
    "book": ("visit", "C-2", "--on", "today"),
    "duty": ("Amira", "--from", "today"),
    "referral": ("take", "C-2", "x", "--from", "School"),
    "waiting": ("C-2", "--text", "x"),
    "planned-handover": ("confirm", "1"),
    "audit": ("list",),
    "incident": ("record", "C-2", "x"),
    "dates": ("Amira", "registration", "1/12/2027"),
    "risk": ("C-2", "high", "--because", "x"),
    "escalate": ("C-2", "--to", "Head", "x"),
    "answered": ("1", "x"),
    "consult": ("C-2", "x", "--of", "Legal"),
    "heard": ("1", "x"),
    "posts": ("North Team", "7"),
    "programme": ("Amira", "PSDP"),
    "absence": ("Amira", "--from", "1/12/2026", "--because", "x"),
    "cover": ("Amira",),
    "workers": ("add", "Tom Ellery"),
    "children": ("name", "C-2", "Mia"),
    "handover": ("Amira", "--to", "Ben"),
    "correct": ("1", "--text", "x"),
    "mark": ("1", "sensitive"),
    "withdraw": ("1", "--because", "x"),
    "personal": ("Amira", "reflection", "x"),
    "note": ("list",),
    "work": ("hand-in", "C-2", "Assessment", "--by", "Amira"),
    "opening": ("Amira", "--on", "1/9/2026"),
    "policy": ("show",),
    "retention": ("list",),
    "passphrase": ("set",),
    "move": ("--to", "postgresql://it@127.0.0.1:1/none"),
}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with closing(open_store(tmp_path / "team.oversight")) as store:
        import_team(store)
    for name, words in (
        ("words", WORDS),
        ("phrase", PHRASE),
        ("weak", "abc"),
        ("roster.csv", "name,team\nTom,North\n"),
    ):
        (tmp_path / name).write_text(words, "utf-8")
    return tmp_path / "team.oversight"


@pytest.fixture
def says(path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(path, "2026-10-02", capsys)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"demo", "doctor", "load", "restore", "server"}))
def test_no_command_passes_over_a_passphrase_that_nothing_needs(says: Says, path: Path, command: str) -> None:
    before = path.read_bytes()
    code, out, complained = says(command, *REST.get(command, ()), "--passphrase-file", "words")
    assert (code, out) == (2, "")
    assert "passphrase" in complained
    assert complained.count("\n") == 1
    assert path.read_bytes() == before


def test_the_doctor_says_that_a_passphrase_was_given_for_a_store_that_is_plain(says: Says) -> None:
    code, out, _ = says("doctor", "--passphrase-file", "words")
    assert (code, "is not encrypted, and a passphrase was given" in out) == (1, True)


@pytest.mark.parametrize(
    "given",
    [
        ("restore", "--passphrase-file", "words"),
        ("restore", "NEWEST", "--yes", "--passphrase-file", "words"),
        ("restore", "NEWEST", "--yes", "--backup-passphrase-file", "words"),
        ("restore", "NEWEST", "--to", "copy.oversight", "--passphrase-file", "words"),
        ("today", "--passphrase-file", "words", "--passphrase-fd", "0"),
    ],
    ids=" ".join,
)
def test_a_restore_refuses_a_passphrase_of_what_is_plain(
    says: Says, path: Path, tmp_path: Path, given: tuple[str, ...]
) -> None:
    says("backup")
    (backup,) = (tmp_path / "team.oversight.backups").iterdir()
    before = path.read_bytes()
    code, out, complained = says(*(str(backup) if word == "NEWEST" else word for word in given))
    assert (code, out, complained.count("\n")) == (2, "", 1)
    assert (path.read_bytes(), (tmp_path / "copy.oversight").exists()) == (before, False)


def test_a_wrong_passphrase_with_a_plain_backup_puts_no_plain_store_in_an_encrypted_ones_place(
    says: Says, path: Path, tmp_path: Path
) -> None:
    says("backup", "--to", tmp_path / "stick")
    (backup,) = (tmp_path / "stick").iterdir()
    says("passphrase", "set", "--new-passphrase-file", "words")
    code, _, complained = says("restore", backup, "--yes", "--passphrase-file", "weak")
    assert (code, "does not open the store" in complained, is_encrypted(path)) == (2, True, True)


def test_a_new_store_takes_the_passphrase_whatever_the_environment_says_and_no_weak_one(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert os.environ["OVERSIGHT_PLAIN"] == "1"
    other = commands_for(tmp_path / "other.oversight", "2026-10-02", capsys)
    taken = ("import", "roster.csv", "--as-at", "1/10/2026", "--yes")
    code, _, complained = other(*taken, "--plain", "--passphrase-file", "words")
    assert (code, "to be plain" in complained) == (2, True)
    code, _, complained = other(
        "import", "roster.csv", "--as-at", "1/10/2026", "--dry-run", "--passphrase-file", "phrase"
    )
    assert (code, "cannot be a passphrase" in complained) == (2, True)
    code, _, complained = other(*taken, "--passphrase-file", "phrase")
    assert (code, "cannot be a passphrase" in complained) == (2, True)
    assert not (tmp_path / "other.oversight").exists()
    code, _, complained = other(*taken, "--passphrase-file", "weak")
    assert (code, "A weak passphrase" in complained) == (2, True)
    assert not (tmp_path / "other.oversight").exists()
    assert other(*taken, "--passphrase-file", "words")[0] == 0
    assert is_encrypted(tmp_path / "other.oversight")
    code, _, complained = other("today", "--plain", "--passphrase-file", "words")
    assert (code, "--plain is for a new one" in complained) == (2, True)


def test_a_made_up_team_is_written_with_the_passphrase_and_is_said_to_be_plain_without(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into, plain = tmp_path / "made-up.oversight", tmp_path / "plain.oversight"
    assert main(["demo", "--into", str(into), "--workers", "1", "--passphrase-file", "words"]) == 0
    assert "opens with the passphrase" in capsys.readouterr().out
    assert is_encrypted(into)
    assert main(["today", "--store", str(into), "--passphrase-file", "words"]) == 0
    capsys.readouterr()
    assert main(["demo", "--into", str(plain), "--workers", "1"]) == 0
    assert "It is not encrypted" in capsys.readouterr().out
    assert not is_encrypted(plain)
    assert main(["demo", "--passphrase-file", "words"]) == 2
    assert "is not kept" in capsys.readouterr().err
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert main(["demo", "--into", str(tmp_path / "nowhere")]) == 2


@pytest.mark.parametrize("phrase", [PHRASE, PHRASE.upper(), f"x'{'ab' * 32}'"], ids=["words", "capitals", "a key"])
def test_what_would_be_read_as_another_key_is_not_taken_and_the_old_passphrase_opens_everything(
    says: Says, path: Path, tmp_path: Path, phrase: str
) -> None:
    says("passphrase", "set", "--new-passphrase-file", "words")
    says("backup", "--passphrase-file", "words")
    (tmp_path / "phrase").write_text(phrase, "utf-8")
    before = path.read_bytes()
    code, out, complained = says("passphrase", "set", "--passphrase-file", "words", "--new-passphrase-file", "phrase")
    assert (code, out) == (2, "")
    assert "cannot be a passphrase" in complained
    assert path.read_bytes() == before
    assert says("doctor", "--rehearse", "--passphrase-file", "words")[1].count(", broken: ") == 0


def test_a_file_with_a_mark_before_its_text_opens_what_was_typed(says: Says, path: Path, tmp_path: Path) -> None:
    says("passphrase", "set", "--new-passphrase-file", "words")
    (tmp_path / "marked").write_bytes(b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n")
    assert says("today", "--passphrase-file", "marked")[0] == 0
    (tmp_path / "other").write_bytes(b"\xef\xbb\xbfgreen kettle under the stairs\r\n")
    (tmp_path / "plainly").write_bytes(b"green kettle under the stairs\n")
    assert says("passphrase", "set", "--passphrase-file", "marked", "--new-passphrase-file", "other")[0] == 0
    assert says("today", "--passphrase-file", "plainly")[0] == 0

"""A store with a passphrase, from the command line: how it is made, opened, changed and what is said."""

import os
import re
from pathlib import Path

import pytest

from db.key import is_encrypted
from oversight_tui.services import system_keyring
from tests.commands.saying import Says, commands_for
from tests.ui.terminal import Terminal

WORDS = "seven grey herons wading"


@pytest.fixture(autouse=True)
def _encrypted_unless_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OVERSIGHT_PLAIN")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "team.oversight"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(f"{WORDS}\n", "utf-8")
    return file


@pytest.fixture
def says(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    roster = tmp_path / "roster.csv"
    roster.write_text("name,team\nAmira Khan,North\n", "utf-8")

    run = commands_for(path, "2026-10-02", capsys)
    return lambda *typed: run(*(roster if word == "ROSTER" else word for word in typed))


def test_a_new_store_is_encrypted_and_a_script_is_told_how_to_give_the_passphrase(
    says: Says, path: Path, written: Path
) -> None:
    code, _, complained = says("import", "ROSTER", "--as-at", "1/10/2026", "--yes")
    assert code == 2
    assert "needs a passphrase" in complained
    assert "--passphrase-file" in complained
    assert not path.exists()
    assert says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)[0] == 0
    assert is_encrypted(path)
    code, _, complained = says("today")
    assert (code, "is encrypted" in complained) == (2, True)
    code, out, _ = says("today", "--passphrase-file", written)
    assert (code, "1 worker" in out) == (0, True)


def test_the_passphrase_comes_through_a_file_descriptor(says: Says, written: Path) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    reading, writing = os.pipe()
    os.write(writing, f"{WORDS}\nmore".encode())
    os.close(writing)
    assert says("today", "--passphrase-fd", reading)[0] == 0
    os.close(reading)


def test_a_descriptor_of_a_number_that_none_can_have_is_one_plain_sentence(says: Says) -> None:
    code, _, complained = says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-fd", 10**20)
    assert (code, "no file descriptor of so high a number" in complained) == (2, True)


def test_the_passphrase_it_has_already_is_no_new_one(says: Says, written: Path) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    code, _, complained = says("passphrase", "set", "--passphrase-file", written, "--new-passphrase-file", written)
    assert (code, "the passphrase it has already" in complained) == (2, True)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"wrong\n", "does not open the store"), (b"\n", "cannot be empty"), (b"\xff\xfe", "one line of text in UTF-8")],
)
def test_what_does_not_open_it_is_one_plain_sentence(
    says: Says, written: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    other = tmp_path / "other"
    other.write_bytes(content)
    code, out, complained = says("today", "--passphrase-file", other)
    assert (code, out) == (2, "")
    assert words in complained
    assert complained.count("\n") == 1


def test_a_file_that_is_not_there_is_named(says: Says, written: Path) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    code, _, complained = says("today", "--passphrase-file", "/nowhere/at/all")
    assert (code, "/nowhere/at/all" in complained) == (2, True)


@pytest.mark.parametrize("how", ["option", "environment"])
def test_a_store_is_plain_where_that_was_said(
    says: Says, path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "environment":
        monkeypatch.setenv("OVERSIGHT_PLAIN", "1")
    option = ["--plain"] if how == "option" else []
    assert says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", *option)[0] == 0
    assert not is_encrypted(path)


def test_a_plain_store_is_encrypted_given_another_passphrase_and_taken_back(
    says: Says, path: Path, written: Path, tmp_path: Path
) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--plain")
    code, out, complained = says("passphrase", "set", "--new-passphrase-file", written)
    assert (code, "is encrypted now" in out) == (0, True)
    assert "strong passphrase" in complained
    assert is_encrypted(path)
    another = tmp_path / "another"
    another.write_text("cat", "utf-8")
    code, out, complained = says("passphrase", "set", "--passphrase-file", written, "--new-passphrase-file", another)
    assert (code, "weak passphrase" in complained, "Nothing was changed" in complained) == (2, True, True)
    another.write_text("four quick otters drumming", "utf-8")
    code, out, complained = says("passphrase", "set", "--passphrase-file", written, "--new-passphrase-file", another)
    assert (code, "open it no more" in out) == (0, True)
    assert says("today", "--passphrase-file", written)[0] == 2
    code, _, complained = says("passphrase", "remove", "--passphrase-file", another)
    assert (code, "--yes" in complained, is_encrypted(path)) == (2, True, True)
    assert says("passphrase", "remove", "--passphrase-file", another, "--yes")[0] == 0
    assert not is_encrypted(path)
    journal = says("journal")[1]
    assert [what for what in ("encrypted", "passphrase changed", "decrypted") if what in journal] == [
        "encrypted",
        "passphrase changed",
        "decrypted",
    ]
    assert says("verify")[0] == 0


def test_the_recovery_phrase_is_for_the_eyes_only(says: Says, written: Path) -> None:
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    code, out, complained = says("passphrase", "recovery", "--passphrase-file", written)
    assert (code, out) == (2, "")
    assert "at a terminal only" in complained


def asked(terminal: Terminal, question: str, answer: str) -> None:
    """Wait for a question and answer it on an empty screen."""
    terminal.waits_for(question)
    terminal.screen.reset()
    terminal.types(f"{answer}\n")


def test_a_manager_makes_a_store_and_opens_it_with_the_recovery_phrase(path: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("name,team\nAmira Khan,North\n", "utf-8")
    terminal = Terminal("import", str(tmp_path / "roster.csv"), "--as-at", "1/10/2026", "--yes", "--store", str(path))
    terminal.waits_for("OFFICIAL-SENSITIVE")
    asked(terminal, "New passphrase:", "cat")
    terminal.waits_for("Not taken. Choose another.")
    asked(terminal, "New passphrase:", WORDS)
    asked(terminal, "The same again:", "something else")
    asked(terminal, "New passphrase:", WORDS)
    asked(terminal, "The same again:", WORDS)
    terminal.waits_for("Press Enter when it is written down.")
    assert terminal.screen.display[0].strip() == "OFFICIAL-SENSITIVE"
    shown = dict(re.findall(r"\b(\d{1,2}) ([a-z]+)", "\n".join(terminal.screen.display)))
    phrase = " ".join(shown[str(number)] for number in range(1, 25))
    terminal.types("\n")
    assert terminal.ends() == 0
    assert b"not the same" in terminal.raw
    assert b"strong passphrase" in terminal.raw
    assert WORDS.encode() not in terminal.raw
    assert is_encrypted(path)

    terminal = Terminal("today", "--store", str(path), "--today", "2026-10-02")
    terminal.waits_for("OFFICIAL-SENSITIVE")
    asked(terminal, "Passphrase of team.oversight:", "wrong")
    asked(terminal, "Passphrase of team.oversight:", phrase)
    terminal.waits_for("1 worker")
    assert terminal.ends() == 0
    assert b"does not open the store" in terminal.raw
    assert phrase.encode() not in terminal.raw


def test_only_keyrings_that_the_system_guards_are_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keyring = pytest.importorskip("keyring.backend")

    class PlaintextKeyring:
        """One that writes what it is given into a file, as the library would take it."""

        priority = 99

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    monkeypatch.setattr(keyring, "get_all_keyring", lambda: [PlaintextKeyring()])
    with pytest.raises(system_keyring.NoKeyring, match="no keyring that keeps a key safe"):
        system_keyring.look_up(tmp_path)


def test_a_passphrase_that_the_keyring_keeps_opens_the_store(
    says: Says, path: Path, written: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keyring = pytest.importorskip("keyring.backend")
    held: dict[tuple[str, str], str] = {}

    class Keyring:
        """The system's own, as far as its class's name goes."""

        priority = 5

        def get_password(self, service: str, name: str) -> str | None:
            return held.get((service, name))

        def set_password(self, service: str, name: str, passphrase: str) -> None:
            held[service, name] = passphrase

        def delete_password(self, service: str, name: str) -> None:
            del held[service, name]

    Keyring.__module__ = "keyring.backends.SecretService"
    monkeypatch.setattr(keyring, "get_all_keyring", lambda: [Keyring()])
    settings = tmp_path / "config.toml"
    settings.write_text("keyring = true\n", "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    says("import", "ROSTER", "--as-at", "1/10/2026", "--yes", "--passphrase-file", written)
    assert says("today")[0] == 2
    wrong = tmp_path / "wrong"
    wrong.write_text("wrong otter drumming slates", "utf-8")
    assert says("passphrase", "remember", "--passphrase-file", wrong)[0] == 2
    assert held == {}
    assert says("passphrase", "remember", "--passphrase-file", written)[0] == 0
    assert WORDS not in "".join(held.values())
    assert says("today")[0] == 0
    assert says("passphrase", "set", "--new-passphrase-file", wrong)[0] == 0
    assert says("today")[0] == 0
    assert "no longer" in says("passphrase", "forget")[1]
    assert says("today")[0] == 2

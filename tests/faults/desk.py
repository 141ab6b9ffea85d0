"""A manager at the command line, with a store that is plain or encrypted, while something goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from oversight_tui.cli import main
from tests.faults.stores import PASSPHRASE, PASSPHRASES, asked, faults_of, opened

DAY = "2026-10-02"
DECIDES = ("decide", "C-1", "Visit her", "--because", "Not seen")
LOOKS = ("today",)
ANOTHER = PASSPHRASES[1]


class Desk:
    """Gives commands for the store at `path`, with its passphrase where it is encrypted."""

    def __init__(self, folder: Path, path: Path, lists: Path, capsys: pytest.CaptureFixture[str], *, encrypted: bool):
        self.folder, self.path, self.capsys = folder, path, capsys
        self.passphrase = PASSPHRASE if encrypted else None
        self.brings_in = ("import", str(lists), "--as-at", "2026-09-30", "--yes")
        (folder / "passphrase.txt").write_text(f"{PASSPHRASE}\n")
        (folder / "another.txt").write_text(f"{ANOTHER}\n")
        self.changes = ("passphrase", "set", "--new-passphrase-file", str(folder / "another.txt"))

    def words(self, *words: str) -> list[str]:
        """A command with store, day and passphrase."""
        key = ["--passphrase-file", str(self.folder / "passphrase.txt")] if self.passphrase else []
        return [*words, "--store", str(self.path), "--today", DAY, *key]

    def does(self, *words: str) -> tuple[int, str, str]:
        """(exit code, what was printed, what was said on stderr)."""
        code = main(self.words(*words))
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def is_told(self, *words: str, says: str) -> None:
        """The command is refused in one plain line of one or two sentences that has these words."""
        code, _, error = self.does(*words)
        assert code == 2, error
        is_plain(error.removeprefix("A strong passphrase: guessing it would take centuries.\n"), says)

    def goes_on(self, *, decides: int = 1) -> None:
        """The fault is gone: recording works, and the store is whole; so many decisions are in it in all."""
        code, _, error = self.does(*DECIDES)
        assert (code, error) == (0, ""), f"{code} {error}"
        code, found, _ = self.does("verify")
        assert code == 0, found
        store = opened(self.path, self.passphrase)
        assert faults_of(store) == []
        with store.reading():
            assert asked(store, "SELECT count(*) FROM decision") == [(decides,)]
        store.close()


def is_plain(error: str, says: str) -> None:
    """One line of one or two sentences with these words, and none of the program's own."""
    assert says in error, error
    assert error.endswith(".\n"), error
    assert error.count("\n") == 1, error
    assert error.count(". ") <= 2, error
    for word in ("Traceback", "Error", "SQLITE", "sqlite", "peewee"):
        assert word not in error, error

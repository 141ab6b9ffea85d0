"""Nothing that is in an encrypted store can be read anywhere on the disk, and nobody else may read its files."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.kill import ROOT
from tests.faults.secrecy import WORD
from tests.faults.stores import PASSPHRASE, PASSPHRASES, faults_of, made, opened
from tests.ui.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights on files and killing are those of Unix")
# Names in the workbook end so.
SECRETS = [WORD, WORD[::-1], "O’Test", *PASSPHRASE.split(), *(PASSPHRASES[1] or "").split()]


def every_file(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def read_anywhere(folder: Path) -> list[str]:
    """Where a secret can be read, in the encodings that a program might write."""
    spelled = {secret.encode(code) for secret in SECRETS for code in ("utf-8", "utf-16-le")}
    return [
        f"{secret!r} in {path.name}" for path in every_file(folder) for secret in spelled if secret in path.read_bytes()
    ]


def open_to_others(folder: Path) -> list[str]:
    """Files and folders on which anybody else has a right."""
    inside = [Path(place) for place, _, _ in os.walk(folder)] + list(every_file(folder))
    return [f"{path} {stat.filemode(path.stat().st_mode)}" for path in inside if path.stat().st_mode & 0o077]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folders, in one place to be looked through."""
    machine = tmp_path / "machine"
    for name, part in (("HOME", ""), ("TMPDIR", "tmp"), ("OVERSIGHT_ANCHORS", "anchors"), ("XDG_STATE_HOME", "state")):
        folder = machine / part
        if name != "OVERSIGHT_ANCHORS":
            folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    return machine


def test_nothing_can_be_read_while_it_works_and_after_it_was_killed(machine: Path, lists: Path) -> None:
    path = machine / "store" / "team.oversight"
    made(path, encrypted=True).close()
    command = [sys.executable, "-c", "from tests.faults.secrecy import works; works()", str(path), str(lists)]
    working = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert working.stdout is not None
    assert int(working.stdout.readline()) > 1000
    assert Path(f"{path}-wal").stat().st_size > 1_000_000
    assert (read_anywhere(machine), open_to_others(machine)) == ([], [])
    working.kill()
    working.communicate()
    assert (read_anywhere(machine), open_to_others(machine)) == ([], [])
    store = opened(path, PASSPHRASES[1])
    assert faults_of(store) == []
    store.close()
    assert (read_anywhere(machine), open_to_others(machine)) == ([], [])


def test_a_plain_store_can_be_read_so_that_the_search_finds_something(machine: Path) -> None:
    path = machine / "store" / "team.oversight"
    store = made(path, encrypted=False)
    from oversight_tui.services import drafts

    drafts.keep(store, "decide:child:1", {"because": WORD})
    store.close()
    assert read_anywhere(machine) == [f"{WORD.encode()!r} in team.oversight"]


def test_a_wrong_passphrase_is_one_line_and_no_noise(machine: Path, tmp_path: Path) -> None:
    path = machine / "store" / "team.oversight"
    made(path, encrypted=True).close()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not this one\n")
    command = [sys.executable, "-m", "oversight_tui", "today", "--store", str(path), "--passphrase-file", str(wrong)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("That does not open the store")

    terminal = Terminal("today", "--store", str(path))
    for question in ("Passphrase of", "Passphrase of", "the last try"):
        seen = len(terminal.raw)
        while question not in terminal.raw[seen:].decode():
            terminal.reads()
        terminal.types("not this one\r")
    assert terminal.ends() == 2
    lines = [line for line in terminal.raw.decode().splitlines() if line.strip()]
    assert len([line for line in lines if line.startswith("That does not open the store")]) == 3
    assert len(lines) <= 7  # the marking first
    assert "not this one" not in terminal.raw.decode()

"""Whatever is in the environment: no key, and so no passphrase, and no screen is written or sent anywhere.

The variables are found in the sources of the installed libraries. One that nobody has decided about fails here.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import rich
import textual

from oversight_tui.ui.environment import HARMLESS, drop_recorders
from tests.faults.stores import PASSPHRASE, made
from tests.faults.what_libraries_read import read_by

ROOT = Path(__file__).parents[2]
RECORDER = "recorder"
# The variables that are dropped, each with a value by which Textual would record, send, load or press something.
RECORDING = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_ALLOW_SIGNALS": "1",
    "TEXTUAL_COLOR_SYSTEM": "none that there is",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
    "TEXTUAL_DEVTOOLS_PORT": "{port}",
    "TEXTUAL_DRIVER": f"{RECORDER}:Driver",
    "TEXTUAL_LOG": "textual.log",
    "TEXTUAL_PRESS": "q",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_FILENAME": "screen.svg",
    "TEXTUAL_SCREENSHOT_LOCATION": ".",
    "TEXTUAL_SHOW_RETURN": "1",
    "TEXTUAL_SLOW_THRESHOLD": "100",
    "TEXTUAL_THEME": "textual-light",
}
# Read and left alone, with odd values: how wide the terminal is and what it can show. None of them names a file, a
# place to send to or code to load.
LEFT = {
    "COLORTERM": "truecolor",
    "COLUMNS": "x",
    "DATABRICKS_RUNTIME_VERSION": "1",  # asked for within IPython only
    "ESCDELAY": "25",
    "FORCE_COLOR": "1",
    "JUPYTER_COLUMNS": "80",
    "JUPYTER_LINES": "24",
    "LC_TERMINAL": "iTerm2",
    "LINES": "x",
    "NO_COLOR": "1",
    "ROWS": "x",
    "TERM": "xterm-256color",
    "TERM_PROGRAM": "Apple_Terminal",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_DIM_FACTOR": "50",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_FILTERS": f"dim,{RECORDER}:Filter",
    "TEXTUAL_FPS": "30",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_SPEEDUPS": "1",
    "TTY_COMPATIBLE": "1",
    "TTY_INTERACTIVE": "1",
    "UNICODE_VERSION": f"../{RECORDER}",
}
# Python's own, by which it, or asyncio, tells more of what runs, or asks for more when it has ended.
PYTHONS = {
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONDEVMODE": "1",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONINSPECT": "1",
    "PYTHONTRACEMALLOC": "1",
    "PYTHONWARNINGS": "always",
}
# Where a variable is looked at whose name is not written out there: by the helpers that are given it, in a copy that
# is asked like the original, and in Rich's report on a terminal, which nothing here asks for.
ELSEWHERE = {
    textual: {
        "app.py: _environ=environ",
        "app.py: dict(os.environ)",
        "constants.py: get_environ(name)",
        "constants.py: os.environ[name]",
    },
    rich: {
        "console.py: _environ: Mapping[str, str] = os.environ",
        "console.py: environ = self._environ",
        "console.py: self._environ = _environ",
        "diagnose.py: os.getenv(name)",
    },
}


def test_every_variable_that_the_libraries_read_was_decided_about() -> None:
    read = {library: read_by(library) for library in (textual, rich)}
    assert {library: set(found.elsewhere) for library, found in read.items()} == ELSEWHERE
    assert {name for found in read.values() for name in found.names} == RECORDING.keys() | LEFT.keys()
    assert not RECORDING.keys() & LEFT.keys()


def test_those_that_record_are_dropped_and_so_is_one_of_a_future_version() -> None:
    future = {"TEXTUAL_RECORD_KEYS": "1", "RICH_RECORD": "1"}
    environment = {**RECORDING, **LEFT, **future}
    drop_recorders(environment)
    assert environment == LEFT
    assert LEFT.keys() >= HARMLESS


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A place to which a recording would be sent."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize(
    "variables",
    [{"TEXTUAL_DEBUG": "1"}, RECORDING, LEFT, PYTHONS],
    ids=["its keys alone", "all that record", "all that are left", "python's own"],
)
def test_a_passphrase_typed_at_the_lock_is_in_no_file_and_is_sent_nowhere(
    variables: Mapping[str, str],
    listener: socket.socket,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.ui.terminal import Terminal

    path = tmp_path / "team.oversight"
    made(path, encrypted=True).close()
    (tmp_path / "given").write_text(PASSPHRASE, "utf-8")
    around = tmp_path / "around"
    for place in ("work", "home", "temp", "code"):
        (around / place).mkdir(parents=True)
    (around / "code" / f"{RECORDER}.py").write_text("open('loaded', 'w').close()\n", "utf-8")
    before = found_in(around)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(port=listener.getsockname()[1]))
    monkeypatch.setenv("HOME", str(around / "home"))
    monkeypatch.setenv("TMPDIR", str(around / "temp"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(around / "code"))))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    for folder in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(folder, raising=False)
    monkeypatch.chdir(around / "work")
    words = ("--store", str(path), "--today", "2026-10-02", "--passphrase-file", str(tmp_path / "given"))
    terminal = Terminal(*words)
    terminal.waits_for("Why:")
    terminal.types("Q")
    terminal.waits_for("Passphrase:")
    terminal.waits_until_gone("Why:")
    terminal.types(f"{PASSPHRASE}\r")
    terminal.waits_for("Why:")
    terminal.looks_on(1.2)  # a picture would be taken after a second
    terminal.types("q")
    assert terminal.ends() == 0
    assert found_in(around) == before
    assert not [one for one in tmp_path.rglob("*") if one.is_file() and holds_the_keys(one) and one.name != "given"]
    assert PASSPHRASE.encode() not in terminal.raw
    assert b"Warning" not in terminal.raw
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize("words", [("where",), ("--help",), ("no such command",)])
def test_no_prompt_of_python_is_left_when_a_command_has_ended(words: tuple[str, ...], tmp_path: Path) -> None:
    around = {"PYTHONINSPECT": "1", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    ended = subprocess.run(
        [sys.executable, "-m", "oversight_tui", *words, *(() if "-" in words[0] else ("--store", str(tmp_path / "x")))],
        input="print('asked' + ' on')\n",
        env=around,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "asked on" not in ended.stdout
    assert (ended.returncode, "fault" in ended.stderr) == (2 if " " in words[0] else 0, False)


def test_none_is_left_either_where_the_program_could_not_start(tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "__init__.py").touch()
    around = {"PYTHONINSPECT": "1", "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    ended = subprocess.run(
        [sys.executable, "-m", "oversight_tui", "today"],
        input="print('asked' + ' on')\n",
        cwd=tmp_path,
        env={**os.environ, **around},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, "cannot start" in ended.stderr, "asked on" in ended.stdout) == (2, True, False)


def found_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def holds_the_keys(file: Path) -> bool:
    """Whether what was typed stands in it, whole or a key at a time."""
    kept = file.read_bytes()
    return PASSPHRASE.encode() in kept or PASSPHRASE.split()[0].encode() in kept or b"key=" in kept

"""The program itself breaks, while a child's name is in hand: what it prints names no child and shows no value."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.last_resort import BROKEN
from tests.db.test_board_facts import import_team
from tests.ui.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
SECRET = "Zebedee Quill"
START = "import sys\nfrom oversight_tui.cli import main\nsys.argv[0] = 'oversight'\n"
# A child's name is in a local variable and in the text of the error, as it would be for real.
BREAK = f"""
def broken(*given, **named):
    child_name = {SECRET!r}
    raise ValueError(f"no such child: {{child_name}}")
"""
ON_A_KEY = (
    f"{START}{BREAK}from oversight_tui.ui.screens.board_forms import BoardForms\nBoardForms.decide = broken\n"
    "sys.exit(main())"
)
IN_A_TIMER = (
    f"{START}{BREAK}from oversight_tui.ui.app import OversightApp\n"
    "was = OversightApp.on_ready\n"
    "def on_ready(self):\n    was(self)\n    self.set_timer(0.1, broken)\n"
    "OversightApp.on_ready = on_ready\nsys.exit(main())"
)
IN_A_COMMAND = f"{START}{BREAK}import oversight_tui.services.board as b\nb.build_board = broken\nsys.exit(main())"
IN_A_THREAD = (
    f"{START}{BREAK}import oversight_tui.services.board as b, threading\nwas = b.build_board\n"
    "def build(*given):\n"
    "    for _ in (threading.Thread(target=broken),):\n        _.start(), _.join()\n"
    "    return was(*given)\n"
    "b.build_board = build\nsys.exit(main())"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store: Store = open_store(tmp_path / "team.oversight")
    import_team(store)
    store.close()
    return store.path


@pytest.mark.parametrize("program", [ON_A_KEY, IN_A_TIMER], ids=["on a key", "in a timer"])
def test_a_fault_of_the_screen_shows_where_it_is_and_no_value(path: Path, program: str) -> None:
    terminal = Terminal("--store", str(path), "--today", "2026-10-02", program=("-c", program))
    terminal.waits_for("Why:")
    terminal.types("nd")
    assert terminal.ends() == BROKEN
    said = terminal.raw.decode()
    assert "a fault of its own (ValueError in" in said
    assert "Zebedee" not in said
    assert "child_name" not in said
    assert "Traceback" not in said
    assert re.findall(r"\x1b\][012];([^\x07]*)\x07", said) == ["Oversight"]


def test_what_writes_the_screen_or_the_keys_to_files_is_not_heeded(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "written"
    written.mkdir()
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("TEXTUAL_LOG", str(written / "log"))
    monkeypatch.setenv("TEXTUAL_SCREENSHOT", "1")
    monkeypatch.setenv("TEXTUAL_SCREENSHOT_LOCATION", str(written))
    terminal = Terminal("--store", str(path), "--today", "2026-10-02")
    terminal.waits_for("Why:")
    terminal.types("2")
    terminal.looks_on(1.5)  # the picture would be taken after a second
    terminal.types("q")
    assert terminal.ends() == 0
    assert list(written.iterdir()) == []
    assert sorted(one.name.partition("-")[0] for one in path.parent.iterdir()) == [
        "team.oversight",
        "team.oversight.backups",
        "written",
    ]


def ran(program: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)


def test_a_fault_of_a_command_is_one_sentence(path: Path) -> None:
    done = ran(IN_A_COMMAND, "today", "--store", str(path), "--today", "2026-10-02")
    assert done.returncode == BROKEN
    assert done.stdout == ""
    assert done.stderr.startswith("Oversight stopped because of a fault of its own (ValueError in <string> line ")
    assert "called from board.py line" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Zebedee" not in done.stderr


def test_a_fault_of_a_thread_is_one_sentence_and_the_command_goes_on(path: Path) -> None:
    done = ran(IN_A_THREAD, "today", "--store", str(path), "--today", "2026-10-02")
    assert done.returncode == 0
    assert "Why:" in done.stdout
    assert done.stderr.startswith("A part of Oversight broke off (ValueError in")
    assert done.stderr.count("\n") == 1
    assert "Zebedee" not in done.stderr


def test_a_fault_while_cleaning_up_or_in_what_a_library_logs_shows_no_value() -> None:
    program = f"{START}{BREAK}" + (
        "import concurrent.futures\nfrom oversight_tui import last_resort\nlast_resort.watch()\n"
        "class Kept:\n    __del__ = broken\n"
        "kept = Kept()\ndel kept\n"
        "ready = concurrent.futures.Future()\nready.add_done_callback(broken)\nready.set_result(1)\nbroken()"
    )
    done = ran(program)
    assert [line.split(" (")[0] for line in done.stderr.splitlines()] == [
        "A part of Oversight broke off",
        "A part of Oversight broke off",
        "Oversight stopped because of a fault of its own",
    ]
    assert "Zebedee" not in done.stderr
    assert "child_name" not in done.stderr

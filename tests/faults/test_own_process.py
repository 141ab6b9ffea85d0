"""What the program lets out of its hands while it runs: files for its owner only, and nothing of its memory."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from typing import NoReturn

import pytest

from oversight_tui.services.doctor.machine import memory
from tests.faults.stores import PASSPHRASE, made
from tests.made_once import MONDAY

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither rights of this kind nor dumps")
ROOT = Path(__file__).parents[2]
START = "import sys\nfrom oversight_tui.cli import main\nsys.argv[0] = 'oversight'\n"
# What a command does once its store is open.
ONCE_OPEN = (
    START + "import os, signal, resource, oversight_tui.services.board as board\n"
    "def then(*given):\n{then}\nboard.build_board = then\nsys.exit(main())"
)


def as_large_as_they_come() -> None:
    """Let dumps be written, as far as whoever runs the tests may."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def made_in(folder: Path) -> tuple[str, ...]:
    """A store in a folder, and the options that open it."""
    made(folder / "team.oversight", encrypted=True).close()
    (folder / "words").write_text(PASSPHRASE, "utf-8")
    options = ("--store", str(folder / "team.oversight"), "--today", "2026-10-02")
    return (*options, "--passphrase-file", str(folder / "words"))


def left_a_dump(start: Callable[[], NoReturn]) -> tuple[int, bool]:
    """By which signal a process ended, and whether the system wrote its memory to the disk, or handed it on."""
    child = os.fork()
    if not child:
        as_large_as_they_come()
        start()
    _, ended = os.waitpid(child, 0)
    return os.WTERMSIG(ended), os.WCOREDUMP(ended)


@pytest.mark.skipif(sys.platform != "linux", reason="where dumps go is known of Linux")
@pytest.mark.parametrize("number", [signal.SIGABRT, signal.SIGSEGV])
@pytest.mark.parametrize("variable", ["NOTHING", "PYTHONFAULTHANDLER"])
def test_a_crash_with_a_store_open_leaves_no_memory(number: signal.Signals, variable: str, tmp_path: Path) -> None:
    words = made_in(tmp_path)
    work = tmp_path / "work"
    work.mkdir()

    def start(program: str, *options: str) -> NoReturn:
        os.chdir(work)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        environment = {**os.environ, variable: "1", "PYTHONPATH": str(ROOT)}
        os.execve(sys.executable, [sys.executable, "-c", program, *options], environment)

    crash = f"    os.kill(os.getpid(), {int(number)})"
    assert left_a_dump(lambda: start(ONCE_OPEN.format(then=crash), "today", *words)) == (number, False)
    assert list(work.iterdir()) == []
    if resource.getrlimit(resource.RLIMIT_CORE)[1]:  # the same crash of another program leaves one
        assert left_a_dump(lambda: start(f"import os\n{crash.strip()}")) == (number, True)


def test_the_limits_stand_before_a_store_is_opened_and_the_doctor_says_so(tmp_path: Path) -> None:
    words = made_in(tmp_path)
    says = "    print(resource.getrlimit(resource.RLIMIT_CORE)); os._exit(0)"
    command = [sys.executable, "-c", ONCE_OPEN.format(then=says.replace("; os", "; sys.stdout.flush(); os")), "today"]
    done = run([*command, *words], capture_output=True, text=True, check=True, preexec_fn=as_large_as_they_come)
    assert done.stdout == "(0, 0)\n"
    done = run(
        [sys.executable, "-m", "oversight_tui", "doctor", *words],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=as_large_as_they_come,
    )
    assert "Memory, ok: A crash leaves nothing of the program's memory on the disk" in done.stdout


def test_the_doctor_says_where_a_crash_may_leave_it_and_where_nobody_knows() -> None:
    assert [line.state for dumps in ("off", "on", "unchecked") for line in memory(dumps)] == ["ok", "look", "unchecked"]


def test_all_that_is_made_is_its_owners_whatever_the_mask(lists: Path, tmp_path: Path) -> None:
    """Made by a process whose mask takes no right away: store, folders, anchors, backups, drafts, exports, restored."""
    from tests.ui.terminal import Terminal

    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (tmp_path / "words").write_text(PASSPHRASE, "utf-8")
    (tmp_path / "others").write_text("quiet marble fourteen kestrel", "utf-8")
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT), "TMPDIR": str(home)}
    for name in [name for name in environment if name.startswith(("OVERSIGHT_", "XDG_"))]:
        del environment[name]
    found: dict[Path, int] = {}

    def look() -> None:
        found.update({one: one.stat().st_mode & 0o077 for one in home.rglob("*") if one.exists()})

    def does(*words: str, key: Path = tmp_path / "words") -> None:
        command = [sys.executable, "-m", "oversight_tui", *words, "--passphrase-file", str(key)]
        done = run(command, env=environment, capture_output=True, text=True, check=False, umask=0)
        assert done.returncode == 0, done.stderr
        look()

    does("import", str(lists), "--as-at", "2026-09-30", "--yes")
    (store,) = home.rglob("team.oversight")
    does("backup")
    does("backup", "--to", str(home / "stick" / "in" / "deep"))
    (backup,) = (home / "stick" / "in" / "deep").iterdir()
    does("restore", str(backup), "--to", str(home / "look" / "at" / "new.oversight"))
    does("policy", "export", str(home / "policy.toml"))
    does("restore", str(backup), "--yes")
    does("passphrase", "set", "--new-passphrase-file", str(tmp_path / "others"))
    (tmp_path / "words").write_text("quiet marble fourteen kestrel", "utf-8")
    program = f"import os\nos.umask(0)\nos.environ['HOME'] = {str(home)!r}\n{START}sys.exit(main())"
    words = ("--store", str(store), "--today", str(MONDAY), "--passphrase-file", str(tmp_path / "words"))
    terminal = Terminal(*words, program=("-c", program))
    terminal.waits_for("Why:")
    terminal.types("N")
    terminal.reads(0.5)
    terminal.types("something to remember")
    terminal.reads(1)
    look()
    terminal.process.send_signal(signal.SIGTERM)
    terminal.ends()
    look()
    kinds = {one.suffix or one.name for one in found}
    assert {".oversight", ".oversight-wal", ".oversight-shm", ".anchor", ".backups", ".toml", "stick"} <= kinds, kinds
    assert {str(one.relative_to(home)): oct(rights) for one, rights in found.items() if rights} == {}


@pytest.mark.parametrize("deep", [("state",), ("state", "in", "deep")])
def test_a_store_opened_by_another_program_makes_its_folders_its_owners_too(
    deep: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path.joinpath(*deep, "team.oversight")
    program = f"import os\nos.umask(0)\nfrom db import open_store\nopen_store({str(path)!r}).close()"
    run([sys.executable, "-c", program], check=True, cwd=ROOT)
    made_here = [one for one in (path, *path.parents) if tmp_path in one.parents]
    assert [oct(one.stat().st_mode & 0o077) for one in made_here] == ["0o0"] * len(made_here)

"""The README's commands: what they install, and of whom its examples speak."""

import re
import shutil
import tomllib
from pathlib import Path

from db import open_store
from oversight_tui.services.board import load_board
from tests.made_once import MONDAY

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
OF_ONE_COMMAND = re.compile(r"^    (python3 -m venv .*)$", re.MULTILINE)


def test_the_first_command_installs_what_running_needs_and_the_second_the_tests_as_well() -> None:
    opens, tests = OF_ONE_COMMAND.findall(README)
    assert re.search(r"pip install -e \. && \.venv/bin/oversight demo$", opens)
    assert re.search(r"pip install -e '\.\[test\]' && \.venv/bin/python -m pytest .*$", tests)
    assert "--quiet" not in README
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & {re.split(r"[^\w-]", one)[0] for one in needed}


def test_a_command_for_windows_has_no_sign_that_its_shells_do_not_take() -> None:
    found = re.findall(r"^    (.*(?:py -m|\.venv\\Scripts).*)$", README, re.MULTILINE)
    assert len(found) == 3
    assert not [one for one in found if "&&" in one or "'" in one or "python3" in one]


def test_the_examples_are_of_the_made_up_team(made_up_team: Path, tmp_path: Path) -> None:
    store = open_store(shutil.copy(made_up_team, tmp_path / "made-up.oversight"))
    board = load_board(store, MONDAY)
    store.close()
    examples = "\n".join(line for line in README.splitlines() if line.startswith("    oversight "))
    children, workers = re.findall(r"C-\d+", examples), re.findall(r'"([^"]+)"', examples)
    assert children
    assert workers
    assert set(children) <= {row.child.reference for row in board.children}
    assert set(workers) <= {row.worker.name for row in board.everybody}

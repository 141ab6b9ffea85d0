"""Python finds another `db` before Oversight's own: that is said, and nothing of the other is run."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.faults.desk import is_plain

ROOT = Path(__file__).parents[2]
RUNS = 'print("this is the other one")\n'
SCRIPT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]["oversight"]
MODULE, FUNCTION = SCRIPT.split(":")
AS_THE_SCRIPT = ("-c", f"import sys\nfrom {MODULE} import {FUNCTION}\nsys.exit({FUNCTION}())")
AS_A_MODULE = ("-m", "oversight_tui")

ways = pytest.mark.parametrize("program", [AS_A_MODULE, AS_THE_SCRIPT], ids=["as a module", "as the script"])


def started(program: tuple[str, ...], folder: Path, *found_first: Path) -> "subprocess.CompletedProcess[str]":
    """`oversight where`, started in the folder, with these places before that of Oversight."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*found_first, ROOT)))}
    words = [sys.executable, *program, "where", "--store", str(folder / "team.oversight")]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def is_told(done: "subprocess.CompletedProcess[str]", *says: str) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    for words in ("Oversight cannot start", "an environment of its own", *says):
        is_plain(done.stderr, words)


@ways
def test_a_file_in_the_folder_it_is_started_in_is_named(program: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "db.py").write_text(RUNS)
    is_told(started(program, tmp_path), str(tmp_path / "db.py"), "Start Oversight from another folder")


@ways
def test_a_package_that_is_found_first_is_named(program: tuple[str, ...], tmp_path: Path) -> None:
    package = tmp_path / "packages" / "db"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(RUNS)
    is_told(started(program, tmp_path, package.parent), str(package))


@ways
def test_a_package_that_was_installed_over_it_is_named(program: tuple[str, ...], tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "db").mkdir(parents=True)
    (site / "oversight_tui").symlink_to(ROOT / "oversight_tui")
    (site / "db" / "__init__.py").write_text("")
    is_told(started(program, tmp_path, site), str(site / "db"), "Install Oversight again")
    (site / "db" / "__init__.py").unlink()
    (site / "db" / "left.py").write_text("")  # the other was taken off, and its first file with it
    environment = {"PYTHONPATH": str(site)}
    words = [sys.executable, "-S", *program, "where"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    is_told(done, str(site / "db"), "Install Oversight again")


@ways
def test_its_own_is_found_under_a_second_name_of_its_folder_too(program: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(ROOT)
    done = started(program, tmp_path, tmp_path / "link")
    assert (done.returncode, done.stderr) == (0, "")

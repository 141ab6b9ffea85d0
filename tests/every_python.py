"""The whole suite on every Python there is: each in a new environment, as the README says to set it up.

python -m tests.every_python
python -m tests.every_python --root FOLDER /opt/python3.15/bin/python3

Without anything named: one of each version from the one the project asks for on, out of pyenv's and those on the PATH.
What is named is run besides, or alone with --only-named. --root takes the folder of an unpacked system, such as
`debootstrap --variant=minbase --include=python3-venv testing FOLDER` makes, and its `python3`; it needs root, and its
mounts are gone when it ends.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", "build", "dist"
)
MINORS_ABOVE = 20  # how many versions from the least on are looked for on the PATH
MOST_SECONDS = 3600
BIN = "Scripts" if os.name == "nt" else "bin"
_TEST_COMMAND = re.compile(r"^    python3 -m venv .*/python (-m pytest.*)$", re.MULTILINE)
_COUNTED = re.compile(r"(\d+) (passed|failed|skipped|error)")
_INSIDE = "/mnt"  # where the folder of the run stands within an unpacked system
# The arguments: the unpacked system, the folder of the run, and what is called in it.
_ENTERED = """
set -e
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mount --bind "$1" "$0/mnt"
[ ! -e "$0/etc/resolv.conf" ] || mount --bind /etc/resolv.conf "$0/etc/resolv.conf"
root=$0
shift
exec chroot "$root" env -i "$@"
"""


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter: how it is called, and the unpacked system in which it is, None for the machine itself."""

    path: str
    system: Path | None = None

    def command(self, folder: Path, *words: str) -> list[str]:
        """What calls these words in the project's copy, whose paths begin with that of the run's folder."""
        if self.system is None:
            return list(words)
        inside = [word.replace(str(folder), _INSIDE) for word in words]
        pip = [f"{name}={value}" for name, value in os.environ.items() if name.startswith("PIP_")]
        around = ["HOME=/root", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", f"TMPDIR={_INSIDE}/tmp", *pip]
        there = ["sh", "-c", f'cd {_INSIDE}/project && exec "$@"', "sh"]
        return ["unshare", "--mount", "sh", "-c", _ENTERED, str(self.system), str(folder), *around, *there, *inside]

    def runs(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run these words in the copy."""
        environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
        return subprocess.run(
            self.command(folder, *words),
            cwd=folder / "project",
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=MOST_SECONDS,
        )


def main() -> int:
    """Run the suite on each, one after the other; 1 where a test failed or one could not be set up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", nargs="*", help="the path of an interpreter to run besides")
    parser.add_argument("--root", action="append", default=[], type=Path, metavar="FOLDER", help="an unpacked system")
    parser.add_argument("--only-named", action="store_true", help="look for no others")
    options = parser.parse_args()
    missing = [named for named in options.python if not version_of(named)]
    if missing:
        parser.error(f"no Python that runs: {', '.join(missing)}")
    pythons = [Python(named) for named in options.python]
    pythons += [Python("python3", system.resolve()) for system in options.root]
    if not options.only_named:
        pythons += found()
    well = [line_of(python) for python in pythons]
    return 0 if well and all(well) else 1


def found() -> Iterator[Python]:
    """The newest of each version that the project may be used with, of pyenv's and those on the PATH."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    least = tuple(int(part) for part in project["requires-python"].removeprefix(">=").split("."))
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    paths = [str(one) for one in pyenv.glob("versions/*/bin/python3")]
    paths += filter(None, (shutil.which(f"python{least[0]}.{least[1] + above}") for above in range(MINORS_ABOVE)))
    newest: dict[tuple[int, ...], tuple[tuple[int, ...], str]] = {}
    for path in paths:
        version = version_of(path)
        if version >= least:
            newest[version[:2]] = max(newest.get(version[:2], ((), "")), (version, path))
    for _, path in sorted(newest.values()):
        yield Python(path)


def version_of(path: str) -> tuple[int, ...]:
    """Its three numbers; none where it does not run."""
    told = [path, "-c", "import sys; print(*sys.version_info[:3])"]
    try:
        done = subprocess.run(told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    except OSError:
        return ()
    return tuple(int(part) for part in done.stdout.split())


def line_of(python: Python) -> bool:
    """Set it up, run the suite and print one line, with the names of what failed under it; whether all is well."""
    with tempfile.TemporaryDirectory(prefix="every-python-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        (folder / "tmp").mkdir()
        shutil.copytree(ROOT, folder / "project", ignore=LEFT_OUT)
        own = str(folder / "venv" / BIN / "python")
        began = time.monotonic()
        steps: tuple[Sequence[str], ...] = (
            (python.path, "-c", "import platform; print(platform.python_version())"),
            (python.path, "-m", "venv", str(folder / "venv")),
            (own, "-m", "pip", "install", "--quiet", "-e", ".[test]"),
        )
        version = python.path
        for step in steps:
            done = python.runs(folder, *step)
            if done.returncode != 0:
                told = done.stdout.strip().splitlines()
                print(f"Python {version}: not set up: {told[-1] if told else done.returncode}", flush=True)
                return False
            version = done.stdout.strip() if step is steps[0] else version
        installed = time.monotonic()
        done = python.runs(folder, own, *shlex.split(suite()))
        ended = time.monotonic()
    counted = {what: int(number) for number, what in _COUNTED.findall(done.stdout.strip().rpartition("\n")[2])}
    failed = counted.get("failed", 0) + counted.get("error", 0)
    says = f"{counted.get('passed', 0)} passed, {failed} failed, {counted.get('skipped', 0)} skipped"
    print(f"Python {version}: {says}, {ended - installed:.0f} s; set up in {installed - began:.0f} s", flush=True)
    if done.returncode != 0:
        wrong = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        print("\n".join(f"  {line}" for line in wrong or done.stdout.splitlines()[-10:]), flush=True)
    return done.returncode == 0


def suite() -> str:
    """What the README's own command gives Python to run the tests."""
    told = _TEST_COMMAND.search((ROOT / "README.md").read_text("utf-8"))
    if told is None:
        sys.exit("README.md no longer gives a test command")
    return told[1]


if __name__ == "__main__":
    raise SystemExit(main())

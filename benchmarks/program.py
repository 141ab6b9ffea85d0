"""The program as the benchmarks see it: how it is started, and the few of its insides that are measured one by one.

When the program's insides move, this file is the one to change.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

TODAY = date(2026, 11, 23)
READY = r"Worries \d"  # stands on a board only once it is filled
READY_TEXT = "Worries"
CHECKOUT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Installed:
    """A checkout of the program with an environment of its own, run with settings in `home` and nobody's own."""

    python: str
    home: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """What keeps it from the settings, stores and backups of whoever measures."""
        places = {
            name: str(self.home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        }
        settings = self.home / "settings.toml"
        if not settings.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            settings.touch()
        return {"HOME": str(self.home), "OVERSIGHT_CONFIG": str(settings), **places}

    def command(self, *words: str) -> tuple[str, ...]:
        """A command of the program, as a person has it."""
        return (str(Path(self.python).with_name("oversight")), *words)

    def on(self, store: Path, *words: str) -> tuple[str, ...]:
        """A command on a store, on the day of the benchmarks."""
        return self.command(*words, "--store", str(store), "--today", TODAY.isoformat())

    def do(self, command: tuple[str, ...]) -> str:
        """Run it to its end; returns what it printed."""
        from benchmarks.terminal.session import environment

        done = subprocess.run(command, env=environment(self.variables), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout

    def backed_up(self, path: Path) -> None:
        """Make today's backup of a store where there is none, so that no screen makes it while it is measured."""
        folder = path.with_name(f"{path.name}.backups")
        newest = max((one.stat().st_mtime for one in folder.glob("*")), default=0)
        if datetime.fromtimestamp(newest).astimezone().date() < datetime.now().astimezone().date():
            self.do(self.on(path, "backup"))

    def made_up_team(self) -> Path:
        """The made-up team in a file, backed up."""
        path = self.home / "made-up.oversight"
        if not path.exists():
            self.do(self.command("demo", "--into", str(path), "--today", TODAY.isoformat()))
        self.backed_up(path)
        return path


def this_program(folder: Path) -> Installed:
    """The checkout that this file is in."""
    return Installed(sys.executable, folder / "home")


def program_in(checkout: Path, folder: Path) -> Installed:
    """Another checkout, with its environment in `.venv`."""
    return Installed(str(checkout.absolute() / ".venv" / "bin" / "python"), folder / "other-home")

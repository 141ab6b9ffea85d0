"""A manager at the command line who types a history, thing by thing, and asks for the morning list."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from oversight_tui.cli import main
from tests.oracle.answer import Today
from tests.oracle.lists import write_caseload, write_roster
from tests.oracle.standing import standing
from tests.oracle.told import Told
from tests.oracle.typed import CaseloadImported, ChildAdded, ChildCorrected, DayCorrected, Typed, WorkerAdded
from tests.oracle.words import command


class Refused(Exception):
    """A command that the program did not take; its words say why."""


@dataclass
class Beginnings:
    """Stores in which only the first roster and list were brought in, each made once and then copied.

    Each copy has anchors of its own, in the folder that OVERSIGHT_ANCHORS then names.
    """

    folder: Path
    made: dict[tuple[Typed, ...], Path] = field(default_factory=dict)
    copies: int = 0

    def copy(self, beginning: tuple[Typed, ...], to: Path) -> None:
        """Put the store of this beginning at `to`."""
        if beginning not in self.made:
            path = self.folder / f"beginning-{len(self.made)}.oversight"
            desk = Desk(path)
            roster = path.with_suffix(".csv")
            write_roster([one.what for one in beginning if isinstance(one.what, WorkerAdded)], roster)
            day = beginning[0].day
            desk.run(["import", str(roster), "--as-at", day.isoformat(), "--yes"], day)
            for one in beginning:
                if isinstance(one.what, CaseloadImported):
                    desk.run(command(one, desk.id_of, desk.file_of), one.day)
            self.made[beginning] = path
        for left in to.parent.glob(f"{to.name}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        self.copies += 1
        os.environ["OVERSIGHT_ANCHORS"] = str(self.folder / f"anchors-{self.copies}")
        for part in ("", "-wal", "-shm"):
            source = self.made[beginning].with_name(self.made[beginning].name + part)
            if source.exists():
                shutil.copy(source, to.with_name(to.name + part))


@dataclass
class Desk:
    """One store; `typed` is what it has taken so far, `said` each command as it was given."""

    store: Path
    typed: list[Typed] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def types(self, one: Typed) -> None:
        """Give the command for this; Refused where the program did not take it, or it is about what it did not take."""
        child = getattr(one.what, "child", None)
        if child and not isinstance(one.what, ChildAdded) and child not in Told(self.typed).children():
            raise Refused("about a child whose coming was not taken")
        try:
            words = command(one, self.id_of, self.file_of)
        except KeyError as error:
            raise Refused("depends on what was refused") from error
        printed = self.run(words if words[0] == "import" else [*words, "--json"], one.day)
        if words[0] != "import":
            answer = json.loads(printed)
            self.ids[one.number] = (answer[-1] if isinstance(answer, list) else answer)["id"]
        self.typed.append(one)

    def today(self, day: date) -> Today:
        """The morning list of that day."""
        return msgspec.json.decode(self.run(["today", "--json"], day), type=Today)

    def run(self, words: Sequence[str], day: date) -> str:
        """Give one command, as if it were that day; what it printed."""
        self.said.append(f"oversight --today {day} {shlex.join(words)}")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = _exit_code([*words, "--store", str(self.store), "--today", day.isoformat()])
        if code:
            raise Refused((err.getvalue() or out.getvalue()).strip().splitlines()[-1])
        return out.getvalue()

    def id_of(self, number: int) -> str:
        """What the program calls this entry: its last correction that stands, else itself."""
        corrections = [
            one.number
            for one in standing(self.typed)
            if isinstance(one.what, DayCorrected | ChildCorrected) and one.what.of == number
        ]
        return self.ids[corrections[-1] if corrections else number]

    def file_of(self, caseload: CaseloadImported) -> str:
        """The file of a caseload list."""
        path = self.store.with_suffix(".xlsx")
        write_caseload(caseload, path)
        return str(path)


def _exit_code(words: Sequence[str]) -> int:
    try:
        return main(words)
    except SystemExit as left:  # argparse leaves so, where it does not know a word
        return left.code if isinstance(left.code, int) else 1

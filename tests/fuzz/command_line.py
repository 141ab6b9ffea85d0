"""Every command with words and options nobody means, over one small store: each ends with 0, 1 or 2 and one sentence.

python -m tests.fuzz.command_line --rounds 20000 --seed 1
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path

from db import open_store
from oversight_tui.cli import _module, _Parser
from oversight_tui.command_list import COMMANDS
from tests.db.test_board_facts import import_team
from tests.engines import settle
from tests.fuzz import hostile
from tests.fuzz.campaign import Case, clear, long_form, told, wrong_with

NEVER = frozenset({"help", "version"})
ROUNDS_ON_ONE_STORE = 400
TODAY = "2026-10-02"
# What the words of a store of this kind may be, so that a case comes past the first check.
THERE = ("C-1", "C-2", "c-3", "Amira Khan", "ben", "Amira", "1", "2", "3", "North Team", "high", "one_to_one", "agree")


@cache
def actions(command: str) -> tuple[tuple[tuple[str, ...], tuple[argparse.Action, ...]], ...]:
    """Each way a command can be called: the words that choose it, and what it takes."""
    parser = _Parser(prog=command)
    _module(COMMANDS[command][0]).add_arguments(parser)
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    own = tuple(one for one in parser._actions if one not in below and one.dest not in NEVER)
    if not below:
        return (((command,), own),)
    return tuple(
        ((command, name), (*own, *(one for one in taken._actions if one.dest not in NEVER)))
        for name, taken in below[0].choices.items()
    )


def words_of(chance: random.Random, folder: Path) -> list[str]:
    """A command with words and options of the kind it takes, some left out and some that are nothing."""
    command = chance.choice([name for name in COMMANDS if name != "demo"])
    chosen, taken = chance.choice(actions(command))
    words = list(chosen)
    for action in taken:
        if action.option_strings and chance.random() < (0.1 if not action.required else 0.9):
            words.append(chance.choice(action.option_strings))
            words += [] if action.nargs == 0 else [value(action, chance, folder)]
        elif not action.option_strings and chance.random() < 0.97:
            words += [value(action, chance, folder) for _ in range(2 if action.nargs in ("*", "+") else 1)]
    if chance.random() < 0.1:
        words.insert(chance.randint(0, len(words)), hostile.text(chance))
    return words


def value(action: argparse.Action, chance: random.Random, folder: Path) -> str:
    """A value for an option, mostly of the kind that is meant."""
    kind, named = chance.random(), f"{action.dest} {action.metavar}".lower()
    if kind < 0.15:
        return hostile.text(chance)
    if action.choices and kind < 0.9:
        return str(chance.choice(list(action.choices)))
    if action.type in (int, float) or named in ("ahead", "severity") or " n" in named:
        return hostile.number(chance)
    if action.type is Path:
        return str(folder / chance.choice(("a.csv", "b.toml", "none", ".", "new.toml"))) if kind < 0.8 else "/dev/null"
    if any(word in named for word in ("date", "from", "to ", "until", "day")):
        return hostile.day(chance)
    if any(word in named for word in ("child", "worker", "ref", "id", "name", "owner", "who")):
        return chance.choice((*THERE, hostile.text(chance), hostile.number(chance)))
    return chance.choice((hostile.text(chance), hostile.text(chance), "Ring school; Amira; fri", "Mum 4", *THERE))


@contextmanager
def case() -> Iterator[Case]:
    """One command a round, on a store that is made anew from time to time."""
    with tempfile.TemporaryDirectory() as name, chdir(name):
        folder = Path(name)
        path = folder / "team.oversight"
        new = folder / "new"
        store = open_store(new)
        import_team(store)
        settle(store)
        store.close()
        (folder / "a.csv").write_text(
            "name,worker_id,role,team,fte\nAmira Khan,1,Social worker,North Team,1\n", "utf-8"
        )
        (folder / "b.toml").write_text('[supervision]\nideal = "2 weeks"\n', "utf-8")
        rounds = iter(range(10**9))

        def one(chance: random.Random) -> Sequence[str]:
            if next(rounds) % ROUNDS_ON_ONE_STORE == 0:
                clear(folder)
                shutil.copy(new, path)
            clear(folder, "new.toml*")
            words = words_of(chance, folder)
            today = TODAY if chance.random() < 0.9 else hostile.day(chance)
            at = str(path) if chance.random() < 0.97 else hostile.text(chance)
            words = [hostile.as_argument(word) for word in ("--store", at, "--today", today, *words)]
            as_json = chance.random() < 0.5
            words += ["--json"] if as_json else []
            command = next((word for word in words if word in COMMANDS), "")
            wrong = wrong_with(*told(*words), as_json=as_json and "--help" not in words and "-h" not in words)
            return [f"{command}: {fault}" for fault in wrong]

        yield one


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__)


if __name__ == "__main__":
    main()

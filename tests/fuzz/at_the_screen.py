"""Keys in no order and hostile text pasted wherever something can be typed, at the real screen.

A round is a sitting of many keys, or the program in a real terminal: which bytes it gets, and what it may send.

python -m tests.fuzz.at_the_screen --rounds 1000 --seed 1
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from textual import events
from textual.widgets import Input, TextArea

from db import open_store
from db.engine import Store
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.page_actions import PAGE
from oversight_tui.ui.terminal_title import TITLE
from tests.db.test_board_facts import import_team
from tests.engines import named
from tests.faults.every_path import TODAY
from tests.fuzz import hostile
from tests.fuzz.campaign import Case, clear, long_form, steers
from tests.fuzz.typed import Everything
from tests.ui.manager import SIZES, Manager, sitting
from tests.ui.terminal import Terminal

ROUNDS_OF_A_SITTING = 25
LEAVING = frozenset({"quit", "page_quit"})
KEYS = tuple(
    dict.fromkeys(
        [key for one in (*BOARD, *PAGE) if one.id not in LEAVING for key in one.keys]
        + ["enter", "tab", "escape", "down", "up", "pagedown", "g", "G", "j", "k", "f2", "1", "9", "y", "ctrl+k"]
    )
)
# A terminal may be told colours, places, modes, the shape of its pointer and the program's name; no other title, no
# clipboard, no stray sign.
_TOLD = re.compile(rb"\x1b\]2;Oversight\x07|\x1b\[[<>=?]?[0-9;:]*[ !$]?[@-~]|\x1b[78=>()][0B]?|\x1b\]22;[a-z-]*\x07")
_TORN = re.compile("[\udcc2-\udcf4]")  # the first byte of a letter, where it was ended in the middle of painting one


def full_of(store: Store, chance: random.Random) -> None:
    """Record hostile text in every way there is."""
    ways = Everything().ways()
    for way in ways:
        with suppress(*SAID_PLAINLY):
            ways[way](store, *(f"{chance.choice('ABC')}{hostile.text(chance)}"[:200] for _ in range(3)))


async def one_sitting(store: Path, chance: random.Random, rounds: int) -> list[str]:
    """So many rounds at one board."""
    wrong: list[str] = []
    async with sitting(store, TODAY, chance.choice(SIZES)) as manager:
        for _ in range(rounds):
            await one_round(manager, chance)
            wrong += [f"{sign!a} is on the screen" for sign in set(manager.text) if steers(sign) and sign not in "\n"]
            title = f"{manager.app.title}{manager.app.sub_title}"
            wrong += ["something stands in the title"] if title != TITLE else []
    return sorted(set(wrong))


async def one_round(manager: Manager, chance: random.Random) -> None:
    """A few keys; where something can be typed, text is pasted into it and saved or left."""
    for key in chance.choices(KEYS, k=chance.randint(1, 5)):
        await manager.pilot.press(key)
        await manager.settles()
    for field in list(manager.app.screen.query("TextArea, Input")):
        if isinstance(field, TextArea | Input) and field.display and chance.random() < 0.7:
            field.focus()
            await manager.pilot.pause()
            manager.app.post_message(events.Paste(hostile.text(chance)[:3000]))
    await manager.settles()
    await manager.presses(*chance.choice((("enter",), ("enter", "escape"), ("escape", "full_stop"), ("escape",))))
    for _ in range(2 if chance.random() < 0.5 else 0):
        await manager.presses("escape")


def in_a_terminal(store: Path, keys: Sequence[str]) -> list[str]:
    """What of the bytes a real terminal was sent is neither text nor what Textual draws with."""
    terminal = Terminal(*named(store), "--today", TODAY.isoformat())
    terminal.waits_for("Why")
    for key in keys:
        terminal.types(key)
        terminal.reads(0.3)
    terminal.process.terminate()
    code = terminal.ends()
    text = _TOLD.sub(b"", terminal.raw).decode("utf-8", "surrogateescape")
    stray = {sign for sign in text if steers(sign) and sign != "\r" and not _TORN.match(sign)}
    return [f"{sign!a} reached the terminal" for sign in sorted(stray)] + ([f"it ended with {code}"] if code else [])


def sends(chance: random.Random) -> bytes:
    """What a terminal may send that nobody typed: odd bytes, halves of sequences, answers to what was never asked."""
    kind = chance.random()
    if kind < 0.4:
        return chance.randbytes(chance.randint(1, 40)).translate(None, b"qQ\x11\x03\x1a\x1c")
    numbers = ";".join(hostile.number(chance)[:30] for _ in range(chance.randint(0, 4)))
    ends = chance.choice(("M", "m", "u", "~", "t", "R", "c", "$y", "A", "", "200~", "201~", "I", "O"))
    begins = chance.choice(("\x1b[", "\x1b[<", "\x1b[?", "\x1bO", "\x1b]", "\x1bP", "\x1b[200~"))
    return f"{begins}{numbers}{ends}".encode()


def sent_by_a_terminal(store: Path, chance: random.Random, bursts: int) -> list[str]:
    """What goes wrong while a terminal sends such things."""
    terminal = Terminal(*named(store), "--today", TODAY.isoformat())
    terminal.waits_for("Why")
    for _ in range(bursts):
        if terminal.process.poll() is None:
            os.write(terminal.master, sends(chance))
            terminal.reads(0.1)
    if terminal.process.poll() is None:
        terminal.process.terminate()
    code = terminal.ends()
    said = terminal.raw.decode("utf-8", "replace").partition("fault of its own ")[2]
    return [f"it broke {said[:120]}"] if said else [f"it ended with {code}"] if code else []


@contextmanager
def case(rounds: int = ROUNDS_OF_A_SITTING) -> Iterator[Case]:
    """One sitting a round, at a store full of hostile text; now and then in a real terminal."""
    with tempfile.TemporaryDirectory() as name:
        new = Path(name) / "new"
        store = open_store(new)
        import_team(store)
        store.close()

        def one(chance: random.Random) -> Sequence[str]:
            clear(Path(name))
            path = Path(shutil.copy(new, Path(name) / "team.oversight"))
            filled = open_store(path)
            full_of(filled, chance)
            filled.close()
            kind = chance.random() if rounds == ROUNDS_OF_A_SITTING else 1.0
            if kind < 0.2:
                return sent_by_a_terminal(path, chance, rounds)
            if kind < 0.4:
                return in_a_terminal(path, chance.choices("12345nN+-JCLhv\r\x1b", k=8))
            return asyncio.run(one_sitting(path, chance, rounds))

        yield one


def main() -> None:
    """Print what was found."""
    with case() as one:
        long_form(one, __doc__, seconds=300)


if __name__ == "__main__":
    main()
